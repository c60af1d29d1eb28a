/** `deploy/compose.yaml`: valid, hardened, and with settings that the processes take. */
import { execFileSync, spawnSync } from 'node:child_process';
import { X509Certificate } from 'node:crypto';
import { cpSync, mkdtempSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { basename, join } from 'node:path';
import { Ajv2020 } from 'ajv/dist/2020.js';
import addFormats from 'ajv-formats';
import { SETTINGS, type Setting } from '@keyway/config';
import { afterAll, describe, expect, it } from 'vitest';
import { parse } from 'yaml';
import { inRoot } from '../bootstrap/places.mjs';
import { runConfig } from '../image/runConfig.ts';
import { findTool } from '../toolCache/tools.ts';

interface Service {
  image: string;
  command?: string[];
  user?: string;
  environment?: Record<string, string>;
  secrets?: string[];
  volumes?: string[];
  networks?: unknown;
  restart: string;
  read_only: boolean;
  cap_drop: string[];
  security_opt: string[];
  healthcheck?: { test: string[] };
  deploy?: { replicas: number };
  depends_on?: Record<string, { condition: string }>;
}

interface Compose {
  services: Record<string, Service>;
  secrets: Record<string, { file: string }>;
  networks: Record<string, { internal?: boolean; ipam?: { config: { subnet: string }[] } }>;
}

const read = (...path: string[]): string => readFileSync(inRoot('deploy', ...path), 'utf8');
const compose = parse(read('compose.yaml'), { merge: true }) as Compose;
const services = Object.entries(compose.services);
const own = ['api', 'worker', 'migrate'].map((name) => [name, compose.services[name]!] as const);
const schema = await findTool('compose-schema');
const caddy = await findTool('caddy');

it.skipIf('missing' in schema)('follows the compose specification', () => {
  const ajv = new Ajv2020({ strict: false, allErrors: true });
  addFormats.default(ajv);
  const validate = ajv.compile(
    JSON.parse(readFileSync('path' in schema ? schema.path : '', 'utf8')) as object,
  );
  validate(compose);
  expect(validate.errors ?? []).toEqual([]);
});

it('runs every service on a read-only root, without capabilities that it does not need', () => {
  for (const [name, service] of services) {
    expect(service, name).toMatchObject({
      ...{ read_only: true, cap_drop: ['ALL'], security_opt: ['no-new-privileges:true'] },
    });
    if (name !== 'migrate') expect(service.healthcheck, name).toBeDefined();
    if (name !== 'api' && name !== 'worker' && name !== 'migrate')
      expect(service.image, name).toMatch(/:v?\d+[.\d]*$/);
  }
  for (const [, { user }] of own) expect(user).toBe('65532:65532');
});

it('has two apis and two workers, which start after the migration', () => {
  for (const name of ['api', 'worker'])
    expect(compose.services[name]).toMatchObject({
      deploy: { replicas: 2 },
      depends_on: { migrate: { condition: 'service_completed_successfully' } },
    });
  expect(compose.services['migrate']!.restart).toBe('no');
});

it('names settings that exist, with values that they take; secrets are files of the service', () => {
  const settings = Object.values(SETTINGS) as Setting<unknown>[];
  for (const [role, { environment = {}, secrets = [] }] of own)
    for (const [name, value] of Object.entries(environment)) {
      const place = `${role}: ${name}`;
      const file = settings.find((setting) => setting.secret && `${setting.name}_FILE` === name);
      const plain = settings.find((setting) => !setting.secret && setting.name === name);
      expect(file ?? plain, place).toBeDefined();
      if (plain) expect(plain.type.safeParse(value).success, place).toBe(true);
      if (value.startsWith('/run/secrets/'))
        expect(secrets, place).toContain(value.slice('/run/secrets/'.length));
    }
});

it('gives the owner’s login to the migration alone, and hides the database', () => {
  const holders = services.filter(([, { secrets }]) => secrets?.includes('database_migration_url'));
  expect(holders.map(([name]) => name)).toEqual(['migrate']);
  expect(compose.networks['back']).toEqual({ internal: true });
  expect(compose.services['postgres']!.networks).toEqual(['back']);
});

it('trusts the proxy’s network, and no other', () => {
  const subnet = compose.networks['front']!.ipam!.config[0]!.subnet;
  expect(compose.services['api']!.environment!['KEYWAY_TRUST_PROXY']).toBe(subnet);
  const published = services.filter(([, service]) => 'ports' in service);
  expect(published.map(([name]) => name)).toEqual(['proxy']);
});

it('declares each secret, and makeSecrets.sh makes its file', () => {
  const used = services.flatMap(([, { secrets = [] }]) => secrets);
  expect([...new Set(used)].sort()).toEqual(Object.keys(compose.secrets).sort());
  const script = read('compose', 'makeSecrets.sh');
  for (const [name, { file }] of Object.entries(compose.secrets)) {
    expect(file).toBe(`./compose/secrets/${name}`);
    expect(script).toContain(name);
  }
});

describe('makeSecrets.sh', () => {
  const folder = mkdtempSync(join(tmpdir(), 'keyway-compose-'));
  afterAll(() => rmSync(folder, { recursive: true, force: true }));
  const made = (name: string): string => readFileSync(join(folder, 'secrets', name), 'utf8');
  const run = (): string => {
    const path = `${folder}:${process.env['PATH']}`;
    return execFileSync(join(folder, 'makeSecrets.sh'), {
      encoding: 'utf8',
      env: { PATH: path },
      stdio: ['ignore', 'pipe', 'ignore'],
    });
  };

  it('makes what each service needs once, with a certificate of both names', () => {
    cpSync(inRoot('deploy', 'compose', 'makeSecrets.sh'), join(folder, 'makeSecrets.sh'));
    // Docker hashes the password in a container.
    writeFileSync(join(folder, 'docker'), "#!/bin/sh\necho '$2a$14$hash'\n", { mode: 0o755 });
    expect(run()).toContain(made('person_password'));
    for (const { file } of Object.values(compose.secrets)) {
      expect(made(basename(file)).length, file).toBeGreaterThan(20);
      expect(statSync(join(folder, 'secrets', basename(file))).mode & 0o777, file).toBe(0o444);
    }
    expect(statSync(join(folder, 'secrets')).mode & 0o777).toBe(0o700);
    expect(made('login.env')).toContain("OWNER_PASSWORD_HASH='$2a$14$hash'");
    const certificate = new X509Certificate(made('tls.crt'));
    const authority = new X509Certificate(made('ca.pem'));
    expect(certificate.verify(authority.publicKey)).toBe(true);
    for (const name of ['keyway.localhost', 'login.localhost'])
      expect(certificate.checkHost(name)).toBe(name);

    const before = Object.keys(compose.secrets).map(made);
    run();
    expect(Object.keys(compose.secrets).map(made)).toEqual(before);
  });

  it.skipIf('missing' in caddy)('makes certificates that Caddy takes, with its file', () => {
    const file = join(folder, 'Caddyfile');
    const secrets = join(folder, 'secrets/');
    writeFileSync(file, read('compose', 'Caddyfile').replaceAll('/run/secrets/', secrets));
    const { status, stderr } = spawnSync(
      'path' in caddy ? caddy.path : '',
      ['validate', '--config', file, '--adapter', 'caddyfile'],
      { encoding: 'utf8', env: { HOME: folder } },
    );
    expect(status, stderr).toBe(0);
  });

  it('gives both logins the passwords that the database sets', () => {
    for (const [file, login] of [
      ['database_url', 'runtime'],
      ['database_migration_url', 'owner'],
    ] as const) {
      const { username, password, hostname, pathname } = new URL(made(file));
      expect([username, password]).toEqual([`keyway_${login}`, made(`${login}_password`)]);
      expect([hostname, pathname]).toEqual(['postgres', '/keyway']);
    }
    const script = inRoot('deploy', 'compose', 'makeLogins.sh');
    expect(spawnSync('bash', ['-n', script], { encoding: 'utf8' }).stderr).toBe('');
  });
});

it('the Dockerfile sets what the image has', () => {
  const { User, Env, Entrypoint, Cmd, WorkingDir, StopSignal } = runConfig(inRoot('dist'), {});
  const file = read('Dockerfile');
  const line = (name: string): string =>
    new RegExp(`^${name} ((?:.*\\\\\\n)*.*)$`, 'm').exec(file)![1]!;
  const pairs = [...line('ENV').matchAll(/(\w+)="([^"]*)"/g)];
  expect(pairs.map(([, name, value]) => `${name}=${value}`)).toEqual(Env);
  expect([line('USER'), line('WORKDIR'), line('STOPSIGNAL')]).toEqual([
    User,
    WorkingDir,
    StopSignal,
  ]);
  expect(JSON.parse(line('ENTRYPOINT'))).toEqual(Entrypoint);
  expect(JSON.parse(line('CMD'))).toEqual(Cmd);
  expect(file).toMatch(/^FROM scratch$/m);
});
