/** Calls to clouds through a real proxy, and everything a proxy can do wrong. */
import { ConnectorError } from '@keyway/core';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import {
  startConnectProxy,
  type ConnectProxy,
  type Misbehave,
} from '../../testing/startConnectProxy.ts';
import { startFakeCloud, type FakeCloud } from '../../testing/startFakeCloud.ts';
import { exchange } from '../exchange.ts';
import { publicLookup } from '../publicAgent.ts';
import { openTunnel } from './openTunnel.ts';
import { ProxyAgent } from './proxyAgent.ts';
import type { ProxyBypass, ProxySettings } from './proxySettings.ts';

const HOST = 'management.azure.com';
const BODY = '{"secret":"of the body"}';
const NONE: ProxyBypass = { all: false, names: [], ranges: [] };

let cloud: FakeCloud;
let proxy: ConnectProxy | undefined;
let agent: ProxyAgent | undefined;
beforeEach(async () => {
  cloud = await startFakeCloud([HOST], () => ({ body: { done: true } }));
});
afterEach(async () => {
  agent?.destroy();
  await proxy?.close();
  await cloud.close();
});

async function behind(
  options: Parameters<typeof startConnectProxy>[1] = {},
  given: Partial<ProxySettings['address']> = {},
  bypass = NONE,
): Promise<void> {
  proxy = await startConnectProxy(cloud.address, options);
  agent = new ProxyAgent(
    { address: { ...proxy.address, ...given }, bypass },
    { ca: cloud.address.ca, lookup: publicLookup() },
  );
}
const post = (maySend = () => true, timeoutMs = 5_000) =>
  exchange(
    {
      ...{ method: 'POST', url: `https://${HOST}/x`, body: BODY },
      headers: { authorization: 'Bearer token' },
    },
    { agent, timeoutMs, signal: null, maySend },
  );
async function failed(call: Promise<unknown>): Promise<ConnectorError> {
  const error = await call.then(
    () => null,
    (reason: unknown) => reason,
  );
  if (error instanceof ConnectorError) return error;
  throw new Error('nothing failed', { cause: error });
}

describe('through a proxy', () => {
  it('asks the cloud by name, sends the request inside TLS, and keeps the tunnel', async () => {
    await behind({ credentials: 'user:p@ss:word' });
    for (let count = 0; count < 3; count += 1)
      await expect(post()).resolves.toMatchObject({ status: 200, body: '{"done":true}' });
    expect(proxy!.asked).toEqual([
      {
        target: `${HOST}:443`,
        authorization: `Basic ${Buffer.from('user:p@ss:word').toString('base64')}`,
      },
    ]);
    expect(cloud.requests).toHaveLength(3);
    for (const { host, body, headers } of cloud.requests) {
      expect([host, body]).toEqual([HOST, BODY]);
      expect(headers).not.toHaveProperty('proxy-authorization');
    }
  });

  it('asks whether it may send when TLS stands, not before', async () => {
    await behind({
      misbehave: (socket) => void socket,
    });
    let asked = 0;
    const error = await failed(post(() => (asked += 1) > 0, 300));
    expect([asked, error.failure.code, error.ambiguous]).toEqual([0, 'ETIMEDOUT', false]);
    await proxy!.close();
    await behind();
    const held = await failed(post(() => false));
    expect([held.failure.code, held.ambiguous, cloud.requests.length]).toEqual([
      ...['HELD_BACK', false],
      0,
    ]);
  });

  it('goes directly to what NO_PROXY names, where the rule for public addresses holds', async () => {
    await behind({}, {}, { ...NONE, names: [{ name: 'azure.com', port: null }] });
    const local = new ProxyAgent(
      { address: proxy!.address, bypass: { ...NONE, all: true } },
      { lookup: publicLookup((_name, _options, answer) => answer(null, [LOOPBACK])) },
    );
    const error = await failed(
      exchange(
        { method: 'GET', url: `https://${HOST}/`, headers: {} },
        { agent: local, timeoutMs: 2_000, signal: null },
      ),
    );
    expect([error.failure.code, error.ambiguous]).toEqual(['ADDRESS_NOT_PUBLIC', false]);
    expect(proxy!.asked).toEqual([]);
  });
});
const LOOPBACK = { address: '127.0.0.1', family: 4 };

const answers =
  (text: string): Misbehave =>
  (socket) =>
    void socket.write(text);
const ESTABLISHED = 'HTTP/1.1 200 OK\r\n\r\n';
const PAGE = 'HTTP/1.1 200 OK\r\ncontent-length: 2\r\n\r\n{}';

