/** The whole way: a store on a real database, the real SDKs, the sandbox over HTTPS. */
import { randomUUID } from 'node:crypto';
import { mkdir, rm, writeFile } from 'node:fs/promises';
import {
  requireAccepted,
  aDatabase,
  anOccurrence,
  aPartner,
  aSandbox,
  requireDone,
} from '@keyway/testing';
import type { SandboxCustomer, TestDatabase, TestPartner, TestSandbox } from '@keyway/testing';
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { findStartProblem } from './findStartProblem.ts';
import { makeKeyWrappers } from './makeKeyWrappers.ts';
import { sealingSettings, type SealingSettings } from './sealingSettings.ts';
import { watchSealing } from './watchSealing.ts';

type Store = Awaited<ReturnType<TestDatabase['store']>>;

const SECRET = 'sandbox-the-secret-that-must-not-show';
const WRAP = 'Microsoft.KeyVault/vaults/keys/wrap/action';
const UNWRAP = 'Microsoft.KeyVault/vaults/keys/unwrap/action';

let database: TestDatabase;
let sandbox: TestSandbox;
let caFile: string;
let dataDir: string;
let customer: SandboxCustomer;
let partner: TestPartner;
let organizationId: string;

const layOut = (changes: object = {}) =>
  sandbox.control<SandboxCustomer>('POST', '/scenario', { scenario: 'happyPath', ...changes });
const deny = (...permissions: string[]) =>
  layOut({ tenantId: customer.tenantId, deny: permissions.map((one) => `data:${one}`) });

function settingsFor(
  key: string | null,
  former: string[] = [],
  port = sandbox.port,
): SealingSettings {
  const reported: string[] = [];
  const settings = sealingSettings(
    {
      cloud: 'sandbox',
      sandboxAddress: { host: sandbox.host, port },
      sandboxCa: caFile,
      sealingKeyId: key,
      sealingFormerKeyIds: former,
      httpsProxy: null,
      noProxy: { all: false, names: [], ranges: [] },
    },
    (_key, problem) => reported.push(problem),
  );
  expect(reported).toEqual([]);
  return settings!;
}
const open = async (settings: SealingSettings | null): Promise<Store> =>
  database.store({ dataDir, sealing: await makeKeyWrappers(settings) });
const secretIn = async (store: Store) =>
  (await store.system().connections(partner.of(organizationId))).adobe?.clientSecret;
const connect = (store: Store, clientSecret = SECRET) =>
  store
    .forPartner(partner.store.scope)
    .mutate({ principal: 'p', operation: 'c', input: null }, async (unit) => {
      const connection = { clientId: 'client', clientSecret, scopes: [] };
      return requireDone(
        await unit.connections.set(organizationId, { kind: 'adobe', connection }, anOccurrence()),
      );
    });

beforeAll(async () => {
  [database, sandbox] = await Promise.all([aDatabase(), aSandbox()]);
  caFile = `${database.dataDir}/ca.pem`;
  await writeFile(caFile, sandbox.ca);
});
afterAll(async () => {
  await database.close();
  await sandbox.close();
});
beforeEach(async () => {
  dataDir = `${database.dataDir}/${randomUUID()}`;
  await mkdir(dataDir);
  customer = await layOut();
  const store = await open(null);
  partner = await aPartner(database, store);
  organizationId = (await partner.organization()).id;
});
afterEach(async () => {
  await sandbox.control('DELETE', '/faults');
  await database.query(
    'truncate sealing_key, data_key, partner_data_key, idempotency, connection, connection_replacement',
  );
});

describe('moving', () => {
  it('from the local key file to a vault, to another vault and back; each time the one before can go', async () => {
    requireAccepted(await connect(await open(null)));
    const first = await open(settingsFor(customer.keys.AEP));
    expect(await secretIn(first)).toBe(SECRET);
    expect(await first.sealing.rewrap()).toMatchObject({ moved: 1, current: customer.keys.AEP });
    await rm(`${dataDir}/sealing.key`);
    expect(await secretIn(await open(settingsFor(customer.keys.AEP)))).toBe(SECRET);

    const second = await open(settingsFor(customer.keys.CJA, [customer.keys.AEP]));
    expect(await secretIn(second)).toBe(SECRET);
    expect(await second.sealing.rewrap()).toMatchObject({ moved: 1, lost: [] });
    expect(await secretIn(await open(settingsFor(customer.keys.CJA)))).toBe(SECRET);

    const back = await open(settingsFor(null, [customer.keys.CJA]));
    expect(await back.sealing.rewrap()).toMatchObject({ moved: 1, current: 'local' });
    expect(await secretIn(await open(null))).toBe(SECRET);
  });

  it('leaves the credential in the clear in no row of any table', async () => {
    const store = await open(settingsFor(customer.keys.AEP));
    requireAccepted(await connect(store));
    await secretIn(store);
    const tables = await database.query<{ name: string }>(
      `select relname as name from pg_class where relnamespace = 'public'::regnamespace and relkind = 'r'`,
    );
    let rows = 0;
    for (const { name } of tables) {
      for (const { row } of await database.query<{ row: string }>(
        `select to_jsonb(t)::text as row from ${name} t`,
      )) {
        rows += 1;
        for (const spelled of [
          SECRET,
          Buffer.from(SECRET).toString('hex'),
          Buffer.from(SECRET).toString('base64'),
        ])
          expect(row).not.toContain(spelled);
      }
    }
    expect(rows).toBeGreaterThan(5);
  });
});

