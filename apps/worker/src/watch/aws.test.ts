/** The watch of keys on AWS, made by workers against the sandbox: each change, and its end. */
import type { Health, Watch } from '@keyway/core';
import { anImsOrgId, anOccurrence, OPERATOR, requireAccepted, requireDone } from '@keyway/testing';
import type { StoredRun } from '@keyway/store';
import { describe, expect, it } from 'vitest';
import {
  approve,
  completedOnAws,
  requestApproval,
  submission,
  type AwsRun,
} from '../testing/awsRun.ts';
import { healthOf, untilHealth, withWatches } from '../testing/watches.ts';
import {
  applyRunEvent,
  database,
  partner,
  sandbox,
  store,
  withWorkers,
  workerUnderTest,
} from '../testing/workerUnderTest.ts';

const change = ({ imsOrgId }: AwsRun, name: string, undo = false) =>
  sandbox.control('POST', '/change', { imsOrgId, change: name, undo });

async function watchOf({ organizationId }: AwsRun): Promise<Watch> {
  const found = await partner.store.watchesByOrganization([organizationId]);
  return found.get(organizationId)!.watch!;
}

/** Kind and subject of what is found, worst first. */
const foundIn = ({ tracks }: Watch): string[] =>
  tracks.AEP!.findings.map(({ harm, subject }) =>
    subject.kind === 'check'
      ? `${harm} ${subject.check} ${subject.outcome}`
      : `${harm} ${subject.kind === 'difference' ? subject.field : subject.kind}`,
  );

async function alertsOf({ organizationId }: AwsRun): Promise<string[]> {
  const rows = await database.query<{ name: string; status: string }>(
    'select name, status from alert where organization_id = $1 order by opened_at',
    [organizationId],
  );
  return rows.map(({ name, status }) => `${name} ${status}`);
}

async function watched(): Promise<AwsRun> {
  const run = await withWorkers(1, completedOnAws);
  await store.observations.begin();
  return run;
}

const CHANGES: [string, Health, string[]][] = [
  ['keyDisabled', 'REVOKED', ['REVOKED kmsKeyIsEnabled disabled', 'AT_RISK KEY.keyState']],
  [
    'keyDeletionScheduled',
    'REVOKED',
    ['REVOKED kmsKeyIsEnabled pendingDeletion', 'AT_RISK KEY.deletionDate'],
  ],
  [
    'policyStatementRemoved',
    'REVOKED',
    [
      'REVOKED keyPolicyHoldsTemplate missing',
      'AT_RISK POLICY.statements.CJA Oberon IAM User Permissions',
    ],
  ],
  [
    'policyStatementChanged',
    'REVOKED',
    [
      'REVOKED keyPolicyHoldsTemplate differing',
      'AT_RISK POLICY.statements.Adobe Enable IAM User Permissions',
    ],
  ],
  [
    'rootStatementLost',
    'AT_RISK',
    ['AT_RISK keyPolicyKeepsAdmin lost', 'AT_RISK POLICY.statements.Enable IAM User Permissions'],
  ],
  ['rotationOff', 'AT_RISK', ['AT_RISK kmsKeyRotates off', 'AT_RISK KEY.rotation.enabled']],
  ['readerDenied', 'UNREACHABLE', []],
  ['rotationReaderDenied', 'UNREACHABLE', []],
];

