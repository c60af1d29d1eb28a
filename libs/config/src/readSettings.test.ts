import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, describe, expect, expectTypeOf, it } from 'vitest';
import { ConfigError } from './configError.ts';
import { readSettings } from './readSettings.ts';
import type { ProcessName, Setting } from './setting.ts';
import { SETTINGS } from './settings.ts';

const aFile = import.meta.filename;
const folder = mkdtempSync(join(tmpdir(), 'keyway-settings-'));
afterAll(() => rmSync(folder, { recursive: true }));
const ca = join(folder, 'ca.pem');
writeFileSync(ca, '-----BEGIN CERTIFICATE-----\n-----END CERTIFICATE-----\n');
const sandbox = {
  KEYWAY_CLOUD: 'sandbox',
  KEYWAY_SANDBOX_ADDRESS: '127.0.0.1:8443',
  KEYWAY_SANDBOX_CA: ca,
};

const problemsOf = (process: ProcessName, environment: Record<string, string>): string => {
  try {
    readSettings(process, environment);
  } catch (error) {
    expect(error).toBeInstanceOf(ConfigError);
    return (error as Error).message;
  }
  return '';
};

it('has a value for each setting of a process and no other', () => {
  const settings = readSettings('sandbox', {});
  expect(settings).toEqual({
    dataDir: '.keyway',
    pollScale: 1,
    logLevel: 'info',
    sandboxPort: 8443,
    sandboxIdentityPort: 8444,
    sandboxHost: '127.0.0.1',
    sandboxDir: join('.keyway', 'sandbox'),
    sandboxState: join('.keyway', 'sandbox', 'state.jsonl'),
    sandboxRedirectUris: ['http://localhost:*/auth/callback', 'http://127.0.0.1:*/auth/callback'],
  });
  expectTypeOf(settings).not.toHaveProperty('port');
  expectTypeOf(settings.sandboxPort).toEqualTypeOf<number>();
});

it('counts an empty value as not set, and drops surrounding spaces', () => {
  expect(readSettings('worker', { KEYWAY_POLL_SCALE: '', DATABASE_URL: ' ' })).toEqual(
    readSettings('worker', {}),
  );
  expect(readSettings('worker', { LOG_LEVEL: ' warn ' }).logLevel).toBe('warn');
});

it('takes defaults from other settings', () => {
  expect(readSettings('api', { PORT: '4010', HOST: '0.0.0.0' })).toMatchObject({
    publicUrl: 'http://localhost:4010',
    metricsHost: '0.0.0.0',
    partnerName: 'My organization',
  });
  expect(readSettings('api', { KEYWAY_CLOUD: 'sandbox' }).partnerName).toBe('Northwind Partners');
});

it.each([
  ['[::1]:8443', { host: '::1', port: 8443 }],
  ['sandbox:1', { host: 'sandbox', port: 1 }],
])('reads the sandbox’s address %s', (text, address) => {
  const environment = { ...sandbox, KEYWAY_SANDBOX_ADDRESS: text };
  expect(readSettings('worker', environment).sandboxAddress).toEqual(address);
});

it.each([
  ['https://keyway.example.com/', 'https://keyway.example.com'],
  ['https://example.com/tools/keyway/', 'https://example.com/tools/keyway'],
  ['http://localhost:4000/keyway', 'http://localhost:4000/keyway'],
  ['HTTPS://Keyway.Example.com/', 'https://keyway.example.com'],
])('reads the public address %s', (text, publicUrl) => {
  expect(readSettings('api', { PUBLIC_URL: text }).publicUrl).toBe(publicUrl);
});

it.each([
  'postgres://u@h/db',
  'postgresql://u:p%40%23%2f,@[::1]:6432/db?sslmode=verify-full',
  'postgresql:///db?host=/var/run/postgresql',
  'postgresql://u:pw@/db?host=/cloudsql/project:region:db',
  'postgresql://%2Fvar%2Frun%2Fpostgresql/db',
  `postgresql://h/db?sslmode=require&sslrootcert=${ca}`,
])('takes the database %s', (text) => {
  expect(readSettings('api', { DATABASE_URL: text }).databaseUrl).toBe(text);
});

it.each([
  ['::', '::'],
  ['[::1]', '::1'],
])('listens on %s', (text, host) => {
  expect(readSettings('api', { HOST: text }).host).toBe(host);
});

it('reads a secret from a file', () => {
  const path = join(folder, 'token');
  writeFileSync(path, `kw_${'x'.repeat(32)}\n`);
  expect(readSettings('api', { KEYWAY_BOOTSTRAP_TOKEN_FILE: path }).bootstrapToken).toBe(
    `kw_${'x'.repeat(32)}`,
  );
});

