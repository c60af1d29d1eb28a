/** What the person set wins over what `npm start` sets. */
import { mkdtempSync, rmSync, statSync } from 'node:fs';
import { availableParallelism, tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { demoToken, partEnvironment, readSandboxReport, readSettings } from './settings.ts';

const typed = { demo: true };
const sandbox = {
  address: '127.0.0.1:8443',
  ca: '/data/sandbox/ca.pem',
  identity: 'http://localhost:8444',
};

test('defaults', () => {
  expect(readSettings(typed, {}, '/keyway')).toEqual({
    dataDir: '/keyway/.keyway',
    host: '127.0.0.1',
    port: 4000,
    publicUrl: 'http://localhost:4000',
    demo: true,
    databaseUrl: undefined,
    cloud: 'sandbox',
    startsSandbox: true,
    workers: Math.min(availableParallelism(), 8),
  });
});

test('as many workers as are wanted', () => {
  expect(readSettings(typed, { KEYWAY_WORKERS: '3' }, '/').workers).toBe(3);
});

test('--port wins over PORT, and the address follows it', () => {
  const { port, publicUrl } = readSettings({ ...typed, port: 4010 }, { PORT: '5000' }, '/');
  expect([port, publicUrl]).toEqual([4010, 'http://localhost:4010']);
});

test.each([
  ['PORT', 'abc'],
  ['PORT', '0'],
  ['KEYWAY_POLL_SCALE', 'fast'],
  ['LOG_LEVEL', 'loud'],
  ['KEYWAY_CLOUD', 'sandbx'],
  ['KEYWAY_BOOTSTRAP_TOKEN', 'kw_short'],
  ['DATABASE_URL', 'mysql://db'],
  ['KEYWAY_SANDBOX_ADDRESS', 'nohost'],
  ['KEYWAY_SANDBOX_PORT', 'eighty'],
  ['KEYWAY_SEALING_KEY_ID', 'https://keyway.vault.azure.net/'],
  ['KEYWAY_WORKER_CONCURRENCY', 'many'],
  ['KEYWAY_WORKERS', '0'],
  ['OIDC_ISSUER', 'nope'],
  ['PUBLIC_URL', 'keyway'],
  ['HOST', 'a b'],
])('%s=%s is named with an example before anything starts', (name, value) => {
  expect(() => readSettings(typed, { [name]: value }, '/')).toThrow(
    new RegExp(`^${name} .*Example: ${name}=.*$`),
  );
});

test('every problem is reported at once', () => {
  const environment = { LOG_LEVEL: 'loud', PUBLIC_URL: 'keyway', KEYWAY_SANDBOX_PORT: 'x' };
  expect(() => readSettings(typed, environment, '/')).toThrow(
    /PUBLIC_URL[^]*LOG_LEVEL[^]*KEYWAY_SANDBOX_PORT/,
  );
});

test('valid settings pass, also with a sandbox that does not run yet', () => {
  const environment = {
    KEYWAY_SEALING_KEY_ID: 'https://keyway.vault.azure.net/keys/data-keys',
    KEYWAY_POLL_SCALE: '0.01',
    LOG_LEVEL: 'debug',
    HOST: '::1',
    PORT: '4010',
  };
  expect(readSettings(typed, environment, '/').startsSandbox).toBe(true);
  const other = { KEYWAY_SANDBOX_ADDRESS: '127.0.0.1:8443' };
  expect(readSettings(typed, other, '/').startsSandbox).toBe(false);
});

test('the parts get the database, the sandbox, its provider, and with the demo a quick clock', () => {
  const environment = partEnvironment(
    readSettings(typed, {}, '/'),
    {},
    {
      databaseUrl: 'postgresql://x',
      migrationUrl: 'postgresql://owner',
      sandbox,
      bootstrapToken: 'kw_demo',
    },
  );
  expect(environment).toMatchObject({
    DATABASE_URL: 'postgresql://x',
    DATABASE_MIGRATION_URL: 'postgresql://owner',
    KEYWAY_CLOUD: 'sandbox',
    KEYWAY_SANDBOX_ADDRESS: sandbox.address,
    KEYWAY_SANDBOX_CA: sandbox.ca,
    OIDC_ISSUER: sandbox.identity,
    KEYWAY_POLL_SCALE: '0.02',
    KEYWAY_BOOTSTRAP_TOKEN: 'kw_demo',
    PORT: '4000',
  });
});

test('no credential of AWS that the person uses signs for the sandbox that is started', () => {
  const own = {
    AWS_ACCESS_KEY_ID: 'AKIAOFTHEPERSON00001',
    AWS_SECRET_ACCESS_KEY: 'x',
    AWS_SESSION_TOKEN: 'y',
  };
  const settings = readSettings(typed, own, '/');
  expect(partEnvironment(settings, own, { databaseUrl: 'x', sandbox })).toMatchObject({
    AWS_ACCESS_KEY_ID: 'AKIAKEYWAYSANDBOX001',
    AWS_SECRET_ACCESS_KEY: expect.stringMatching(/^sandbox-/) as string,
    AWS_SESSION_TOKEN: undefined,
  });
  expect(partEnvironment(settings, own, { databaseUrl: 'x' })).toMatchObject(own);
});

test('what is set stays', () => {
  const own = {
    OIDC_ISSUER: 'https://login.example.com',
    KEYWAY_POLL_SCALE: '1',
    KEYWAY_BOOTSTRAP_TOKEN: `kw_${'x'.repeat(32)}`,
  };
  expect(
    partEnvironment(readSettings(typed, own, '/'), own, {
      databaseUrl: 'x',
      sandbox,
      bootstrapToken: 'kw_demo',
    }),
  ).toMatchObject(own);
});

test('without the demo neither a quick clock nor a token', () => {
  const environment = partEnvironment(
    readSettings({ ...typed, demo: false }, {}, '/'),
    {},
    { databaseUrl: 'x', sandbox },
  );
  expect(environment).not.toHaveProperty('KEYWAY_POLL_SCALE');
  expect(environment).not.toHaveProperty('KEYWAY_BOOTSTRAP_TOKEN');
});

test('the demo token is made once and is for the owner’s eyes', () => {
  const folder = mkdtempSync(join(tmpdir(), 'keyway-token-'));
  try {
    const token = demoToken(join(folder, 'data'));
    expect(token).toMatch(/^kw_[\w-]{32,200}$/);
    expect(demoToken(join(folder, 'data'))).toBe(token);
    expect(statSync(join(folder, 'data', 'demo-token')).mode & 0o077).toBe(0);
  } finally {
    rmSync(folder, { recursive: true });
  }
});

test('the sandbox’s report is recognized, other lines are not', () => {
  const line = JSON.stringify({
    listening: '127.0.0.1:8443',
    ca: '/ca.pem',
    identity: 'http://localhost:8444',
  });
  expect(readSandboxReport(line)).toEqual({
    address: '127.0.0.1:8443',
    ca: '/ca.pem',
    identity: 'http://localhost:8444',
  });
  expect(readSandboxReport(line.replace('127', 'https://127'))?.address).toBe('127.0.0.1:8443');
  expect(readSandboxReport('{"level":30,"msg":"\\"listening\\""}')).toBeUndefined();
  expect(readSandboxReport('listening')).toBeUndefined();
  expect(readSandboxReport('{"listening"')).toBeUndefined();
});
