/**
 * Behind a proxy everybody has an address of their own again, if and only if the proxy is trusted.
 */
import { once } from 'node:events';
import type { IncomingMessage } from 'node:http';
import { readSettings } from '@keyway/config';
import { newToken } from '@keyway/store';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { WebSocket } from 'ws';
import { makeLog } from '../log.ts';
import { startServer } from '../server.ts';
import { aClient, aServer, BOOTSTRAP, TEST_CONFIG, type TestServer } from '../testing/aServer.ts';

let server: TestServer;
beforeAll(async () => {
  server = await aServer();
});
afterAll(() => server.close());

const TIGHT = { max: 3, windowMs: 60_000 };
const started = (trustProxy: string[], rates: object) =>
  startServer({
    config: {
      ...TEST_CONFIG,
      trustProxy: readSettings('api', { KEYWAY_TRUST_PROXY: trustProxy.join(',') }).trustProxy,
    },
    store: server.store,
    partnerId: server.partnerId,
    log: makeLog('silent'),
    ...rates,
  });
const from = (address: string) => ({ 'x-forwarded-for': address });

it('counts wrong tokens by the address that a trusted proxy names', async () => {
  const running = await started(['127.0.0.0/8'], { failureRate: TIGHT });
  const ask = async (token: string, address: string): Promise<number> =>
    (await aClient(running.url, token).raw({ query: '{ viewer { id } }' }, from(address))).status;
  try {
    const seen: number[] = [];
    for (let attempt = 0; attempt < 5; attempt += 1)
      seen.push(await ask(newToken(), '198.51.100.1'));
    expect(seen).toEqual([401, 401, 401, 429, 429]);
    expect(await ask(newToken(), '198.51.100.2')).toBe(401);
    // what the client wrote itself
    expect(await ask(newToken(), '1.2.3.4, 198.51.100.1')).toBe(429);
    expect(await ask((await server.person('AUDITOR')).token, '198.51.100.1')).toBe(200);
  } finally {
    await running.close();
  }
});

it('counts no made-up header where no proxy is trusted', async () => {
  const running = await started([], { failureRate: TIGHT });
  try {
    const seen: number[] = [];
    for (let attempt = 0; attempt < 5; attempt += 1)
      seen.push(
        (
          await aClient(running.url, newToken()).raw(
            { query: '{ viewer { id } }' },
            from(`198.51.100.${attempt}`),
          )
        ).status,
      );
    expect(seen).toEqual([401, 401, 401, 429, 429]);
  } finally {
    await running.close();
  }
});

it('counts requests before signing in, and sockets, by that address too', async () => {
  const running = await started(['127.0.0.1'], { rate: TIGHT });
  const page = async (address: string): Promise<number> =>
    (await fetch(`${running.url}/auth/none`, { headers: from(address) })).status;
  try {
    for (let request = 0; request < 3; request += 1) expect(await page('198.51.100.1')).toBe(404);
    expect(await page('198.51.100.1')).toBe(429);
    expect(await page('198.51.100.2')).toBe(404);
    const connect = (address: string): WebSocket =>
      new WebSocket(`${running.url.replace('http', 'ws')}/graphql`, 'graphql-transport-ws', {
        headers: from(address),
      });
    const [, refused] = (await once(connect('198.51.100.1'), 'unexpected-response')) as [
      unknown,
      IncomingMessage,
    ];
    refused.resume();
    expect(refused.statusCode).toBe(429);
    const welcome = connect('198.51.100.2');
    await once(welcome, 'open');
    welcome.close();
    expect(
      (
        await aClient(running.url, BOOTSTRAP).raw(
          { query: '{ viewer { id } }' },
          from('198.51.100.1'),
        )
      ).status,
    ).toBe(200);
  } finally {
    await running.close();
  }
});