describe('watching keys on AWS', () => {
  workerUnderTest();

  it('finds each change, and its end', async () => {
    const runs = await withWorkers(2, () =>
      Promise.all(CHANGES.map(async (row) => ({ row, run: await completedOnAws() }))),
    );
    await store.observations.begin();
    const seen = await withWatches(2, () =>
      Promise.all(
        runs.map(async ({ row: [name, health], run }) => {
          await untilHealth(run.runId, 'HEALTHY');
          await change(run, name);
          await untilHealth(run.runId, health);
          const found = foundIn(await watchOf(run));
          await change(run, name, true);
          await untilHealth(run.runId, 'HEALTHY');
          return { name, health, run, found };
        }),
      ),
    );
    for (const [index, { name, health, run, found }] of seen.entries()) {
      expect([name, found]).toEqual([name, expect.arrayContaining(CHANGES[index]![2])]);
      expect([name, foundIn(await watchOf(run))]).toEqual([name, []]);
      expect([name, await alertsOf(run)]).toEqual([name, [`AEP ${health} RESOLVED`]]);
    }
  });

  it('can’t reach a key whose role may not be assumed any more, and takes it for no loss', async () => {
    const run = await watched();
    await withWatches(1, () => untilHealth(run.runId, 'HEALTHY'));
    await change(run, 'roleNotAssumable');
    // A session that a worker has lasts up to 15 minutes; another worker has none.
    await withWatches(1, () => untilHealth(run.runId, 'UNREACHABLE'));
    expect((await watchOf(run)).tracks.AEP!.steps.KEY.unreadable).toMatchObject({
      failure: { kind: 'denied', permission: 'sts:AssumeRole' },
    });
    await change(run, 'roleNotAssumable', true);
    await withWatches(1, () => untilHealth(run.runId, 'HEALTHY'));
    expect(await alertsOf(run)).toEqual(['AEP UNREACHABLE RESOLVED']);
  });

  it('writes nothing of a worker that was stopped for longer than its lease', async () => {
    const run = await watched();
    await withWatches(1, () => untilHealth(run.runId, 'HEALTHY'));
    await database.query('update watch_observation set due_at = now() where organization_id = $1', [
      run.organizationId,
    ]);
    const claimed = await store.observations.claim(50);
    const late = claimed.find(({ organizationId }) => organizationId === run.organizationId)!;
    const seen = late.watch.tracks.AEP!.steps;
    await database.query(
      `update watch_observation set lease_until = now() - interval '1 s', due_at = now() where organization_id = $1`,
      [run.organizationId],
    );
    await change(run, 'keyDisabled');
    await withWatches(1, () => untilHealth(run.runId, 'REVOKED'));
    // What it read while the key was enabled.
    const outcome = await store.observations.record(late, {
      organization: late.organization,
      connections: late.watch.connections,
      tracks: { AEP: { facts: [seen.KEY.facts!, seen.POLICY.facts!], formerVersions: [] } },
      timeScale: 0.001,
    });
    expect(outcome).toBe('lost');
    expect(await healthOf(run.runId)).toBe('REVOKED');
  });

  it('watches nothing where everything was attested, and decides that once', async () => {
    const imsOrgId = anImsOrgId();
    const { id: organizationId } = await partner.organization({
      ...{ imsOrgId, cloud: 'AWS', region: 'VA6', azureTenantId: null },
      shield: 'PRIVACY_AND_SECURITY_SHIELD',
    });
    const request = { principal: OPERATOR.principal, operation: 'test', input: null };
    const begun = await partner.store.mutate(request, async (unit) =>
      requireDone<{ run: StoredRun }>(await unit.runs.start(organizationId, anOccurrence())),
    );
    const runId = requireAccepted(begun).run.run.id;
    const run = { organizationId, runId, imsOrgId };
    const attest = (step: 'ENTITLEMENT' | 'KEY' | 'POLICY', reference: string) =>
      applyRunEvent(runId, 'stepAttested', {
        ...{ track: 'AEP', step, statement: 'seen', reference },
      });
    await attest('ENTITLEMENT', 'R-1');
    await attest(
      'KEY',
      'arn:aws:kms:us-east-1:123456789012:key/0b9f1e2a-7c3d-4e5f-8a9b-0c1d2e3f4a5b',
    );
    await attest('POLICY', 'R-2');
    await requestApproval(run);
    await approve(run);
    for (const step of ['SUBMISSION', 'ACTIVATION', 'CONFIRMATION'] as const)
      await applyRunEvent(runId, 'stepAttested', { ...submission(run), step });
    expect(await store.observations.begin()).toBe(1);
    expect(await store.observations.begin()).toBe(0);
    expect(await healthOf(runId)).toBe('NOT_WATCHED');
  });
});
