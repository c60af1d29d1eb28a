/** Probes of vaults from the question to the answer: real store, real sandbox over HTTPS. */
import { createVaultProbe } from '@keyway/connector-azure';
import { SandboxAgent } from '@keyway/connector-transport';
import { unknownVault } from '@keyway/core';
import type { Store } from '@keyway/store';
import {
  aDatabase,
  aPartner,
  aSandbox,
  type SandboxCustomer,
  type TestDatabase,
  type TestPartner,
  type TestSandbox,
} from '@keyway/testing';
import { pino } from 'pino';
import { afterAll, beforeAll, expect, it } from 'vitest';
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

const vaultName = (): string => new URL(customer.keys.AEP).hostname.split('.')[0]!;
const rows = () =>
  database.query('select name, answer from vault_probe where partner_id = $1', [partner.partnerId]);

it('says that no worker answered, and does not wait for ever', async () => {
  const facts = await store.probes.ask(
    partner.partnerId,
    { kind: 'vault', name: 'nobody' },
    { waitMilliseconds: 300 },
  );
  expect(facts).toMatchObject({ reason: 'noWorker', exists: 'UNKNOWN' });
  await database.query('delete from vault_probe');
});

it('drops what is answered after nobody waits any more', async () => {
  const vault = { kind: 'vault', name: 'slow' } as const;
  const asked = store.probes.ask(partner.partnerId, vault, { waitMilliseconds: 300 });
  let [claimed] = await store.probes.claim(1);
  while (!claimed) [claimed] = await store.probes.claim(1);
  expect(await asked).toMatchObject({ reason: 'noWorker', exists: 'UNKNOWN', tenantId: null });
  await store.probes.answer(claimed, { ...unknownVault('found'), tenantId: customer.tenantId });
  expect(await rows()).toEqual([{ name: null, answer: null }]);
  await database.query('delete from vault_probe');
});

it('has no worker begin with what nobody waits for', async () => {
  const vault = { kind: 'vault', name: 'withdrawn' } as const;
  await store.probes.ask(partner.partnerId, vault, { waitMilliseconds: 100 });
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
  const facts = await store.probes.ask(partner.partnerId, { kind: 'vault', name: vaultName() });
  expect(facts).toMatchObject({ exists: 'PASS', tenantId: customer.tenantId });
  expect(await rows()).toEqual([{ name: null, answer: null }]);
});

it('counts for each partner alone', async () => {
  const ask = () => store.probes.ask(partner.partnerId, { kind: 'vault', name: vaultName() });
  for (let count = 0; count < 3; count += 1) await Promise.all(Array.from({ length: 10 }, ask));
  expect(await ask()).toMatchObject({ reason: 'tooMany', exists: 'UNKNOWN' });
  const other = await aPartner(database, store);
  const facts = await store.probes.ask(other.partnerId, { kind: 'vault', name: vaultName() });
  expect(facts).toMatchObject({ exists: 'PASS' });
});
