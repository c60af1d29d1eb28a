/** A run on AWS from the role to the submission: read through the role, decided by two persons. */
import type { EventData, EventKind, Run } from '@keyway/core';
import {
  anImsOrgId,
  anOccurrence,
  APPROVER,
  OPERATOR,
  requireAccepted,
  requireDone,
} from '@keyway/testing';
import type { StoredRun } from '@keyway/store';
import { expect, it } from 'vitest';
import { runOf } from './testing/performedByTest.ts';
import {
  applyRunEvent,
  partner,
  sandbox,
  statusOf,
  until,
  withWorkers,
  workerUnderTest,
} from './testing/workerUnderTest.ts';

workerUnderTest();

interface AwsCustomer {
  aws: { roleArn: string; region: string; keyArn: string; keyPolicyTemplate: string };
}

const scenario = (name: string, imsOrgId: string, externalId?: string): Promise<AwsCustomer> =>
  sandbox.control<AwsCustomer>('POST', '/scenario', { scenario: name, imsOrgId, externalId });

const REQUEST = { principal: OPERATOR.principal, operation: 'test', input: null };

interface Begun {
  runId: string;
  imsOrgId: string;
}

/** The external ID exists before the role, whose trust policy asks for exactly this one. */
async function begin(): Promise<Begun> {
  const imsOrgId = anImsOrgId();
  const { id } = await partner.organization({
    ...{ imsOrgId, cloud: 'AWS', region: 'VA6', azureTenantId: null },
    shield: 'PRIVACY_AND_SECURITY_SHIELD',
  });
  const prepared = await partner.store.mutate(REQUEST, async (unit) => {
    const region = { region: 'us-east-1' };
    return requireDone<{ externalId: string }>(
      await unit.connections.prepareAws(id, region, anOccurrence()),
    );
  });
  const { externalId } = requireAccepted(prepared);
  const { aws } = await scenario('awsHappyPath', imsOrgId, externalId);
  const begun = await partner.store.mutate(REQUEST, async (unit) => {
    const role = { roleArn: aws.roleArn, region: aws.region };
    requireDone(await unit.connections.setAwsRole(id, role, anOccurrence));
    return requireDone<{ run: StoredRun }>(await unit.runs.start(id, anOccurrence()));
  });
  const runId = requireAccepted(begun).run.run.id;
  const statement = { statement: 'seen', reference: null };
  await applyRunEvent(runId, 'stepAttested', { track: 'AEP', step: 'ENTITLEMENT', ...statement });
  const key = { keyIdentifier: aws.keyArn, vaultResourceId: null };
  await applyRunEvent(runId, 'keyProvided', { track: 'AEP', ...key });
  await until('KEY read', runId, (run) => statusOf(run, 'AEP', 'KEY') === 'DONE');
  expect(statusOf(await runOf(runId), 'AEP', 'POLICY')).not.toBe('DONE');
  await applyRunEvent(runId, 'keyPolicyProvided', { policy: aws.keyPolicyTemplate });
  await until('approvable', runId, (run) => statusOf(run, 'AEP', 'APPROVAL') === 'READY');
  return { runId, imsOrgId };
}

const approvalBy = ({ imsOrgId }: Begun, principal: string): EventData['approvalGranted'] => ({
  ...{ track: 'AEP', principal, confirmImsOrgId: imsOrgId, comment: null },
});
const submission = ({ imsOrgId }: Begun): EventData['stepAttested'] => ({
  ...{ track: 'AEP', step: 'SUBMISSION', statement: 'Saved on Adobe’s page' },
  ...{ reference: 'contoso-cmk', confirmImsOrgId: imsOrgId },
});

async function requestApproval({ runId }: Begun): Promise<void> {
  const { principal } = OPERATOR;
  const configurationName = 'contoso-cmk';
  await applyRunEvent(runId, 'approvalRequested', { track: 'AEP', principal, configurationName });
}
async function approve(begun: Begun): Promise<void> {
  const granted = approvalBy(begun, APPROVER.principal);
  await applyRunEvent(begun.runId, 'approvalGranted', granted, APPROVER);
}

it('is verified, approved by another person, and submitted by hand (AWS-14)', async () => {
  await withWorkers(1, async () => {
    const begun = await begin();
    const ready = await runOf(begun.runId);
    for (const step of ['KEY', 'POLICY'] as const)
      expect(ready.tracks.AEP.steps[step]).toMatchObject({ status: 'DONE', mode: 'VERIFIED' });
    await requestApproval(begun);
    await approve(begun);
    const attested = await applyRunEvent(begun.runId, 'stepAttested', submission(begun));
    // It does not count before every fact was read again.
    expect(statusOf(attested, 'AEP', 'SUBMISSION')).toBe('WORKING');
    const run = await until(
      'submission counts',
      begun.runId,
      (one) => statusOf(one, 'AEP', 'SUBMISSION') === 'DONE',
    );
    expect(run.tracks.AEP).toMatchObject({
      approval: { status: 'spent' },
      steps: { SUBMISSION: { mode: 'ATTESTED', attestation: { reference: 'contoso-cmk' } } },
    });
    for (const step of ['ACTIVATION', 'CONFIRMATION'] as const)
      await applyRunEvent(begun.runId, 'stepAttested', { ...submission(begun), step });
    expect((await runOf(begun.runId)).completedAt).not.toBeNull();
  });
});

it('does not count where a statement was removed after the approval (VAL-31)', async () => {
  await withWorkers(1, async () => {
    const begun = await begin();
    await requestApproval(begun);
    await approve(begun);
    await scenario('awsStatement2Missing', begun.imsOrgId);
    await applyRunEvent(begun.runId, 'stepAttested', submission(begun));
    const voided = (run: Run) => run.tracks.AEP.approval?.status === 'void';
    const run = await until('approval void', begun.runId, voided);
    expect(run.tracks.AEP.steps.SUBMISSION).toMatchObject({ status: 'LOCKED', attestation: null });
    expect(run.anomalies).toMatchObject([{ code: 'attestedButChanged' }]);
  });
});

it('goes nowhere by one person alone', async () => {
  await withWorkers(1, async () => {
    const begun = await begin();
    const alone = <K extends EventKind>(kind: K, data: EventData[K]) =>
      expect(applyRunEvent(begun.runId, kind, data)).rejects;
    await alone('stepAttested', submission(begun)).toThrow(/APPROVAL_REQUIRED/);
    await requestApproval(begun);
    await alone('stepAttested', submission(begun)).toThrow(/APPROVAL_REQUIRED/);
    await alone('approvalGranted', approvalBy(begun, OPERATOR.principal)).toThrow(/SELF_APPROVAL/);
    for (const step of ['APPROVAL', 'ACTIVATION', 'CONFIRMATION'] as const)
      await alone('stepAttested', { ...submission(begun), step }).toThrow();
    const { tracks, completedAt } = await runOf(begun.runId);
    expect(completedAt).toBeNull();
    expect(tracks.AEP.steps.SUBMISSION).toMatchObject({ status: 'LOCKED', attestation: null });
  });
});