describe('at start', () => {
  const startedWith = async (settings: SealingSettings) =>
    findStartProblem((await open(settings)).sealing, settings.key);

  it('a key that wraps and unwraps passes', async () => {
    expect(await startedWith(settingsFor(customer.keys.AEP))).toBeNull();
  });

  it('an identifier that names nothing stops it, with name, problem and an example', async () => {
    const nowhere = 'https://nobody-made-this.vault.azure.net/keys/k';
    for (const identifier of [customer.keys.AEP.replace('ajo-cmk', 'no-such-key'), nowhere]) {
      const problem = await startedWith(settingsFor(identifier));
      expect(problem).toMatchObject({ wrong: true });
      expect(problem?.message).toMatch(
        /^KEYWAY_SEALING_KEY_ID: .*Example: https:\/\/keyway-seal\.vault\.azure\.net\/keys\/data-keys$/s,
      );
      expect(problem?.message).toContain(identifier);
    }
  });

  it('one that worked and was lost since does not', async () => {
    requireAccepted(await connect(await open(settingsFor(customer.keys.AEP))));
    await sandbox.control('POST', '/faults', {
      host: '*.vault.azure.net',
      path: '/keys/*',
      status: 404,
      count: 9,
    });
    expect(await startedWith(settingsFor(customer.keys.AEP))).toMatchObject({ wrong: false });
  });

  it('nor does a right that is missing, or a vault that cannot be reached', async () => {
    await deny(WRAP);
    const denied = await startedWith(settingsFor(customer.keys.AEP));
    expect(denied).toMatchObject({
      wrong: false,
      message: expect.stringContaining(`grant ${WRAP}`) as unknown,
    });
    const away = await startedWith(settingsFor(customer.keys.AEP, [], 9));
    expect(away).toMatchObject({
      wrong: false,
      message: expect.stringContaining('ECONNREFUSED') as unknown,
    });
  });
});

describe('while it runs', () => {
  it('what cannot be unwrapped is said and not lost; once it can be, it is used', async () => {
    requireAccepted(await connect(await open(settingsFor(customer.keys.AEP))));
    const store = await open(settingsFor(customer.keys.AEP));
    await deny(WRAP, UNWRAP);
    await expect(secretIn(store)).rejects.toThrow(`grant ${UNWRAP}`);
    await expect(connect(store, 'sandbox-new')).rejects.toThrow(`grant ${UNWRAP}`);
    await deny();
    expect(await secretIn(store)).toBe(SECRET);
    expect(store.sealing.problem).toBeNull();
  });

  it('the worker moves data keys when it can, and each change is said once, without a secret', async () => {
    requireAccepted(await connect(await open(null)));
    await deny(WRAP);
    const store = await open(settingsFor(customer.keys.AEP));
    await store.sealing.check();
    const said: string[] = [];
    const log = {
      info: (...line: unknown[]) => said.push(JSON.stringify(line)),
      warn: (...line: unknown[]) => said.push(JSON.stringify(line)),
    };
    const stop = watchSealing(store.sealing, { log, rewraps: true, everyMs: 10 });
    await expect.poll(() => store.sealing.problem?.message).toContain(WRAP);
    expect(said).toEqual([]);
    await deny();
    await expect
      .poll(async () => (await store.sealing.inUse())[0]?.wrapper)
      .toBe(customer.keys.AEP);
    await stop();
    expect(said).toEqual([
      expect.stringContaining('can be used again'),
      expect.stringContaining('"moved":1'),
    ]);
    expect(said.join()).not.toContain('secret-that');
  });
});
