/** An api that serves https itself, and its certificate that is renewed on the disk. */
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { request } from 'node:https';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { connect } from 'node:tls';
import { aCertificate } from '@keyway/testing';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { createServer, type Server } from 'node:https';
import type { AddressInfo } from 'node:net';
import { readKeyPair } from '@keyway/config';
import { aServer } from '../testing/aServer.ts';
import { tlsOptions, watchKeyPair, type WatchedKeyPair } from './keyPair.ts';

const folder = mkdtempSync(join(tmpdir(), 'keyway-tls-'));
const files = { cert: join(folder, 'tls.crt'), key: join(folder, 'tls.key') };
const [first, second] = await Promise.all([aCertificate(), aCertificate()]);
const soon = await aCertificate({ to: new Date(Date.now() + 3 * 86_400_000) });

function put({ certificate, key }: { certificate: string; key: string }): void {
  writeFileSync(files.cert, certificate);
  writeFileSync(files.key, key);
}

const lines: string[] = [];
const note = (...said: unknown[]): void => void lines.push(JSON.stringify(said));
const log = { info: note, warn: note };
let server: Server;
let watched: WatchedKeyPair;
beforeAll(async () => {
  put(first);
  const pair = readKeyPair(files.cert, files.key);
  server = createServer(tlsOptions(pair), (_request, response) => response.end('ok'));
  watched = watchKeyPair(server, files, pair, log);
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
});
afterAll(async () => {
  await watched.stop();
  server.close();
  rmSync(folder, { recursive: true });
});

/** The certificate that a client is shown, as PEM without line breaks. */
const shown = (port: number, options: object = {}): Promise<string> =>
  new Promise((resolve, reject) => {
    const socket = connect({ host: '127.0.0.1', port, rejectUnauthorized: false, ...options });
    socket.once('error', reject);
    socket.once('secureConnect', () => {
      resolve(socket.getPeerCertificate().raw.toString('base64'));
      socket.destroy();
    });
  });
const bare = (pem: string): string => pem.replace(/-----[^-]+-----|\s/g, '');
const portOf = (): number => (server.address() as AddressInfo).port;

it('a renewed certificate counts without a restart', async () => {
  expect(await shown(portOf())).toBe(bare(first.certificate));
  put(second);
  await watched.readAgain();
  expect(await shown(portOf())).toBe(bare(second.certificate));
  expect(lines.join()).toContain('the certificate was replaced');
});

it('one that is half replaced does not, which is said once', async () => {
  lines.length = 0;
  writeFileSync(files.cert, first.certificate);
  await watched.readAgain();
  await watched.readAgain();
  expect(await shown(portOf())).toBe(bare(second.certificate));
  expect(lines).toHaveLength(1);
  expect(lines[0]).toMatch(/KEYWAY_TLS_KEY is .* which is not the key of/);
  writeFileSync(files.key, first.key);
  await watched.readAgain();
  expect(await shown(portOf())).toBe(bare(first.certificate));
});

it('TLS 1.1 is refused', async () => {
  await expect(shown(portOf(), { minVersion: 'TLSv1', maxVersion: 'TLSv1.1' })).rejects.toThrow();
});

it('the end of a certificate is warned about', async () => {
  lines.length = 0;
  put(soon);
  const pair = readKeyPair(files.cert, files.key);
  const { stop, notAfter } = watchKeyPair(server, files, pair, log);
  await stop();
  expect(lines.filter((line) => line.includes('ends soon'))).toHaveLength(1);
  expect(notAfter()).toEqual(pair.notAfter);
});

it('the api serves its pages and its API by https', async () => {
  put(first);
  const api = await aServer({ tls: files, publicUrl: 'https://localhost' });
  try {
    const { url } = api.running;
    expect(url).toMatch(/^https:/);
    const status = await new Promise((resolve, reject) => {
      const asked = request(`${url}/readyz`, { rejectUnauthorized: false }, (response) =>
        resolve(response.resume().statusCode),
      );
      asked.once('error', reject).end();
    });
    expect(status).toBe(200);
    await expect(fetch(url.replace('https', 'http'))).rejects.toThrow();
  } finally {
    await api.close();
  }
});
