import { once } from 'node:events';
import type { AddressInfo } from 'node:net';
import { WebSocketServer, type WebSocket } from 'ws';
import { expect, onTestFinished, test } from 'vitest';
import { createClient, type Result } from './index.ts';

const token = `kw_${'5e'.repeat(24)}`;
const document = 'subscription Count { count }';
type Data = { count: number };

interface Message {
  id: string;
  type: string;
  payload: { authorization?: string; query?: string };
}

/** Speaks graphql-transport-ws, as the specification has it. */
async function liveApi() {
  const counter = { count: 0 };
  const connections: { socket: WebSocket; authorization: unknown }[] = [];
  const subscribed = new Map<WebSocket, string>();
  const server = new WebSocketServer({
    ...{ host: '127.0.0.1', port: 0, path: '/graphql' },
    handleProtocols: () => 'graphql-transport-ws',
  });
  const send = (socket: WebSocket, message: object): void => socket.send(JSON.stringify(message));
  server.on('connection', (socket) =>
    socket.on('message', (text: Buffer) => {
      const { id, type, payload } = JSON.parse(text.toString()) as Message;
      if (type === 'connection_init') {
        connections.push({ socket, authorization: payload?.authorization });
        send(socket, { type: 'connection_ack' });
      } else if (type === 'subscribe') {
        const errors = [{ message: 'No.', extensions: { code: 'GRAPHQL_VALIDATION_FAILED' } }];
        if (payload.query === document) subscribed.set(socket, id);
        else send(socket, { id, type: 'error', payload: errors });
      }
    }),
  );
  await once(server, 'listening');
  onTestFinished(() => {
    for (const socket of server.clients) socket.terminate();
    server.close();
  });
  const add = (): void => {
    counter.count += 1;
    for (const [socket, id] of subscribed)
      if (socket.readyState === socket.OPEN)
        send(socket, { id, type: 'next', payload: { data: { ...counter } } });
  };
  const url = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
  return { url, counter, add, connections, subscribed };
}

const read = async (events: AsyncGenerator<Result<Data>>): Promise<Data | string> => {
  const { value, done } = await events.next();
  if (done) return 'ended';
  return value.ok ? value.data : value.error.kind;
};

test('events, with the token', async () => {
  const { url, add, connections, subscribed } = await liveApi();
  const cancel = new AbortController();
  const events = createClient({ url, token }).subscribe<Data>(document, {}, cancel);
  const first = read(events);
  await expect.poll(() => subscribed.size).toBe(1);
  add();
  expect(await first).toEqual({ count: 1 });
  expect(connections[0]!.authorization).toBe(`Bearer ${token}`);
  cancel.abort();
  expect(await read(events)).toBe('ended');
});

test('a lost connection is opened again, and what was missed is read', async () => {
  const { url, counter, add, connections } = await liveApi();
  const states: string[] = [];
  const cancel = new AbortController();
  onTestFinished(() => cancel.abort());
  const events = createClient({ url, token }).subscribe<Data>(
    document,
    {},
    {
      signal: cancel.signal,
      onConnection: (state) => states.push(state),
      read: () => Promise.resolve({ ok: true, data: { count: counter.count } }),
    },
  );
  expect(await read(events)).toEqual({ count: 0 });
  connections[0]!.socket.terminate();
  // Nobody is connected: no event says so.
  add();
  expect(await read(events)).toEqual({ count: 1 });
  expect(connections).toHaveLength(2);
  expect(states).toEqual(['lost', 'connected']);
});

test.each([
  ['Session ended', 1],
  ['Access removed', 1],
  ['Forbidden', 1],
])('closed because of "%s" it ends', async (reason, expected) => {
  const { url, connections } = await liveApi();
  const events = createClient({ url, token }).subscribe<Data>(document);
  const first = read(events);
  await expect.poll(() => connections.length).toBe(1);
  connections[0]!.socket.close(4403, reason);
  expect(await first).toBe('notSignedIn');
  expect(await read(events)).toBe('ended');
  expect(connections).toHaveLength(expected);
});

test('after "Access changed" it connects again', async () => {
  const { url, counter, connections } = await liveApi();
  const cancel = new AbortController();
  onTestFinished(() => cancel.abort());
  const events = createClient({ url, token }).subscribe<Data>(
    document,
    {},
    {
      signal: cancel.signal,
      read: () => Promise.resolve({ ok: true, data: { count: counter.count } }),
    },
  );
  await read(events);
  connections[0]!.socket.close(4403, 'Access changed');
  expect(await read(events)).toEqual({ count: 0 });
  expect(connections).toHaveLength(2);
});

test('what is not valid ends it with the reason', async () => {
  const { url } = await liveApi();
  const client = createClient({ url, token });
  expect(await read(client.subscribe<Data>('subscription { other }'))).toBe('invalid');
  expect(await read(client.subscribe<Data>('subscription {'))).toBe('invalid');
});

test('where nobody ever answers it ends', async () => {
  const retry = { attempts: 2 };
  const events = createClient({ url: 'http://127.0.0.1:4', token, retry }).subscribe<Data>(
    document,
  );
  expect(await read(events)).toBe('network');
  expect(await read(events)).toBe('ended');
});
