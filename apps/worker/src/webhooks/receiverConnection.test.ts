/** Messages through a real proxy: the rule about addresses holds before it is asked. */
import type { lookup } from 'node:dns';
import { request } from 'node:https';
import { getCACertificates, setDefaultCACertificates } from 'node:tls';
import { startConnectProxy, startFakeCloud } from '@keyway/connector-transport/testing';
import type { ConnectProxy, Misbehave } from '@keyway/connector-transport/testing';
import { receiverRules } from '@keyway/core';
import { afterEach, expect, it } from 'vitest';
import { postMessage } from './postMessage.ts';
import { receiverConnection } from './receiverConnection.ts';

const NONE = { all: false, names: [], ranges: [] };
let proxy: ConnectProxy;
afterEach(() => proxy.close());

const start = async (misbehave?: Misbehave): Promise<void> => {
  proxy = await startConnectProxy({ host: '127.0.0.1', port: 1 }, misbehave ? { misbehave } : {});
};
const send = (url: string) =>
  postMessage(url, {
    headers: {},
    ...{ body: 'of the body', allowed: [], maySend: () => true },
    proxy: { address: proxy.address, bypass: NONE },
    signal: new AbortController().signal,
    timeoutMs: 2_000,
  });

it.each(['https://127.0.0.1/', 'https://[::1]/', 'https://169.254.169.254/', 'https://localhost/'])(
  'never asks the proxy for %s',
  async (url) => {
    await start();
    expect(await send(url)).toMatchObject({ result: 'unreachable', isConnected: false });
    expect(proxy.asked).toEqual([]);
  },
);

it.each([
  [407, 'requires credentials'],
  [403, 'refused the receiver’s address'],
])('says that the proxy answered %i', async (status, expected) => {
  await start((socket) => void socket.end(`HTTP/1.1 ${status} No\r\n\r\n`));
  expect(await send('https://8.8.8.8/hook')).toMatchObject({
    result: 'unreachable',
    error: expect.stringContaining(expected) as string,
    isConnected: false,
  });
  expect(proxy.asked.map(({ target }) => target)).toEqual(['8.8.8.8:443']);
});

it('sends nothing before TLS stands with the receiver', async () => {
  await start((socket) => void socket.write('HTTP/1.1 200 OK\r\n\r\n'));
  expect(await send('https://8.8.8.8/hook')).toMatchObject({ result: 'late', isConnected: false });
  expect(Buffer.concat(proxy.received).toString('latin1')).not.toMatch(/POST|of the body/);
});

const resolvingTo = (...addresses: string[]): typeof lookup =>
  ((_name: string, _options: object, answer: (error: null, found: object[]) => void) =>
    answer(
      null,
      addresses.map((address) => ({ address, family: address.includes(':') ? 6 : 4 })),
    )) as unknown as typeof lookup;

/** What the receiver answered, by its name. */
async function asked(
  host: string,
  resolve: typeof lookup,
  noProxy: string[] = [],
): Promise<number> {
  const url = new URL(`https://${host}/hook`);
  const names = noProxy.map((name) => ({ name, port: null }));
  const settings = { address: proxy.address, bypass: { ...NONE, names } };
  const way = receiverConnection(url, receiverRules(url, []), settings, resolve);
  return new Promise((answer, reject) => {
    request(url, { ...way }, (response) => answer(response.resume().statusCode!))
      .on('error', reject)
      .end();
  });
}

it('asks the proxy for the checked address, and the receiver for its name', async () => {
  const receiver = await startFakeCloud(['hooks.example'], () => ({ status: 204 }));
  const before = getCACertificates('default');
  setDefaultCACertificates([...before, receiver.address.ca]);
  try {
    proxy = await startConnectProxy(receiver.address);
    const resolve = resolvingTo('10.0.0.7', '2606:4700::1', '8.8.4.4');
    expect(await asked('hooks.example', resolve)).toBe(204);
    expect(proxy.asked.map(({ target }) => target)).toEqual(['8.8.4.4:443']);
    expect(receiver.requests.map(({ host }) => host)).toEqual(['hooks.example']);
    // A receiver that has the certificate of another name is none.
    await expect(asked('other.example', resolve)).rejects.toMatchObject({
      code: 'ERR_TLS_CERT_ALTNAME_INVALID',
    });
  } finally {
    setDefaultCACertificates(before);
    await receiver.close();
  }
});

it('asks nobody for a name that leads to a private address alone', async () => {
  await start();
  await expect(asked('hooks.example', resolvingTo('10.0.0.7', '::1'))).rejects.toMatchObject({
    code: 'RECEIVER_NOT_ALLOWED',
  });
  expect(proxy.asked).toEqual([]);
});
