/** Probes of vaults from the question to the answer: real store, real sandbox over HTTPS. */
import { createVaultProbe } from '@keyway/connector-azure';
import { SandboxAgent } from '@keyway/connector-transport';
import { unknownVault, type VaultProbePort } from '@keyway/core';
import type { Store } from '@keyway/store';
import {
  aDatabase,
  aPartner,
  aSandbox,
  type SandboxCustomer,
  type TestDatabase,
  type TestPartner,
  type TestSandbox,
  MAX_WAIT_MILLISECONDS,
} from '@keyway/testing';
import { pino } from 'pino';
import { afterAll, beforeAll, describe, expect, it, vi } from 'vitest';
import { probeLoop } from './probeLoop.ts';

let database: TestDatabase;
let sandbox: TestSandbox;
let store: Store;
let partner: TestPartner;
let customer: SandboxCustomer;
const shutdown = new AbortController();
let loops: Promise<void>[] = [];

beforeAll(async () => {
  [database, sandbox] = await Promise.all([aDatabase(), aSandbox()]);
  store = await database.store();
  partner = await aPartner(database, store);
  customer = await sandbox.control<SandboxCustomer>('POST', '/scenario', { scenario: 'happyPath' });
});
afterAll(async () => {
  shutdown.abort();
  await Promise.all(loops);
  await database.close();
  await sandbox.close();
});

const asker = () => ({ partnerId: partner.partnerId, principal: 'member:1' });
const vaultName = (): string => new URL(customer.keys.AEP).hostname.split('.')[0]!;
const rows = () =>
  database.query('select name, answer from vault_probe where partner_id = $1', [partner.partnerId]);

it('says that no worker answered, and does not wait for ever', async () => {
  const facts = await store.probes.ask(
    asker(),
    { kind: 'vault', name: 'nobody' },
    { waitMilliseconds: 300 },
  );
  expect(facts).toMatchObject({ reason: 'noWorker', exists: 'UNKNOWN' });
  await database.query('delete from vault_probe');
});

it('drops what is answered after nobody waits any more', async () => {
  const vault = { kind: 'vault', name: 'slow' } as const;
  const asked = store.probes.ask(asker(), vault, { waitMilliseconds: 300 });
  let [claimed] = await store.probes.claim(1);
  while (!claimed) [claimed] = await store.probes.claim(1);
  expect(await asked).toMatchObject({ reason: 'noWorker', exists: 'UNKNOWN', tenantId: null });
  await store.probes.answer(claimed, { ...unknownVault('found'), tenantId: customer.tenantId });
  expect(await rows()).toEqual([{ name: null, answer: null }]);
  await database.query('delete from vault_probe');
});

it('has no worker begin with what nobody waits for', async () => {
  const vault = { kind: 'vault', name: 'withdrawn' } as const;
  await store.probes.ask(asker(), vault, { waitMilliseconds: 100 });
  expect(await store.probes.claim(1)).toEqual([]);
  await database.query('delete from vault_probe');
});

it('finds tenant and existence, and keeps nothing of it', async () => {
  const deps = {
    store,
    log: pino({ level: 'silent' }),
    vaults: createVaultProbe({ agent: new SandboxAgent(sandbox), resolve: null }),
  };
  loops = [probeLoop(deps, shutdown.signal), probeLoop(deps, shutdown.signal)];
  const facts = await store.probes.ask(asker(), { kind: 'vault', name: vaultName() });
  expect(facts).toMatchObject({ exists: 'PASS', tenantId: customer.tenantId });
  expect(await rows()).toEqual([{ name: null, answer: null }]);
});

const LIMITS = { ofOne: 10, ofAll: 30 };
const vaultOf = () => ({ kind: 'vault', name: vaultName() }) as const;
const reasonsOf = async (principal: string, times: number) => {
  const ask = () => store.probes.ask({ ...asker(), principal }, vaultOf());
  const all = await Promise.all(Array.from({ length: times }, ask));
  return {
    refused: all.filter(({ reason }) => reason === 'tooMany'),
    answered: all.filter(({ reason }) => reason === 'found').length,
  };
};

