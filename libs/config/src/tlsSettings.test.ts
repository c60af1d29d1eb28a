import { generateKeyPairSync } from 'node:crypto';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { generate } from 'selfsigned';
import { afterAll, expect, it } from 'vitest';
import { readSettings } from './readSettings.ts';
import { readKeyPair } from './tlsSettings.ts';

const folder = mkdtempSync(join(tmpdir(), 'keyway-tls-'));
afterAll(() => rmSync(folder, { recursive: true }));
const file = (name: string, text: string): string => {
  writeFileSync(join(folder, name), text);
  return join(folder, name);
};
const ends = new Date('2030-01-02T03:04:05Z');
const made = await generate([{ name: 'commonName', value: 'keyway.example.com' }], {
  notAfterDate: ends,
});
const cert = file('tls.crt', made.cert);
const key = file('tls.key', made.private);
const other = file(
  'other.key',
  generateKeyPairSync('rsa', {
    modulusLength: 2048,
    privateKeyEncoding: { type: 'pkcs8', format: 'pem' },
    publicKeyEncoding: { type: 'spki', format: 'pem' },
  }).privateKey,
);
const half = file('half.key', made.private.slice(0, 200));

it('reads a certificate with its key', () => {
  expect(readKeyPair(cert, key)).toEqual({ cert: made.cert, key: made.private, notAfter: ends });
  expect(readSettings('api', { KEYWAY_TLS_CERT: cert, KEYWAY_TLS_KEY: key })).toMatchObject({
    tlsCert: cert,
    tlsKey: key,
  });
});

it.each([
  ['the key of another', cert, other, /KEYWAY_TLS_KEY is .* which is not the key of/],
  ['half a key', cert, half, /KEYWAY_TLS_KEY is .* not the PEM file of a key/],
  ['no key', cert, join(folder, 'none'), /KEYWAY_TLS_KEY is .* cannot be read \(ENOENT\)/],
  ['the two exchanged', key, cert, /KEYWAY_TLS_CERT is .* not the PEM file of a certificate/],
])('says what is wrong with %s, and nothing of the key', (_what, certFile, keyFile, problem) => {
  const read = () => readSettings('api', { KEYWAY_TLS_CERT: certFile, KEYWAY_TLS_KEY: keyFile });
  expect(read).toThrow(problem);
  expect(read).not.toThrow(made.private.split('\n')[1]);
});
