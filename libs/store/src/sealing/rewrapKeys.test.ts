/**
 * Data keys that move from one wrapper to another, on a real database; only the vault is in memory.
 */
import { randomUUID } from 'node:crypto';
import { mkdir, rm } from 'node:fs/promises';
import { ConnectorError } from '@keyway/core';
import {
  requireAccepted,
  aDatabase,
  anOccurrence,
  aPartner,
  requireDone,
  type TestDatabase,
  type TestPartner,
} from '@keyway/testing';
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { localKeyFile } from './localKeyFile.ts';
import type { Store } from '../store.ts';
import { aVault, type Vault } from '../testing/aVault.ts';

const KEY = 'https://keyway-seal.vault.azure.net/keys/data-keys';

let database: TestDatabase;
let dataDir: string;
let vault: Vault;
let local: Store;
let partner: TestPartner;
let organizationIds: string[];

beforeAll(async () => {
  database = await aDatabase();
});
afterAll(() => database.close());
beforeEach(async () => {
  dataDir = `${database.dataDir}/${randomUUID()}`;
  await mkdir(dataDir);
  vault = aVault(KEY);
  local = await database.store({ dataDir });
  partner = await aPartner(database, local);
  organizationIds = [];
  for (let count = 0; count < 3; count += 1) {
    const { id } = await partner.organization();
    await partner.run(id);
    organizationIds.push(id);
  }
});
afterEach(async () => {
  await database.query(
    'truncate sealing_key, data_key, partner_data_key, idempotency, connection, connection_replacement',
  );
});

const byVault = (former: Vault[] = []) =>
  database.store({ dataDir, sealing: { wrapper: vault, former } });
const opened = async (store: Store) => {
  const all = await Promise.all(
    organizationIds.map((id) => store.system().connections(partner.of(id))),
  );
  return all.map(({ adobe, azure, unopenable }) => [
    adobe?.clientSecret,
    azure?.clientSecret,
    unopenable.length,
  ]);
};
const everythingOpens = Array.from({ length: 3 }, () => [
  'sandbox-adobe-secret',
  'sandbox-azure-secret',
  0,
]);
const wrappers = async () =>
  (
    await database.query<{ wrapper: string }>(
      'select wrapper from data_key union all select wrapper from partner_data_key',
    )
  ).map(({ wrapper }) => wrapper.replace(/\/[0-9a-f]{32}$/, ''));
const connect = (store: Store, organizationId: string, clientSecret: string) =>
  store
    .forPartner(partner.store.scope)
    .mutate({ principal: 'p', operation: 'c', input: null }, async (unit) => {
      const connection = { clientId: 'client', clientSecret, scopes: [] };
      return requireDone(
        await unit.connections.set(organizationId, { kind: 'adobe', connection }, anOccurrence()),
      );
    });
const maker = { kind: 'BOOTSTRAP', id: 'b', principal: 'token:b', name: 'Bootstrap' } as const;
const makeToken = async (store: Store, idempotencyKey: string) => {
  const given = {
    name: 'CI',
    role: 'OPERATOR',
    scopes: ['read'],
    organizationIds: null,
    expiresAt: null,
    maker,
  } as const;
  const request = {
    principal: 'p',
    operation: 'createApiToken',
    idempotencyKey,
    input: {},
    secretResult: true,
  };
  const outcome = await store
    .forPartner(partner.store.scope)
    .mutate(request, (unit) =>
      unit.tokens.create({ ...given, scopes: [...given.scopes] }, anOccurrence()),
    );
  return requireAccepted(outcome).token;
};

