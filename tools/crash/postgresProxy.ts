/** A proxy between one process and PostgreSQL that asks before it passes a call or an answer on. */
import { connect, createServer, type AddressInfo, type Socket } from 'node:net';
import { Answers, fullDiskQuery, SentCalls, type Call } from './postgresCalls.ts';

/**
 * `swallow`: nothing passes on this connection any more, and it stays open. `cut`: it is closed.
 * `fail`: the call fails as on a full disk.
 */
export type Passing = 'pass' | 'swallow' | 'cut' | 'fail';
/** Answers when the call, or its answer, may be passed on. */
export type Ask = (call: Call, when: 'before' | 'after') => Promise<Passing>;

export interface PostgresProxy {
  /** The address to use in place of the database's. */
  through(url: string): string;
  close(): Promise<void>;
}

/** @param url of the database, on a host and port */
export async function startPostgresProxy(url: string, ask: Ask): Promise<PostgresProxy> {
  const target = new URL(url);
  const sockets = new Set<Socket>();
  const server = createServer((client) => {
    const database = connect(Number(target.port || 5432), target.hostname);
    for (const socket of [client, database]) {
      sockets.add(socket);
      socket.setNoDelay(true);
      socket.on('error', () => undefined);
      socket.on('close', () => sockets.delete(socket));
    }
    const sent = relay(client, database, ask);
    // What a process sent before it died still arrives.
    client.on('close', () => void sent().finally(() => database.end()));
    database.on('close', () => client.destroy());
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  return {
    through: (given) => {
      const own = new URL(given);
      own.hostname = '127.0.0.1';
      own.port = String((server.address() as AddressInfo).port);
      return own.href;
    },
    close: () =>
      new Promise((resolve) => {
        for (const socket of sockets) socket.destroy();
        server.close(() => resolve());
      }),
  };
}

/** Answers what resolves when all that the client sent until then was passed on, or kept. */
function relay(client: Socket, database: Socket, ask: Ask): () => Promise<void> {
  const [sent, answers] = [new SentCalls(), new Answers()];
  const unanswered: Call[] = [];
  let isSwallowing = false;
  /** One after the other, in both directions. */
  let [sending, answering] = [Promise.resolve(), Promise.resolve()];
  const decide = async (call: Call, when: 'before' | 'after'): Promise<Passing> => {
    const passing = await ask(call, when);
    if (passing === 'swallow') isSwallowing = true;
    if (passing === 'cut') client.destroy();
    return passing;
  };
  const send = async (bytes: Buffer, call: Call | null): Promise<void> => {
    if (isSwallowing) return;
    const passing = call ? await decide(call, 'before') : 'pass';
    if (passing === 'swallow' || passing === 'cut') return;
    if (call) unanswered.push(call);
    if (database.writable) database.write(passing === 'fail' ? fullDiskQuery() : bytes);
  };
  const answer = async (bytes: Buffer, isWhole: boolean): Promise<void> => {
    if (isSwallowing) return;
    const call = isWhole ? unanswered.shift() : undefined;
    const passing = call ? await decide(call, 'after') : 'pass';
    if (passing === 'pass') client.write(bytes);
  };
  client.on('data', (bytes) => {
    for (const { bytes: own, call } of sent.feed(bytes))
      sending = sending.then(() => send(own, call));
  });
  database.on('data', (bytes) => {
    for (const { bytes: own, isWhole } of answers.feed(bytes))
      answering = answering.then(() => answer(own, isWhole));
  });
  return () => sending;
}
