/** `deploy/compose.yaml`: valid, hardened, and with settings that the processes take. */
import { spawnSync } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { Ajv2020 } from 'ajv/dist/2020.js';
import addFormats from 'ajv-formats';
import { SETTINGS, type Setting } from '@keyway/config';
import { expect, it } from 'vitest';
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

it('has scripts without an error of syntax', () => {
  for (const name of ['makeSecrets.sh', 'makeLogins.sh']) {
    const path = inRoot('deploy', 'compose', name);
    const { status, stderr } = spawnSync('bash', ['-n', path], { encoding: 'utf8' });
    expect([status, stderr]).toEqual([0, '']);
  }
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
