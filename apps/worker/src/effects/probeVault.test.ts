/**
 * A run's vault asked later, by workers against a real store and the sandbox: the tenant arrives
 * once, however the answers of the vault and the limit of questions delay it.
 */
import { randomUUID } from 'node:crypto';
import { consentUrlOf, tenantConfirmation, type Run } from '@keyway/core';
import { anOccurrence, OPERATOR, requireAccepted, requireDone } from '@keyway/testing';
import type { SandboxCustomer } from '@keyway/testing';
import type { StoredRun } from '@keyway/store';
import { beforeEach, expect, it } from 'vitest';
import {
  applyRunEvent,
  database,
  partner,
  sandbox,
  store,
  until,
  withWorkers,
  workerUnderTest,
} from '../testing/workerUnderTest.ts';

workerUnderTest();

let customer: SandboxCustomer;
beforeEach(async () => {
  await sandbox.control('DELETE', '/faults');
  await database.query('delete from vault_probe');
  customer = await sandbox.control<SandboxCustomer>('POST', '/scenario', { scenario: 'happyPath' });
});

/** A run of an organization without a connection, whose vault was not asked in time. */
async function provided(): Promise<string> {
  const { id } = await partner.organization({
    imsOrgId: customer.imsOrgId,
    azureTenantId: null,
  });
  const begun = await partner.store.mutate(
    { principal: OPERATOR.principal, operation: 'test', input: null },
    async (unit) => requireDone<{ run: StoredRun }>(await unit.runs.start(id, anOccurrence())),
  );
  const runId = requireAccepted(begun).run.run.id;
  await applyRunEvent(runId, 'stepAttested', {
    ...{ track: 'CJA', step: 'ENTITLEMENT', statement: 'seen', reference: null },
  });
  await provideLate(runId, customer.keys.CJA);
  return runId;
}
const provideLate = (runId: string, keyIdentifier: string): Promise<Run> =>
  applyRunEvent(runId, 'keyProvided', {
    ...{ track: 'CJA', keyIdentifier, vaultResourceId: null, askVaultLater: true },
  });
const isConfirmed = (run: Run): boolean => tenantConfirmation(run, 'CJA') === 'yes';
const probesOf = (runId: string) =>
  database.query<{ data: { vaultTenantId: string | null } }>(
    `select data from history_entry where run_id = $1 and kind = 'vaultProbed'`,
    [runId],
  );
const spoil = (fault: object) =>
  sandbox.control('POST', '/faults', { host: new URL(customer.keys.CJA).hostname, ...fault });

it('pins the consent URL after answers that were none, with one entry', async () => {
  await spoil({ reset: true, count: 3 });
  const runId = await provided();
  expect(consentUrlOf((await store.system().run(runId))!.run, 'CJA')).toBeNull();
  const run = await withWorkers(2, () => until('tenant', runId, isConfirmed));
  expect(consentUrlOf(run, 'CJA')).toContain(`/${customer.tenantId}/`);
  const entries = await probesOf(runId);
  expect(entries.map(({ data }) => data.vaultTenantId)).toEqual([customer.tenantId]);
});

it('asks no vault beyond the limit of its partner, and asks it afterwards', async () => {
  await database.query(
    `insert into vault_probe (id, partner_id, kind, name, asked_at)
     select gen_random_uuid(), $1, 'vault', null, clock_timestamp() from generate_series(1, 30)`,
    [partner.partnerId],
  );
  await spoil({ reset: true, count: 1 });
  const runId = await provided();
  await withWorkers(2, () => new Promise((resolve) => setTimeout(resolve, 1500)));
  // The fault waits for the first call to this vault: there was none.
  expect(await sandbox.control<unknown[]>('GET', '/faults')).toHaveLength(1);
  expect(isConfirmed((await store.system().run(runId))!.run)).toBe(false);
  await database.query('delete from vault_probe');
  await database.query('update effect set due_at = clock_timestamp() where run_id = $1', [runId]);
  await withWorkers(2, () => until('tenant', runId, isConfirmed));
  expect(await probesOf(runId)).toHaveLength(1);
});

it('ends unconfirmed where the name is of no vault, and asks the vault of the next key', async () => {
  const runId = await provided();
  await spoil({ status: 403, body: '{}' });
  await withWorkers(1, () =>
    until('no tenant', runId, (run) => tenantConfirmation(run, 'CJA') === 'no'),
  );
  expect((await probesOf(runId)).map(({ data }) => data.vaultTenantId)).toEqual([null]);
  await provideLate(runId, `${new URL(customer.keys.AEP).origin}/keys/${randomUUID()}`);
  await withWorkers(1, () => until('tenant', runId, isConfirmed));
});
