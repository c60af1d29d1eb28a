/** `keyway config check` on the built command, as it is run in the container of a process. */
import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { buildKeyway, configFolder, keyway } from './testing/keyway.ts';

const SECRET = 'a-password-of-the-database';
const RIGHT = {
  PUBLIC_URL: 'https://keyway.example.com',
  HOST: '0.0.0.0',
  KEYWAY_TRUST_PROXY: '10.0.0.0/8',
  DATABASE_URL: `postgresql://keyway_runtime:${SECRET}@127.0.0.1:1/keyway`,
  DATABASE_MIGRATION_URL: `postgresql://keyway_owner:${SECRET}@127.0.0.1:1/keyway`,
  OIDC_ISSUER: 'https://login.example.com',
  OIDC_CLIENT_ID: 'keyway',
  OIDC_CLIENT_SECRET: SECRET,
  KEYWAY_STEP_UP_SECONDS: '900',
  KEYWAY_METRICS_PORT: '9464',
  KEYWAY_SEALING_KEY_ID: 'https://keyway-seal.vault.azure.net/keys/data-keys',
  DATA_DIR: configFolder,
};

let provider: Server;
let issuer: string;
beforeAll(async () => {
  buildKeyway();
  provider = createServer((_request, response) => response.end(JSON.stringify({ issuer })));
  await new Promise<void>((resolve) => provider.listen(0, '127.0.0.1', resolve));
  issuer = `http://127.0.0.1:${(provider.address() as AddressInfo).port}`;
});
afterAll(() => provider.close());

const check = (env: Record<string, string>, ...args: string[]) =>
  keyway(['config', 'check', ...args], { env });

it('says that right settings are right, and ends with 0', async () => {
  const { code, stdout, stderr } = await check({ ...RIGHT, KEYWAY_FORCE_TTY: '100' });
  expect(stderr).toContain('The settings of api and worker are right.');
  expect([code, stdout]).toEqual([0, '']);
});

it('names every wrong variable, whom it concerns, and no secret', async () => {
  const wrong = {
    ...RIGHT,
    PORT: 'x',
    DATABASE_URL: `mysql://keyway:${SECRET}@db`,
    KEYWAY_WORKER_CONCURRENCY: '0',
    KEYWAY_SEALING_KEY_ID: 'https://keyway-seal.vault.example.com/keys/data-keys',
    KEYWAY_SMTP_URL: `smtp://keyway:${SECRET}@mail.example.com`,
    OIDC_CLIENT_SECRET: '',
    OIDC_CLIENT_SECRET_FILE: '/nowhere/secret',
  };
  const { code, stdout, stderr } = await check({ ...wrong, OIDC_CLIENT_SECRET_FILE: '' }, '--json');
  expect(code).toBe(1);
  const { findings } = JSON.parse(stdout) as {
    findings: { level: string; process: string | null; message: string }[];
  };
  const of = (process: string) =>
    findings
      .filter((finding) => finding.process === process && finding.level === 'ERROR')
      .map(({ message }) => message.split(' ')[0])
      .toSorted();
  expect(of('api')).toEqual([
    'DATABASE_URL',
    'KEYWAY_SEALING_KEY_ID',
    'OIDC_CLIENT_SECRET',
    'PORT',
  ]);
  expect(of('worker')).toEqual([
    'DATABASE_URL',
    'KEYWAY_MAIL_FROM',
    'KEYWAY_SEALING_KEY_ID',
    'KEYWAY_WORKER_CONCURRENCY',
    'PORT',
  ]);
  expect(stdout + stderr).not.toContain(SECRET);
  const unreadable = await check(wrong);
  expect([unreadable.code, unreadable.stdout]).toEqual([
    1,
    expect.stringMatching(/OIDC_CLIENT_SECRET_FILE cannot be read: ENOENT/),
  ]);
});

it('warns of variables that nothing reads, and of what is meant for a trial', async () => {
  const { code, stdout } = await check({
    KEYWAY_TRUST_PROXIES: '10.0.0.0/8',
    PUBLIC_URL: 'https://keyway.example.com',
    DATA_DIR: configFolder,
  });
  expect(code).toBe(0);
  expect(stdout).toMatch(
    /KEYWAY_TRUST_PROXIES is read by no process. Did you mean KEYWAY_TRUST_PROXY\?/,
  );
  for (const variable of ['DATABASE_URL', 'KEYWAY_SEALING_KEY_ID', 'HOST'])
    expect(stdout).toMatch(new RegExp(`WARNING\\tapi\\t${variable} is `));
});

it('reads a file in place of the environment, and one process alone', async () => {
  const path = join(configFolder, 'keyway.env');
  writeFileSync(path, '# Keyway\nKEYWAY_WORKERS="many"\nDATA_DIR=/tmp\n');
  const env = { PORT: 'x' };
  expect((await check(env, '--file', path, '--process', 'api')).code).toBe(0);
  const worker = await check(env, '--file', path, '--process', 'worker');
  expect([worker.code, worker.stdout]).toEqual([
    1,
    expect.stringMatching(/KEYWAY_WORKERS is "many"/),
  ]);
  expect(worker.stdout).not.toContain('PORT is');
  const missing = await check(env, '--file', join(configFolder, 'none'));
  expect([missing.code, missing.stderr]).toEqual([2, expect.stringContaining('ENOENT')]);
});

it('tries what the settings name, without signing in', async () => {
  const caFile = join(configFolder, 'ca.pem');
  writeFileSync(caFile, '-----BEGIN CERTIFICATE-----');
  const place = { KEYWAY_SANDBOX_ADDRESS: '127.0.0.1:1', KEYWAY_SANDBOX_CA: caFile };
  const sandbox = { ...place, KEYWAY_CLOUD: 'sandbox', OIDC_ISSUER: issuer };
  const tried = await check(
    { ...RIGHT, ...sandbox, KEYWAY_SEALING_KEY_ID: '' },
    '--connect',
    '--json',
  );
  const { answers } = JSON.parse(tried.stdout) as { answers: Record<string, unknown>[] };
  const refused = 'refuses the connection: nothing listens there';
  expect(answers).toEqual([
    { variable: 'DATABASE_URL', address: '127.0.0.1:1', problem: refused },
    { variable: 'DATABASE_MIGRATION_URL', address: '127.0.0.1:1', problem: refused },
    { variable: 'OIDC_ISSUER', address: issuer, problem: null },
  ]);
  expect(tried.code).toBe(1);
  const other = await check(
    { ...RIGHT, ...sandbox, KEYWAY_SEALING_KEY_ID: '', OIDC_ISSUER: `${issuer}/other` },
    '--connect',
  );
  expect(other.stdout).toContain(`OIDC_ISSUER: ${issuer}/other calls itself "${issuer}".`);
});