it('lets no token use up what its partner has, however many it asks at once', async () => {
  await database.query('delete from vault_probe');
  const { refused, answered } = await reasonsOf('token:a', 3 * LIMITS.ofAll);
  expect(answered).toBe(LIMITS.ofOne);
  for (const { exists, againAfterSeconds } of refused) {
    expect(exists).toBe('UNKNOWN');
    expect(againAfterSeconds).toBeGreaterThan(30);
    expect(againAfterSeconds).toBeLessThanOrEqual(60);
  }
  expect((await reasonsOf('member:b', 3)).answered).toBe(3);
  expect(await store.probes.count(partner.partnerId)).toBe(true);
});

it('says when the oldest of them no longer counts', async () => {
  await database.query(
    `update vault_probe set asked_at = clock_timestamp() - interval '50 seconds' where principal = 'token:a'`,
  );
  const [again] = (await reasonsOf('token:a', 1)).refused;
  expect(again!.againAfterSeconds).toBeGreaterThan(7);
  expect(again!.againAfterSeconds).toBeLessThanOrEqual(10);
  await database.query(
    `update vault_probe set asked_at = asked_at - interval '11 seconds' where principal = 'token:a'`,
  );
  expect((await reasonsOf('token:a', 1)).answered).toBe(1);
});

it('counts for each partner alone', async () => {
  await database.query('delete from vault_probe');
  const all = await Promise.all(
    ['a', 'b', 'c', 'd'].map((name) => reasonsOf(`token:${name}`, LIMITS.ofOne)),
  );
  expect(all.reduce((sum, { answered }) => sum + answered, 0)).toBe(LIMITS.ofAll);
  expect(await store.probes.count(partner.partnerId)).toBe(false);
  const other = await aPartner(database, store);
  const facts = await store.probes.ask({ ...asker(), partnerId: other.partnerId }, vaultOf());
  expect(facts).toMatchObject({ exists: 'PASS' });
});

it('drops what an api asked that died, without another question', async () => {
  await database.query('delete from vault_probe');
  await database.query(
    `insert into vault_probe (id, partner_id, kind, name, asked_at)
     values (gen_random_uuid(), $1, 'vault', 'left-behind', clock_timestamp() - interval '20 seconds')`,
    [partner.partnerId],
  );
  await vi.waitFor(async () => expect(await rows()).toEqual([{ name: null, answer: null }]), {
    ...{ timeout: MAX_WAIT_MILLISECONDS, interval: 100 },
  });
  await database.query(`update vault_probe set asked_at = asked_at - interval '1 minute'`);
  await vi.waitFor(async () => expect(await rows()).toEqual([]), {
    ...{ timeout: MAX_WAIT_MILLISECONDS, interval: 100 },
  });
});

describe('a vault that is slow', () => {
  /** Vaults of which one answers when it is let, by one worker alone. */
  async function withSlow(work: (asked: string[], finish: () => void) => Promise<void>) {
    await database.query('delete from vault_probe');
    shutdown.abort();
    await Promise.all(loops);
    const asked: string[] = [];
    let finish = (): void => undefined;
    const slow = new Promise<void>((resolve) => (finish = resolve));
    const probe: VaultProbePort['probe'] = async ({ name }) => {
      asked.push(name);
      if (name.startsWith('slow')) await slow;
      return { ...unknownVault('found'), exists: 'PASS' };
    };
    const own = new AbortController();
    const deps = { store, log: pino({ level: 'silent' }), vaults: { probe } };
    const loop = probeLoop(deps, own.signal);
    try {
      await work(asked, finish);
    } finally {
      finish();
      own.abort();
      await loop;
    }
  }
  const ask = (name: string, principal = 'token:a') =>
    store.probes.ask({ ...asker(), principal }, { kind: 'vault', name });

  it('delays no other, however often it is asked for', async () => {
    await withSlow(async (asked, finish) => {
      const waiting = ['a', 'b'].flatMap((one) =>
        Array.from({ length: LIMITS.ofOne }, () => ask('slow-vault', `token:${one}`)),
      );
      await vi.waitFor(() => expect(asked).toEqual(['slow-vault']), MAX_WAIT_MILLISECONDS);
      const begun = performance.now();
      for (const name of ['quick-1', 'quick-2', 'quick-3'])
        expect(await ask(name, 'token:c')).toMatchObject({ reason: 'found' });
      expect(performance.now() - begun).toBeLessThan(4_000);
      finish();
      for (const facts of await Promise.all(waiting)) expect(facts.reason).toBe('found');
      expect(asked.filter((name) => name === 'slow-vault')).toHaveLength(1);
    });
  });
});
