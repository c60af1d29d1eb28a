/**
 * A proxy before PostgreSQL that withholds answers to COMMIT, or to the end of statements sent as
 * one: the transaction is committed, and the client gets no answer (`cut`) or a late one (`late`).
 */
import { createServer, connect, type Socket } from 'node:net';

export type CommitFault = { kind: 'cut' } | { kind: 'late'; seconds: number } | null;

export interface CommitProxy {
  /** The address to use in place of the database's. */
  url: string;
  /** How many answers were kept back. */
  faults(): number;
  close(): Promise<void>;
}

const COMMAND_COMPLETE = 'C'.charCodeAt(0);
const ERROR = 'E'.charCodeAt(0);
const READY = 'Z'.charCodeAt(0);
const HEAD = 5;

/**
 * Reads what the server answers on one connection. Each message is one byte of kind and four of
 * length. `C` with the tag COMMIT says that a transaction is committed, however many statements
 * were sent ahead with it. Of statements that were sent as one, without BEGIN, `Z` says it.
 */
export class Answers {
  /** Since the last `Z`. */
  private tags: string[] = [];
  private isFailed = false;
  private isInBlock = false;

  /**
   * The bytes before the first message that says it, and those from it on; the second is empty
   * where there is none. `rest`: not a whole message yet.
   */
  split(bytes: Buffer): { before: Buffer; commit: Buffer; rest: Buffer } {
    let at = 0;
    while (at + HEAD <= bytes.length) {
      const end = at + 1 + bytes.readInt32BE(at + 1);
      if (end > bytes.length) break;
      if (this.saysCommitted(bytes[at]!, bytes.subarray(at + HEAD, end)))
        return { before: bytes.subarray(0, at), commit: bytes.subarray(at), rest: Buffer.alloc(0) };
      at = end;
    }
    return { before: bytes.subarray(0, at), commit: Buffer.alloc(0), rest: bytes.subarray(at) };
  }

  private saysCommitted(kind: number, body: Buffer): boolean {
    if (kind === ERROR) this.isFailed = true;
    if (kind === COMMAND_COMPLETE) {
      const tag = body.toString('latin1', 0, body.length - 1);
      this.tags.push(tag);
      return tag === 'COMMIT';
    }
    if (kind !== READY) return false;
    const areOne = this.tags.length > 1 && !this.isInBlock && !this.isFailed;
    this.isInBlock = body.toString('latin1', 0, 1) !== 'I';
    this.tags = [];
    this.isFailed = false;
    return areOne && !this.isInBlock;
  }
}

/** @param url of the database, on a host and port @param faultOf asked at each commit */
export async function startCommitProxy(
  url: string,
  faultOf: () => CommitFault,
): Promise<CommitProxy> {
  const target = new URL(url);
  const sockets = new Set<Socket>();
  let faults = 0;
  const nextFault = (): CommitFault => {
    const fault = faultOf();
    if (fault) faults += 1;
    return fault;
  };
  const server = createServer((client) => {
    const database = connect({ host: target.hostname, port: Number(target.port || 5432) });
    for (const [one, other] of [
      [client, database],
      [database, client],
    ] as const) {
      sockets.add(one);
      one.on('error', () => other.destroy());
      one.on('close', () => {
        sockets.delete(one);
        other.destroy();
      });
    }
    client.pipe(database);
    relayAnswers(database, client, nextFault);
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const own = new URL(url);
  own.hostname = '127.0.0.1';
  own.port = String((server.address() as { port: number }).port);
  return {
    url: own.href,
    faults: () => faults,
    close: () =>
      new Promise((resolve) => {
        for (const socket of sockets) socket.destroy();
        server.close(() => resolve());
      }),
  };
}

function relayAnswers(database: Socket, client: Socket, faultOf: () => CommitFault): void {
  const answers = new Answers();
  let waiting = Buffer.alloc(0);
  let isHeld = false;
  const relay = (): void => {
    const { before, commit, rest } = answers.split(waiting);
    if (before.length > 0) client.write(before);
    waiting = Buffer.concat([commit, rest]);
    if (commit.length === 0) return;
    const fault = faultOf();
    if (fault?.kind === 'cut') {
      client.destroy();
      return;
    }
    isHeld = true;
    setTimeout(
      () => {
        isHeld = false;
        const length = 1 + waiting.readInt32BE(1);
        client.write(waiting.subarray(0, length));
        waiting = waiting.subarray(length);
        relay();
      },
      fault ? fault.seconds * 1000 : 0,
    );
  };
  database.on('data', (bytes) => {
    waiting = Buffer.concat([waiting, bytes]);
    if (!isHeld) relay();
  });
}
