/** Whom `fetch` asks the proxy for, as the sign-in with providers uses it. */
import { createServer, type Server } from 'node:http';
import type { AddressInfo, Socket } from 'node:net';
import { readSettings } from '@keyway/config';
import { afterEach, beforeEach, expect, it } from 'vitest';
import { reachProviders } from './reachProviders.ts';

let proxy: Server;
let asked: string[];
let stop = (): void => undefined;
beforeEach(async () => {
  asked = [];
  proxy = createServer();
  proxy.on('connect', ({ url, headers }, socket: Socket) => {
    asked.push(`${url} ${headers['proxy-authorization'] ?? 'nobody'}`);
    socket.end('HTTP/1.1 403 Forbidden\r\n\r\n');
  });
  await new Promise<void>((resolve) => proxy.listen(0, '127.0.0.1', resolve));
});
afterEach(async () => {
  stop();
  await new Promise((resolve) => proxy.close(resolve));
});

const begin = (user: string, noProxy = ''): void => {
  const { port } = proxy.address() as AddressInfo;
  const environment = { HTTPS_PROXY: `http://${user}127.0.0.1:${port}`, NO_PROXY: noProxy };
  stop = reachProviders(readSettings('api', environment));
};
const open = (url: string): Promise<unknown> =>
  fetch(url, { signal: AbortSignal.timeout(3_000) }).catch((error: unknown) => error);

it('asks the proxy for a provider, with its credentials', async () => {
  begin('u%40x:p%3Aw@');
  await open('https://login.invalid/.well-known/openid-configuration');
  expect(asked).toEqual([`login.invalid:443 Basic ${btoa('u@x:p:w')}`]);
});

it('asks it for nothing that NO_PROXY names, nor for plain http', async () => {
  begin('', 'login.invalid,other.invalid:444,127.0.0.1');
  await open('https://login.invalid/');
  await open('https://below.login.invalid/');
  await open('https://other.invalid:444/');
  await open('http://third.invalid/');
  expect(asked).toEqual([]);
  await open('https://other.invalid/');
  expect(asked).toEqual(['other.invalid:443 nobody']);
});

it('asks nobody where everything is excluded', async () => {
  begin('', '*');
  await open('https://login.invalid/');
  expect(asked).toEqual([]);
});