describe.each<[what: string, code: string | RegExp, misbehave: Misbehave]>([
  ['forbids the host', 'KEYWAY_PROXY_REFUSED', answers('HTTP/1.1 403 Forbidden\r\n\r\n<html>')],
  [
    'redirects',
    'KEYWAY_PROXY_REFUSED',
    answers('HTTP/1.1 302 Found\r\nlocation: https://evil.example/\r\n\r\n'),
  ],
  ['fails', 'KEYWAY_PROXY_REFUSED', answers('HTTP/1.1 502 Bad gateway\r\n\r\n')],
  ['answers in the cloud’s place', 'KEYWAY_PROXY_REFUSED', answers(PAGE)],
  [
    'answers in the cloud’s place after it agreed',
    /^(EPROTO|ERR_SSL_\w+)$/,
    (socket) => {
      socket.write(ESTABLISHED);
      socket.once('data', () => socket.write(PAGE));
    },
  ],
  ['speaks another protocol', 'KEYWAY_PROXY_UNREACHABLE', answers('SSH-2.0-OpenSSH_9.9\r\n')],
  [
    'sends endless headers',
    'KEYWAY_PROXY_UNREACHABLE',
    answers(`HTTP/1.1 200 OK\r\n${'x: y\r\n'.repeat(9000)}`),
  ],
  ['resets', 'KEYWAY_PROXY_UNREACHABLE', (socket) => void socket.resetAndDestroy()],
  ['closes', 'KEYWAY_PROXY_UNREACHABLE', (socket) => void socket.end()],
  [
    'resets after it agreed',
    'ECONNRESET',
    (socket) => void socket.write(ESTABLISHED, () => socket.resetAndDestroy()),
  ],
  ['agrees and is silent', 'ETIMEDOUT', answers(ESTABLISHED)],
])('a proxy that %s', (_what, code, misbehave) => {
  it('gets nothing of the request, and it is known that nothing was sent', async () => {
    await behind({ misbehave });
    const error = await failed(post(undefined, 700));
    expect(error.failure).toMatchObject({ kind: 'unavailable', host: HOST, status: null });
    expect(error.failure.code).toMatch(code);
    expect(error.ambiguous).toBe(false);
    const leaked = Buffer.concat(proxy!.received).toString('latin1');
    for (const secret of ['of the body', 'Bearer', 'POST']) expect(leaked).not.toContain(secret);
    expect(cloud.requests).toEqual([]);
  });
});

it('does not accept a certificate that the proxy made itself', async () => {
  const spy = await startFakeCloud([HOST], () => ({ body: {} }));
  proxy = await startConnectProxy(spy.address);
  agent = new ProxyAgent({ address: proxy.address, bypass: NONE }, { ca: cloud.address.ca });
  const error = await failed(post());
  expect([error.failure.code, error.ambiguous]).toEqual(['KEYWAY_UNKNOWN_AUTHORITY', false]);
  expect(spy.requests).toEqual([]);
  await spy.close();
});

it('names the proxy in the log and its password nowhere', async () => {
  await behind({ credentials: 'user:right' }, { authorization: 'Basic d3JvbmcgcGFzc3dvcmQ=' });
  const error = await failed(post());
  expect(error.failure).toMatchObject({ code: 'KEYWAY_PROXY_SIGN_IN', host: HOST, message: '' });
  expect(error.message).toContain(`127.0.0.1:${proxy!.address.port} answered CONNECT`);
  expect(JSON.stringify([error.message, error.stack, error.failure])).not.toMatch(/d3Jvbmc|Basic/);
  await proxy!.close();
  const refused = await failed(post());
  expect([refused.failure.code, refused.ambiguous]).toEqual(['KEYWAY_PROXY_UNREACHABLE', false]);
  expect(refused.message).toContain('ECONNREFUSED');
});

it('does not wait for ever for a proxy that answers byte by byte, nor holds up the process', async () => {
  const slow: Misbehave = (socket) => {
    let sent = 0;
    const timer = setInterval(() => socket.write(sent++ === 0 ? 'HTTP/1.1 200 OK\r\nx: ' : 'y'), 5);
    socket.on('close', () => clearInterval(timer));
  };
  await behind({ misbehave: slow });
  const begun = performance.now();
  await expect(openTunnel(proxy!.address, { host: HOST, port: 443 }, 1_000)).rejects.toMatchObject({
    code: 'KEYWAY_PROXY_UNREACHABLE',
  });
  // Node's own tunnel needs minutes of the processor for it.
  expect(performance.now() - begun).toBeLessThan(5_000);
});
