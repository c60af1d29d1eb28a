/** Runs on AWS from the role to the end, read by the workers of a test. Imported by tests only. */
import type { EventData } from '@keyway/core';
import {
  anImsOrgId,
  anOccurrence,
  APPROVER,
  OPERATOR,
  requireAccepted,
  requireDone,
} from '@keyway/testing';
import type { StoredRun } from '@keyway/store';
import { applyRunEvent, partner, sandbox, statusOf, until } from './workerUnderTest.ts';

export interface AwsCustomer {
  aws: { roleArn: string; region: string; keyArn: string; keyPolicyTemplate: string };
}

/** Lays out a customer, or changes one. */
export const awsScenario = (
  name: string,
  imsOrgId: string,
  externalId?: string,
): Promise<AwsCustomer> =>
  sandbox.control<AwsCustomer>('POST', '/scenario', { scenario: name, imsOrgId, externalId });

const REQUEST = { principal: OPERATOR.principal, operation: 'test', input: null };

/** A run on AWS. */
export interface AwsRun {
  organizationId: string;
  runId: string;
  imsOrgId: string;
}

/** The external ID exists before the role, whose trust policy asks for exactly this one. */
export async function readyOnAws(): Promise<AwsRun> {
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
  const { aws } = await awsScenario('awsHappyPath', imsOrgId, externalId);
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
  await applyRunEvent(runId, 'keyPolicyProvided', { policy: aws.keyPolicyTemplate });
  await until('approvable', runId, (run) => statusOf(run, 'AEP', 'APPROVAL') === 'READY');
  return { organizationId: id, runId, imsOrgId };
}

export const approvalBy = (
  { imsOrgId }: AwsRun,
  principal: string,
): EventData['approvalGranted'] => ({
  ...{ track: 'AEP', principal, confirmImsOrgId: imsOrgId, comment: null },
});
export const submission = ({ imsOrgId }: AwsRun): EventData['stepAttested'] => ({
  ...{ track: 'AEP', step: 'SUBMISSION', statement: 'Saved on Adobe’s page' },
  ...{ reference: 'contoso-cmk', confirmImsOrgId: imsOrgId },
});

export async function requestApproval({ runId }: AwsRun): Promise<void> {
  const { principal } = OPERATOR;
  const configurationName = 'contoso-cmk';
  await applyRunEvent(runId, 'approvalRequested', { track: 'AEP', principal, configurationName });
}
export async function approve(begun: AwsRun): Promise<void> {
  const granted = approvalBy(begun, APPROVER.principal);
  await applyRunEvent(begun.runId, 'approvalGranted', granted, APPROVER);
}

/** Approved by another person, submitted by hand and confirmed; workers have to run. */
export async function completedOnAws(): Promise<AwsRun> {
  const begun = await readyOnAws();
  await requestApproval(begun);
  await approve(begun);
  await applyRunEvent(begun.runId, 'stepAttested', submission(begun));
  await until('submitted', begun.runId, (run) => statusOf(run, 'AEP', 'SUBMISSION') === 'DONE');
  for (const step of ['ACTIVATION', 'CONFIRMATION'] as const)
    await applyRunEvent(begun.runId, 'stepAttested', { ...submission(begun), step });
  return begun;
}
