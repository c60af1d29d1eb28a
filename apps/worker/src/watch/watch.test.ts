import { randomUUID } from 'node:crypto';
import { watchedSteps, type Health } from '@keyway/core';
import { anOccurrence, OPERATOR, requireDone } from '@keyway/testing';
import { describe, expect, it } from 'vitest';
import { untilHealth, withWatches } from '../testing/watches.ts';
import {
  applyRunEvent,
  approved,
  begin,
  database,
  partner,
  sandbox,
  statusOf,
  store,
  submit,
  until,
  withWorkers,
  workerUnderTest,
} from '../testing/workerUnderTest.ts';

/** A run that was completed by workers. */
async function completed(scenario = 'happyPath') {
  const { customer, runId } = await begin(scenario);
  await withWorkers(1, async () => {
    await approved(customer, runId, 'AEP');
    await submit(customer, runId);
    await until('AEP active', runId, (run) => statusOf(run, 'AEP', 'ACTIVATION') === 'DONE');
    await approved(customer, runId, 'CJA');
    await applyRunEvent(runId, 'ticketRecorded', { caseNumber: 'E-1', openedAt: null, url: null });
    await applyRunEvent(runId, 'cjaConfirmed', {
      confirmedBy: 'Customer Care',
      confirmedAt: null,
      text: 'done',
    });
  });
  return { customer, runId };
}

describe('watching keys', () => {
  workerUnderTest();

  it('finds a key that lost its operations, and that it has them again', async () => {
    const { customer, runId } = await completed();
    await store.observations.begin();
    await withWatches(2, async () => {
      await untilHealth(runId, 'HEALTHY');
      const { imsOrgId } = customer;
      await sandbox.control('POST', '/scenario', { scenario: 'noWrapKey', imsOrgId });
      await untilHealth(runId, 'REVOKED');
      await sandbox.control('POST', '/scenario', { scenario: 'happyPath', imsOrgId });
      await untilHealth(runId, 'HEALTHY');
    });
    const entries = await database.query<{ kind: string; data: Record<string, unknown> }>(
      `select kind, data from history_entry where run_id = $1 and kind in ('watchStarted', 'healthChanged', 'alertOpened', 'alertResolved') order by seq`,
      [runId],
    );
    const opened = entries.find(({ kind }) => kind === 'alertOpened')?.data;
    const changed = (track: string, from: Health, to: Health) => ({
      kind: 'healthChanged',
      data: { track, from, to },
    });
    expect(entries).toEqual([
      { kind: 'watchStarted', data: { tracks: ['AEP', 'CJA'] } },
      changed('AEP', 'NOT_WATCHED', 'HEALTHY'),
      changed('CJA', 'NOT_WATCHED', 'HEALTHY'),
      changed('AEP', 'HEALTHY', 'REVOKED'),
      { kind: 'alertOpened', data: opened },
      changed('AEP', 'REVOKED', 'HEALTHY'),
      { kind: 'alertResolved', data: opened },
    ]);
    expect(opened).toMatchObject({
      track: 'AEP',
      kind: 'HEALTH',
      health: 'REVOKED',
      subject: { kind: 'check', check: 'keyAllowsWrapping', outcome: 'lacking' },
    });
  });

  it('can’t read it with a connection to another tenant, whose directory proves nothing lost', async () => {
    const { runId } = await completed();
    const { id } = (await store.system().run(runId))!.run.organization;
    const { tenantId, subscriptionId } = (await begin('happyPath')).customer;
    const other = { tenantId, subscriptionId, clientId: randomUUID() };
    const connection = { ...other, clientSecret: 'sandbox-azure', access: 'READ' as const };
    await store.observations.begin();
    await withWatches(1, () => untilHealth(runId, 'HEALTHY'));
    const { principal } = OPERATOR;
    await partner.store.mutate({ principal, operation: 'test', input: null }, async (unit) => {
      // Another credential replaces one only once it works, so the former is removed first.
      requireDone(await unit.connections.remove(id, 'azure', anOccurrence()));
      requireDone(await unit.connections.set(id, { kind: 'azure', connection }, anOccurrence()));
      requireDone(await unit.watches.requestObservation(id));
    });
    await withWatches(1, () => untilHealth(runId, 'UNREACHABLE'));
    const { watch } = (await partner.store.watchesByOrganization([id])).get(id)!;
    for (const track of [watch!.tracks.AEP!, watch!.tracks.CJA!])
      for (const step of watchedSteps(track))
        expect(track.steps[step]).toMatchObject({
          unreadable: { failure: { code: 'KEYWAY_OTHER_TENANT' }, isSure: true },
          suspected: null,
        });
  });
});