describe('from the local key file to a vault', () => {
  it('both are read before, between and after; nothing that was sealed is touched', async () => {
    const token = await makeToken(local, 'one');
    const sealed = () =>
      database.query('select organization_id, kind, sealed from connection order by 1, 2');
    const store = await byVault();
    expect(await opened(store)).toEqual(everythingOpens);
    await connect(store, organizationIds[0]!, 'sandbox-adobe-secret');
    expect(new Set(await wrappers())).toEqual(new Set(['local']));
    const before = await sealed();

    expect(await store.sealing.rewrap()).toMatchObject({ moved: 4, lost: [], stopped: null });
    expect(await store.sealing.rewrap()).toMatchObject({ moved: 0 });
    expect(await wrappers()).toEqual([KEY, KEY, KEY, KEY]);
    expect(await sealed()).toEqual(before);
    await rm(`${dataDir}/sealing.key`);
    const restarted = await byVault();
    expect(await opened(restarted)).toEqual(everythingOpens);
    expect(await makeToken(restarted, 'one')).toBe(token);
    expect(await restarted.sealing.inUse()).toEqual([{ wrapper: await vault.current(), keys: 4 }]);
  });

  it('a vault that fails in the middle leaves every key with one or the other, and the next time continues', async () => {
    const store = await byVault();
    const wrap = vault.wrap.bind(vault);
    let allowed = 2;
    vault.wrap = (key, purpose) => {
      allowed -= 1;
      return allowed < 0
        ? Promise.reject(new ConnectorError({ kind: 'throttled', message: 'busy' }))
        : wrap(key, purpose);
    };
    expect(await store.sealing.rewrap()).toMatchObject({
      moved: 2,
      stopped: expect.stringContaining('429') as unknown,
    });
    expect((await wrappers()).sort()).toEqual([KEY, KEY, 'local']);
    expect(await opened(store)).toEqual(everythingOpens);
    vault.wrap = wrap;
    expect(await store.sealing.rewrap()).toMatchObject({ moved: 1, stopped: null });
    expect(await opened(store)).toEqual(everythingOpens);
  });

  it('may be done by several at once, and while credentials are given', async () => {
    const stores = [await byVault(), await byVault(), await byVault()];
    const moved = Promise.all(stores.map((store) => store.sealing.rewrap()));
    await Promise.all(
      organizationIds.map((id, index) => connect(stores[index]!, id, 'sandbox-adobe-secret')),
    );
    expect((await moved).reduce((sum, result) => sum + result.moved, 0)).toBe(3);
    expect(await opened(await byVault())).toEqual(everythingOpens);
  });
});

describe('from a vault', () => {
  beforeEach(async () => {
    await (await byVault()).sealing.rewrap();
  });

  it('to the next version of its key', async () => {
    const first = await vault.current();
    vault.rotate();
    const store = await byVault();
    expect(await opened(store)).toEqual(everythingOpens);
    expect(await store.sealing.inUse()).toEqual([{ wrapper: first, keys: 3 }]);
    expect(await store.sealing.rewrap()).toMatchObject({
      moved: 3,
      current: await vault.current(),
    });
    expect(await store.sealing.inUse()).toEqual([{ wrapper: await vault.current(), keys: 3 }]);
  });

  it('back to the local key file, as long as the vault is named among the former ones', async () => {
    const forgetful = await database.store({ dataDir });
    await expect(opened(forgetful)).rejects.toThrow(
      /which is not configured here\. Name it in KEYWAY_SEALING_KEY_ID/,
    );
    await expect(connect(forgetful, organizationIds[0]!, 'sandbox-new')).rejects.toThrow(
      /not configured here/,
    );
    expect((await forgetful.sealing.rewrap()).lost).toHaveLength(3);
    const back = await database.store({ dataDir, sealing: { wrapper: null, former: [vault] } });
    expect(await back.sealing.rewrap()).toMatchObject({ moved: 3, current: 'local' });
    expect(await opened(await database.store({ dataDir }))).toEqual(everythingOpens);
  });

  it('that cannot be reached: nothing is written, nothing replaced, and it continues when it can', async () => {
    const store = await byVault();
    vault.fails(
      new ConnectorError({ kind: 'unavailable', message: 'No answer', code: 'ECONNREFUSED' }),
    );
    await expect(connect(store, organizationIds[0]!, 'sandbox-new')).rejects.toThrow(
      `(${KEY}) cannot be used`,
    );
    await expect(opened(store)).rejects.toMatchObject({
      failure: { kind: 'unavailable' },
      ambiguous: false,
    });
    vault.fails(null);
    expect(await opened(store)).toEqual(everythingOpens);
  });

  it('whose key is gone for good: said, and connecting again mends it', async () => {
    vault = aVault(KEY);
    const store = await byVault();
    expect(await opened(store)).toEqual(Array.from({ length: 3 }, () => [undefined, undefined, 2]));
    requireAccepted(await connect(store, organizationIds[0]!, 'sandbox-new'));
    expect((await opened(store))[0]).toEqual(['sandbox-new', undefined, 1]);
  });
});

it('a result that the local key file sealed directly, as it was once, is still answered', async () => {
  const token = await makeToken(local, 'old');
  const file = await localKeyFile(dataDir, true);
  const asOnce = Buffer.from(
    (await file.wrap(Buffer.from(JSON.stringify({ token })), `result:${partner.partnerId}`))
      .wrapped,
  );
  await database.query(`update idempotency set sealed = $1 where key = 'old'`, [asOnce]);
  await database.query('delete from partner_data_key');
  expect(await makeToken(local, 'old')).toBe(token);
  expect(await makeToken(await byVault(), 'old')).toBe(token);
});
