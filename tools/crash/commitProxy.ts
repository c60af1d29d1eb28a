/**
 * A proxy before PostgreSQL that withholds answers to COMMIT: the transaction is committed, and the
 * client gets no answer (`cut`) or a late one (`late`).
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

/**
 * Each message of the server is one byte of kind and four of length. `C` with the tag COMMIT says
 * that a transaction is committed, however many statements were sent ahead with it.
 */
const COMMAND_COMPLETE = 'C'.charCodeAt(0);
const TAG = Buffer.from('COMMIT\0');
const HEAD = 5;

/**
 * The bytes before the first answer to COMMIT, and those from it on; the second is empty where
 * there is none. `rest`: not a whole message yet.
 */
export function splitAtCommit(bytes: Buffer): { before: Buffer; commit: Buffer; rest: Buffer } {
  let at = 0;
  while (at + HEAD <= bytes.length) {
    const end = at + 1 + bytes.readInt32BE(at + 1);
    if (end > bytes.length) break;
    if (bytes[at] === COMMAND_COMPLETE && bytes.subarray(at + HEAD, end).equals(TAG))
      return { before: bytes.subarray(0, at), commit: bytes.subarray(at), rest: Buffer.alloc(0) };
    at = end;
  }
  return { before: bytes.subarray(0, at), commit: Buffer.alloc(0), rest: bytes.subarray(at) };
}

/** @param url of the database, on a host and port @param faultOf asked at each answer to COMMIT */
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
  let waiting = Buffer.alloc(0);
  let isHeld = false;
  const relay = (): void => {
    const { before, commit, rest } = splitAtCommit(waiting);
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
