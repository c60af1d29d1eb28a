import { once } from 'node:events';
import { Agent, get } from 'node:http';
import { createServer, type AddressInfo } from 'node:net';
import { writeFile } from 'node:fs/promises';
import { aDatabase, type TestDatabase } from '@keyway/testing';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { addressOf, startApiProcess as start } from './testing/apiProcess.ts';
import { aClient, BOOTSTRAP } from './testing/aServer.ts';

let database: TestDatabase;
beforeAll(async () => {
  database = await aDatabase();
});
afterAll(() => database.close());

describe('the api as a process', () => {
  it('stops at an invalid configuration and names every error with an example', async () => {
    const api = start({ PORT: 'nonsense', LOG_LEVEL: 'loud', KEYWAY_SEALING_KEY_ID: 'x' });
    expect(await api.ended).toBe(78);
    for (const text of [
      'PORT is "nonsense"',
      'PORT=4000',
      'LOG_LEVEL is "loud"',
      'KEYWAY_SEALING_KEY_ID is not the identifier of a Key Vault key',
    ])
      expect(api.output()).toContain(text);
  });

  it('says what is wrong when the database cannot be reached, without its password', async () => {
    const api = start({
      DATABASE_URL: 'postgresql://keyway:hunter2@127.0.0.1:9/keyway',
      DATA_DIR: database.dataDir,
    });
    expect(await api.ended).toBe(1);
    expect(api.output()).toContain('cannot start');
    expect(api.output()).toContain(
      'DATABASE_URL: the database keyway at 127.0.0.1:9 cannot be used: nothing listens there',
    );
    expect(api.output()).not.toContain('hunter2');
    expect(api.output()).not.toContain('    at ');
  });

  it('takes the bootstrap token on an empty database, two of it share that database, and each ends cleanly on SIGTERM', async () => {
    const environment = {
      DATABASE_URL: database.url,
      DATA_DIR: database.dataDir,
      KEYWAY_CLOUD: 'sandbox',
      KEYWAY_BOOTSTRAP_TOKEN: BOOTSTRAP,
    };
    const first = start(environment);
    const one = aClient(await addressOf(first), BOOTSTRAP);
    const second = start(environment);
    const two = aClient(await addressOf(second), BOOTSTRAP);
    await one.must('createOrganization', {
      name: 'Shared',
      imsOrgId: `${'B'.repeat(24)}@AdobeOrg`,
      shield: 'HEALTHCARE_SHIELD',
    });
    expect(
      (await two.ask('{ organizations(first: 1) { nodes { name } } }')).organizations.nodes,
    ).toEqual([{ name: 'Shared' }]);
    for (const api of [first, second]) {
      api.process.kill('SIGTERM');
      expect(await api.ended).toBe(0);
      expect(api.output()).toContain('the api stopped');
      expect(api.output()).not.toContain(BOOTSTRAP);
    }
  });

  it('refuses the database of the other mode for good, and says the ways out', async () => {
    const api = start({
      DATABASE_URL: database.runtimeUrl,
      DATABASE_MIGRATION_URL: database.url,
      DATA_DIR: database.dataDir,
      KEYWAY_CLOUD: 'real',
    });
    expect(await api.ended).toBe(78);
    expect(api.output()).toMatch(/KEYWAY_CLOUD is real, but .*KEYWAY_CLOUD=sandbox.*DATABASE_URL/);
    expect(api.output()).not.toContain('    at ');
  });

  it('uses the database’s clock where its own is an hour ahead, and reports the skew', async () => {
    const ahead =
      'const { now } = Date; globalThis.Date = class extends Date { constructor(...a) { super(...(a.length ? a : [now() + 36e5])); } static now() { return now() + 36e5; } };';
    const api = start({
      DATABASE_URL: database.runtimeUrl,
      DATABASE_MIGRATION_URL: database.url,
      DATA_DIR: database.dataDir,
      KEYWAY_CLOUD: 'sandbox',
      NODE_OPTIONS: `--import=data:text/javascript,${encodeURIComponent(ahead)}`,
    });
    const url = await addressOf(api);
    const client = aClient(url, BOOTSTRAP);
    const [{ before }] = (await database.query<{ before: Date }>(
      'select clock_timestamp() as before',
    )) as [{ before: Date }];
    const input = {
      name: 'Ahead',
      imsOrgId: `${'D'.repeat(24)}@AdobeOrg`,
      shield: 'HEALTHCARE_SHIELD',
    };
    const { organization } = await client.must(
      'createOrganization',
      input,
      'organization { id createdAt }',
    );
    const { run } = await client.must(
      'startRun',
      { organizationId: organization.id },
      'run { startedAt }',
    );
    for (const at of [organization.createdAt, run.startedAt]) {
      expect(Math.abs(Date.parse(at) - before.getTime())).toBeLessThan(10 * 60_000);
    }
    const figure = /^keyway_clock_skew_seconds (\S+)$/m.exec(
      await (await fetch(`${url}/metrics`)).text(),
    )?.[1];
    expect(Number(figure)).toBeGreaterThan(3_500);
    expect(api.output()).toMatch(/The clock of this machine is 3\d{3} s ahead of the database/);
    const reports = `insert into worker_report values ('late', -5000, now()), ('right', 0.1, now()), ('ended', 9000, now() - interval '2 minutes')`;
    await database.query(reports);
    await expect
      .poll(async () => (await fetch(`${url}/metrics`)).text())
      .toMatch(/^keyway_workers 2\n[^]*^keyway_worker_clock_skew_seconds -5000$/m);
    api.process.kill('SIGTERM');
    expect(await api.ended).toBe(0);
  });

  it.each([
    ['PORT', { PORT: '1' }, /^PORT/],
    ['HOST', { HOST: 'nowhere.invalid' }, /HOST=nowhere.invalid/],
    ['HOST', { HOST: '192.0.2.1' }, /HOST=192.0.2.1/],
  ])(
    'names the wrong one of PORT and HOST where it can’t listen: %s',
    async (_name, wrong, message) => {
      const taken = createServer().listen(0, '127.0.0.1');
      await once(taken, 'listening');
      const port = String((taken.address() as AddressInfo).port);
      const environment: Record<string, string> = 'PORT' in wrong ? { PORT: port } : wrong;
      const api = start({
        DATABASE_URL: database.url,
        DATA_DIR: database.dataDir,
        KEYWAY_CLOUD: 'sandbox',
        ...environment,
      });
      expect(await api.ended).toBe(1);
      taken.close();
      expect(api.output().replace("Keyway's api cannot start: ", '')).toMatch(message);
      expect(api.output()).toContain('Example: ');
      expect(api.output()).not.toContain('    at ');
    },
  );

  it('starts where its sealing key cannot be reached, says so, and seals nothing until it can', async () => {
    const caFile = `${database.dataDir}/ca.pem`;
    await writeFile(caFile, '');
    const api = start({
      DATABASE_URL: database.url,
      DATA_DIR: database.dataDir,
      KEYWAY_CLOUD: 'sandbox',
      KEYWAY_SANDBOX_ADDRESS: '127.0.0.1:9',
      KEYWAY_SANDBOX_CA: caFile,
      KEYWAY_SEALING_KEY_ID: 'https://keyway-seal.vault.azure.net/keys/data-keys',
      KEYWAY_BOOTSTRAP_TOKEN: BOOTSTRAP,
    });
    const url = await addressOf(api);
    const client = aClient(url, BOOTSTRAP);
    expect(await (await fetch(`${url}/readyz`)).json()).toEqual({
      status: 'ready',
      degraded: [expect.stringContaining('see the log')],
    });
    expect(api.output()).toContain(
      'KEYWAY_SEALING_KEY_ID: The key that seals credentials (https://keyway-seal.vault.azure.net/keys/data-keys)',
    );
    const imsOrgId = `${'C'.repeat(24)}@AdobeOrg`;
    const { organization } = await client.must(
      'createOrganization',
      { name: 'Sealed', imsOrgId, shield: 'HEALTHCARE_SHIELD' },
      'organization { id }',
    );
    const input = {
      organizationId: organization.id,
      clientId: 'c',
      clientSecret: 'sandbox-not-to-be-seen',
      scopes: ['openid'],
    };
    const query =
      'mutation($input: ConnectAdobeInput!) { connectAdobe(input: $input) { organization { id } } }';
    const answer = await client.raw({ query, variables: { input } });
    expect(answer.errors).toMatchObject([
      {
        extensions: { code: 'SEALING_UNAVAILABLE' },
        message: expect.stringContaining('ECONNREFUSED'),
      },
    ]);
    expect(answer.errors?.[0]?.message).toContain('Nothing was changed. Try again later.');
    expect(await database.query('select 1 from connection')).toEqual([]);
    api.process.kill('SIGTERM');
    expect(await api.ended).toBe(0);
    expect(answer.text + api.output()).not.toContain('not-to-be-seen');
  });

  it('drains: says that it stops, answers meanwhile, and resets no connection', async () => {
    const api = start({
      DATABASE_URL: database.url,
      DATA_DIR: database.dataDir,
      KEYWAY_DRAIN_SECONDS: '300',
    });
    const url = await addressOf(api);
    interface Health {
      status: number | string;
      isLast: boolean;
    }
    const ask = (path: string, agent?: Agent): Promise<Health> =>
      new Promise((resolve) => {
        const failed = (error: NodeJS.ErrnoException): void =>
          resolve({ status: error.code ?? error.message, isLast: true });
        const request = get(`${url}${path}`, { agent }, (response) => {
          const health = {
            status: response.statusCode!,
            isLast: response.headers.connection === 'close',
          };
          response
            .resume()
            .once('end', () => resolve(health))
            .once('error', failed);
        });
        request.once('error', failed);
      });
    // As load balancers do: connections are kept, with pauses between requests, and no new one is
    // made once the api says that it stops.
    const seen = new Set<number | string>();
    const load = Array.from({ length: 24 }, async (_, index) => {
      const agent = new Agent({ keepAlive: true, maxSockets: 1 });
      for (
        let health: Health | null = null;
        !health?.isLast;
        await new Promise((resolve) => setTimeout(resolve, index * 20))
      ) {
        health = await ask('/healthz', agent);
        seen.add(health.status);
      }
      agent.destroy();
    });
    expect((await ask('/readyz')).status).toBe(200);
    api.process.kill('SIGTERM');
    while ((await ask('/readyz')).status !== 503);
    expect((await ask('/healthz')).status).toBe(200);
    await Promise.all(load);
    expect([...seen]).toEqual([200]);
    api.process.kill('SIGTERM');
    expect(await api.ended).toBe(0);
  });

  it('ends after the drain time', async () => {
    const api = start({
      DATABASE_URL: database.url,
      DATA_DIR: database.dataDir,
      KEYWAY_DRAIN_SECONDS: '1',
    });
    await addressOf(api);
    api.process.kill('SIGTERM');
    expect(await api.ended).toBe(0);
    expect(api.output()).toMatch(/the api is stopping[^]*the api stopped/);
  });

  it('ends at once at the second signal', async () => {
    const api = start({
      DATABASE_URL: database.url,
      DATA_DIR: database.dataDir,
      KEYWAY_DRAIN_SECONDS: '300',
    });
    await addressOf(api);
    api.process.kill('SIGTERM');
    while (!api.output().includes('the api is stopping'))
      await new Promise((resolve) => setTimeout(resolve, 5));
    api.process.kill('SIGTERM');
    expect(await api.ended).toBe(0);
  });

  it('serves the metrics on a separate address, and names the wrong setting where it can’t', async () => {
    const api = start({
      DATABASE_URL: database.url,
      DATA_DIR: database.dataDir,
      KEYWAY_METRICS_PORT: '0',
    });
    const url = await addressOf(api);
    const metrics = /"metrics":"([^"]+)"/.exec(api.output())![1]!;
    expect((await fetch(`${url}/metrics`)).status).toBe(404);
    expect(await (await fetch(metrics)).text()).toContain('keyway_effects{state="due"}');
    expect((await fetch(metrics.replace('/metrics', '/readyz'))).status).toBe(404);
    const port = new URL(metrics).port;
    const other = start({
      DATABASE_URL: database.url,
      DATA_DIR: database.dataDir,
      KEYWAY_METRICS_PORT: port,
    });
    expect(await other.ended).toBe(1);
    expect(other.output()).toContain(`KEYWAY_METRICS_PORT=${port}: another process uses this port`);
    api.process.kill('SIGTERM');
    expect(await api.ended).toBe(0);
  });
});
