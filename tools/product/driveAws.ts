/**
 * The set-up of one organization on AWS by the public API alone: a person submits in Adobe's page
 * (AWS-09), so there is one track and nothing is sent.
 */
import { approve } from './approveTrack.ts';
import { attest, createOrganization, type Drive } from './driveRun.ts';
import type { GraphqlClient } from './graphqlClient.ts';
import type { People } from './people.ts';
import { stepStatus, until } from './runView.ts';
import type { AwsCustomer } from './sandboxControl.ts';

export interface AwsDrive {
  customer: AwsCustomer;
  organization: Drive['organization'];
  /** `prepared`: the key and the key policy are named, and are read. */
  until: 'prepared' | 'completed';
}

/** Answers the run's ID. Rejects where the end is not reached in ten minutes. */
export async function driveAws(drive: AwsDrive, people: People): Promise<string> {
  const { customer } = drive;
  const { operator } = people;
  const organizationId = await createOrganization(
    { ...drive.organization, imsOrgId: customer.imsOrgId, cloud: 'AWS' },
    operator,
  );
  const { roleArn, region } = customer.aws;
  const role = { organizationId, roleArn, region };
  await operator.mutate('connectAws', 'ConnectAwsInput', role, 'organization { id }');
  const { run } = await operator.mutate<{ run: { id: string } }>(
    'startRun',
    'StartRunInput',
    { organizationId },
    'run { id }',
  );
  await prepare(run.id, customer, operator);
  if (drive.until === 'prepared') return run.id;
  const attestStep = (step: string, more: object) => () =>
    operator.mutate(
      'attestStep',
      'AttestStepInput',
      { runId: run.id, track: 'AEP', step, statement: 'Seen on Adobe’s page', ...more },
      'run { id }',
    );
  const saved = { reference: 'journey-optimizer', confirmImsOrgId: customer.imsOrgId };
  await approve(run.id, 'AEP', customer, people, attestStep('SUBMISSION', saved));
  for (const step of ['ACTIVATION', 'CONFIRMATION']) {
    await until(`${run.id}: ${step} READY or DONE`, async () =>
      /READY|WAITING|DONE/.test((await stepStatus(operator, run.id, 'AEP', step)) ?? ''),
    );
    await attestStep(step, { reference: 'Key card at Adobe' })();
  }
  return run.id;
}

async function prepare(
  runId: string,
  { aws }: AwsCustomer,
  operator: GraphqlClient,
): Promise<void> {
  await attest(runId, 'AEP', operator);
  const key = { runId, track: 'AEP', keyIdentifier: aws.keyArn };
  await operator.mutate('provideKey', 'ProvideKeyInput', key, 'run { id }');
  const policy = { runId, policy: aws.keyPolicyTemplate };
  await operator.mutate('provideKeyPolicy', 'ProvideKeyPolicyInput', policy, 'run { id }');
}