describe('stops with the variable, what is wrong and an example', () => {
  it.each<[ProcessName, string, string, object?]>([
    ['api', 'PORT', 'x'],
    ['api', 'PORT', '70000'],
    ['api', 'PORT', '-1'],
    ['api', 'HOST', 'a b'],
    ['api', 'DATA_DIR', aFile],
    ['api', 'DATA_DIR', join(aFile, 'sub')],
    ['api', 'DATA_DIR', join(folder, 'x'.repeat(300))],
    ['api', 'PUBLIC_URL', 'keyway'],
    ['api', 'PUBLIC_URL', 'ftp://localhost'],
    ['api', 'PUBLIC_URL', 'http://keyway.example.com'],
    ['api', 'PUBLIC_URL', 'https://example.com/keyway?x=1'],
    ['api', 'PUBLIC_URL', 'https://ana:secret@example.com/keyway'],
    ['api', 'PUBLIC_URL', 'https://example.com/key%22way'],
    ['api', 'PUBLIC_URL', 'https://example.com//keyway'],
    ['api', 'PUBLIC_URL', 'https://example.com/graphql/keyway'],
    ['api', 'KEYWAY_TLS_CERT', '', { KEYWAY_TLS_KEY: ca }],
    ['api', 'KEYWAY_TLS_KEY', '', { KEYWAY_TLS_CERT: ca }],
    ['api', 'KEYWAY_TLS_CERT', '/nowhere/tls.crt', { KEYWAY_TLS_KEY: ca }],
    ['api', 'KEYWAY_TLS_CERT', aFile, { KEYWAY_TLS_KEY: ca }],
    ['worker', 'KEYWAY_MAIL_FROM', '', { KEYWAY_SMTP_URL: 'smtp://mail.example.com' }],
    ['api', 'PUBLIC_URL', 'https://*.example.com'],
    ['api', 'HOST', '[db]'],
    ['api', 'DATABASE_URL', 'mysql://x'],
    ['api', 'DATABASE_URL', 'postgresql://u:p@h:port/db'],
    ['api', 'DATABASE_URL', 'postgresql://u:p@h:65536/db'],
    ['api', 'DATABASE_URL', 'postgresql://u:p#1@h/db'],
    ['api', 'DATABASE_URL', 'postgresql://u:p/1@h/db'],
    ['api', 'DATABASE_URL', 'postgresql://u:p%zz@h/db'],
    ['api', 'DATABASE_URL', 'postgresql://u:p@h1,h2/db'],
    ['api', 'DATABASE_URL', 'postgresql://u:p@h1:5432,h2:5432/db'],
    ['api', 'DATABASE_URL', 'postgresql://u:p@h/db?sslmode=verify_full'],
    ['worker', 'DATABASE_URL', 'postgresql://u:p@h/db?sslrootcert=/nowhere/ca.crt'],
    ['api', 'DATABASE_URL', '', { DATABASE_REPLICA_URL: 'postgresql://u:p@h/db' }],
    ['worker', 'DATABASE_URL', '', { DATABASE_MIGRATION_URL: 'postgresql://u:p@h/db' }],
    ['api', 'DATABASE_MIGRATION_URL', 'mysql://x'],
    ['worker', 'DATABASE_DIRECT_URL', 'nonsense'],
    ['api', 'KEYWAY_CLOUD', 'Sandbox'],
    ['api', 'KEYWAY_SANDBOX_ADDRESS', '127.0.0.1:8443'],
    ['worker', 'KEYWAY_SANDBOX_ADDRESS', '127.0.0.1:8443'],
    ['worker', 'KEYWAY_SANDBOX_ADDRESS', '127.0.0.1:99999', sandbox],
    ['worker', 'KEYWAY_SANDBOX_ADDRESS', 'https://127.0.0.1:8443', sandbox],
    ['worker', 'KEYWAY_SANDBOX_ADDRESS', '', sandbox],
    ['worker', 'KEYWAY_SANDBOX_CA', aFile.replace('.test', ''), sandbox],
    ['worker', 'KEYWAY_SANDBOX_CA', '/nowhere/ca.pem', sandbox],
    ['worker', 'KEYWAY_SANDBOX_CA', folder, sandbox],
    // There, and not to be read, whoever asks.
    ['worker', 'KEYWAY_SANDBOX_CA', '/proc/self/mem', sandbox],
    ['api', 'KEYWAY_SANDBOX_ADDRESS', '', { KEYWAY_CLOUD: 'sandbox', KEYWAY_SEALING_KEY_ID: 'k' }],
    ['api', 'KEYWAY_AWS_PRINCIPAL', '*'],
    ['api', 'KEYWAY_AWS_PRINCIPAL', '444455556666'],
    ['api', 'KEYWAY_AWS_PRINCIPAL', 'arn:aws:iam::*:root'],
    ['api', 'OIDC_ISSUER', 'nope'],
    ['api', 'OIDC_ISSUER', 'https://login.example.com/?tenant=1'],
    ['api', 'OIDC_ISSUER', 'https://ana:secret@login.example.com'],
    ['api', 'OIDC_ISSUER', 'https://login.example.com/.well-known/openid-configuration'],
    ['api', 'OIDC_ISSUER', 'http://localhost:8444'],
    ['api', 'OIDC_ISSUER', 'http://login.example.com', { KEYWAY_CLOUD: 'sandbox' }],
    ['api', 'OIDC_CLIENT_SECRET', '', { OIDC_CLIENT_ID: 'x', OIDC_ISSUER: 'https://l.example' }],
    ['api', 'KEYWAY_BOOTSTRAP_TOKEN', 'kw_short'],
    ['api', 'KEYWAY_BOOTSTRAP_TOKEN', `kw_${'x'.repeat(201)}`],
    ['api', 'KEYWAY_PARTNER_NAME', 'a\u202eb'],
    ['api', 'KEYWAY_SEALING_KEY_LOST', 'abc'],
    ['api', 'KEYWAY_POLL_SCALE', '0'],
    ['worker', 'KEYWAY_POLL_SCALE', 'fast'],
    ['sandbox', 'KEYWAY_POLL_SCALE', 'NaN'],
    ['worker', 'KEYWAY_POLL_SCALE', '0x10'],
    ['worker', 'KEYWAY_WORKER_CONCURRENCY', '1.5'],
    ['worker', 'KEYWAY_WORKER_CONCURRENCY', '257'],
    ['worker', 'KEYWAY_WORKER_NAME', 'x'.repeat(201)],
    ['api', 'LOG_LEVEL', 'loud'],
    ['api', 'KEYWAY_TRUST_PROXY', 'proxy.example.com'],
    ['api', 'KEYWAY_TRUST_PROXY', '10.0.0.0/33'],
    ['api', 'KEYWAY_TRUST_PROXY', '10.0.0.1,'],
    ['api', 'KEYWAY_TRUST_PROXY', '10'],
    ['api', 'KEYWAY_TRUST_PROXY', '300.1.1.1'],
    ['api', 'KEYWAY_TRUST_PROXY', '10.0.0.0/'],
    ['api', 'KEYWAY_TRUST_PROXY', '*'],
    ['api', 'KEYWAY_TRUST_PROXY', 'true'],
    ['api', 'KEYWAY_METRICS_PORT', 'x'],
    ['api', 'KEYWAY_METRICS_PORT', '4000'],
    ['api', 'KEYWAY_METRICS_PORT', '4000', { KEYWAY_METRICS_HOST: '0.0.0.0' }],
    ['api', 'KEYWAY_METRICS_HOST', 'a b'],
    ['api', 'KEYWAY_DRAIN_SECONDS', '-1'],
    ['api', 'KEYWAY_DRAIN_SECONDS', '301'],
    ['api', 'KEYWAY_SESSION_IDLE_MINUTES', '0'],
    ['api', 'KEYWAY_SESSION_HOURS', '1.5'],
    ['sandbox', 'KEYWAY_SANDBOX_PORT', 'eighty'],
    ['sandbox', 'KEYWAY_SANDBOX_IDENTITY_PORT', '70000'],
    ['sandbox', 'KEYWAY_SANDBOX_DIR', aFile],
    ['sandbox', 'KEYWAY_SANDBOX_STATE', folder],
    ['sandbox', 'KEYWAY_SANDBOX_REDIRECT_URIS', 'localhost'],
  ])('%s: %s=%s', (process, name, value, others = {}) => {
    const problems = problemsOf(process, { ...others, [name]: value });
    expect(problems).toMatch(new RegExp(`^${name} (is|must|has) .+\\. Example: ${name}=.+$`, 'm'));
  });

  it('all at once', () => {
    const problems = problemsOf('api', { PORT: 'x', LOG_LEVEL: 'y', KEYWAY_POLL_SCALE: '-1' });
    expect(problems.split('\n')).toHaveLength(3);
  });

  it('without repeating a secret', () => {
    const environment = {
      KEYWAY_BOOTSTRAP_TOKEN: 'kw_hunter2',
      DATABASE_URL: 'http://u:hunter2@x',
    };
    expect(problemsOf('api', environment)).not.toContain('hunter2');
    expect(problemsOf('api', { OIDC_ISSUER: 'https://u:hunter2@x' })).toMatch(
      /^OIDC_ISSUER must be (?!.*hunter2)/,
    );
    for (const rest of ['@h:x', '#@h', '@h?sslmode=x', '@h,i', '@h?sslcert=/nowhere'])
      expect(problemsOf('api', { DATABASE_URL: `postgresql://u:hunter2${rest}` })).toMatch(
        /^DATABASE_URL (?!.*hunter2)/,
      );
  });
});

it('before the sandbox runs, its address is not required', () => {
  const environment = { KEYWAY_CLOUD: 'sandbox' };
  expect(problemsOf('worker', environment)).toContain('KEYWAY_SANDBOX_ADDRESS');
  expect(readSettings('worker', environment, { beforeStart: true }).sandboxAddress).toBeNull();
});

it('lets a process check more', () => {
  const read = () =>
    readSettings('api', {}, { check: (_values, report) => report('sealingKeyId', 'is wrong') });
  expect(read).toThrow(/^KEYWAY_SEALING_KEY_ID is wrong\. Example: KEYWAY_SEALING_KEY_ID=https:/);
});

it.each(Object.values(SETTINGS) as Setting<unknown>[])('$name has a valid example', (setting) => {
  expect(setting.type.safeParse(setting.example).success).toBe(true);
});
