/** Subscriptions whose events a test awaits one by one. */
import { randomUUID } from 'node:crypto';
import { createClient, type Client as SocketClient } from 'graphql-ws';
import { WebSocket } from 'ws';
import type { Payload, TestServer } from './aServer.ts';

/** A subscription whose events can be awaited one by one. */
export interface Subscribed {
  next: () => Promise<Payload>;
  /** Everything that came so far and was not awaited. */
  waiting: Payload[];
  ended: Promise<unknown>;
}

export const socketAddress = ({ url }: TestServer): string =>
  `${url.replace('http', 'ws')}/graphql`;

/** How many subscriptions are open, by the server’s metrics. */
const openSubscriptions = async ({ url }: TestServer): Promise<number> =>
  Number(/^keyway_subscriptions (\d+)$/m.exec(await (await fetch(`${url}/metrics`)).text())?.[1]);

/**
 * Resolves once this api was notified of every change that was committed before. PostgreSQL sends
 * notifications in the order of their commits.
 */
async function notifiedOfEarlierChanges({ store, database }: TestServer): Promise<void> {
  const runId = randomUUID();
  const notified = new Promise<void>((resolve) => {
    const stop = store.onChange((change) => {
      if (change.runId !== runId) return;
      stop();
      resolve();
    });
  });
  const change = { partnerId: randomUUID(), organizationId: randomUUID(), runId, version: 1 };
  await database.query(`select pg_notify('keyway_run', $1)`, [JSON.stringify(change)]);
  await notified;
}

export class Subscriber {
  readonly #server: TestServer;
  readonly #sockets: SocketClient[] = [];

  constructor(server: TestServer) {
    this.#server = server;
  }

  /**
   * Resolves once the subscription is open, or ended. Changes that were committed before it do not
   * reach it.
   */
  async subscribe(
    token: string,
    query: string,
    variables: Record<string, unknown> = {},
  ): Promise<Subscribed> {
    await notifiedOfEarlierChanges(this.#server);
    const before = await openSubscriptions(this.#server);
    const socket = createClient({
      url: socketAddress(this.#server),
      webSocketImpl: WebSocket,
      connectionParams: { authorization: `Bearer ${token}` },
      retryAttempts: 0,
    });
    this.#sockets.push(socket);
    const waiting: Payload[] = [];
    let wake = (): void => undefined;
    let over = false;
    const ended = new Promise<unknown>((resolve) => {
      socket.subscribe(
        { query, variables },
        {
          next: (value) => (waiting.push(value), wake()),
          error: resolve,
          complete: () => resolve('complete'),
        },
      );
    }).finally(() => (over = true));
    while (!over && (await openSubscriptions(this.#server)) === before)
      await new Promise(setImmediate);
    const next = async (): Promise<Payload> => {
      while (waiting.length === 0) await new Promise<void>((resolve) => (wake = resolve));
      return waiting.shift();
    };
    return { next, waiting, ended };
  }

  /** Closes all sockets. Resolves when the server has closed their subscriptions too. */
  async closeAll(): Promise<void> {
    for (const socket of this.#sockets.splice(0)) await socket.dispose();
    while ((await openSubscriptions(this.#server)) > 0) await new Promise(setImmediate);
  }
}
