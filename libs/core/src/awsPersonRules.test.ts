/** What a second person can do to a run on AWS while an approval is asked for or given. */
import { describe, expect, it } from 'vitest';
import {
  AWS_ROLE,
  factsOnAws,
  KEY_ARN,
  kmsStep,
  ON_AWS,
  POLICY_TEMPLATE,
} from '../testing/awsFacts.ts';
import { APPROVER, DrivenRun, OPERATOR } from '../testing/drivenRun.ts';
import { seen } from '../testing/exampleFacts.ts';
import { WORKER } from './eventActor.ts';
import type { StepFacts } from './facts.ts';

const OTHER_KEY = KEY_ARN.replace('1234abcd', '9999abcd');
const OTHER_ACCOUNT = KEY_ARN.replace('111122223333', '999988887777');
const connections = (roleArn: string = AWS_ROLE.roleArn) => ({
  ...{ adobe: null, azure: null },
  aws: { ...AWS_ROLE, roleArn },
});
const another = POLICY_TEMPLATE.replaceAll('975049898882', '123456789012');

function asked(): DrivenRun {
  const driven = new DrivenRun({ organization: ON_AWS, connections: connections() });
  driven.world = (_track, step) => factsOnAws(step);
  return driven
    .must('stepAttested', { track: 'AEP', step: 'ENTITLEMENT', statement: 's', reference: null })
    .must('keyProvided', { track: 'AEP', keyIdentifier: KEY_ARN, vaultResourceId: null })
    .must('keyPolicyProvided', { policy: POLICY_TEMPLATE })
    .observe()
    .must('approvalRequested', {
      ...{ track: 'AEP', principal: OPERATOR.principal, configurationName: 'contoso-cmk' },
    });
}
const grant = (driven: DrivenRun) =>
  driven.apply(
    'approvalGranted',
    {
      ...{ track: 'AEP', principal: APPROVER.principal, comment: null },
      confirmImsOrgId: driven.run.organization.imsOrgId,
    },
    APPROVER,
  );
const submit = (driven: DrivenRun) =>
  driven.apply('stepAttested', {
    ...{ track: 'AEP', step: 'SUBMISSION', statement: 's', reference: 'contoso-cmk' },
    confirmImsOrgId: driven.run.organization.imsOrgId,
  });

describe('another policy of Adobe’s page', () => {
  it('while an approval is asked for takes the question back, also once it was read', () => {
    const driven = asked();
    driven.must('keyPolicyProvided', { policy: another });
    expect(driven.run.tracks.AEP.approval?.status).toBe('void');
    expect(grant(driven)).not.toBeNull();
    driven.observe();
    expect(driven.step('AEP', 'POLICY').status).toBe('BLOCKED');
    expect(grant(driven)).not.toBeNull();
  });

  it('once it was approved voids the approval, and nothing is submitted', () => {
    const driven = asked();
    expect(grant(driven)).toBeNull();
    driven.must('keyPolicyProvided', { policy: another }).observe();
    expect(driven.run.tracks.AEP.approval?.status).toBe('void');
    expect(submit(driven)).not.toBeNull();
    // The first one again is read again, and asked for again.
    driven.must('keyPolicyProvided', { policy: POLICY_TEMPLATE }).observe();
    expect(driven.step('AEP', 'POLICY').status).toBe('DONE');
    expect(submit(driven)).not.toBeNull();
  });
});

describe('another role', () => {
  const role = 'arn:aws:iam::111122223333:role/other';

  it('while an approval is asked for decides nothing that it can’t read', () => {
    const driven = asked();
    const refused: StepFacts = {
      ...{ step: 'KEY', rotation: kmsStep().rotation },
      kmsKey: {
        outcome: 'unreadable',
        failure: {
          ...{ kind: 'denied', message: 'no', status: 403, code: 'AccessDenied' },
          ...{ permission: 'sts:AssumeRole', retryAfterSeconds: null },
        },
      },
    };
    driven.world = (_track, step) => (step === 'KEY' ? refused : factsOnAws(step));
    driven.must('connectionsChanged', { connections: connections(role) }).observe();
    grant(driven);
    submit(driven);
    driven.observe();
    expect(driven.step('AEP', 'SUBMISSION').status).not.toBe('DONE');
  });
});

describe('a key of another account than the role', () => {
  it('is refused, until another role or none is connected (VAL-31)', () => {
    const driven = new DrivenRun({ organization: ON_AWS, connections: connections() });
    const data = { track: 'AEP', keyIdentifier: OTHER_ACCOUNT, vaultResourceId: null } as const;
    expect(driven.apply('keyProvided', data)?.reason).toBe('awsKeyOfOtherAccount');
    driven.must('connectionsChanged', { connections: { adobe: null, azure: null, aws: null } });
    expect(driven.apply('keyProvided', data)).toBeNull();
  });
});

describe('a late worker', () => {
  it('that read the key before it was replaced completes nothing of the other one', () => {
    const driven = asked();
    const late = factsOnAws('KEY');
    driven.must('keyProvided', { track: 'AEP', keyIdentifier: OTHER_KEY, vaultResourceId: null });
    expect(driven.run.tracks.AEP.approval?.status).toBe('void');
    const data = { track: 'AEP', facts: late, attempt: 0, waitingSince: driven.now, timeScale: 1 };
    driven.apply('factsObserved', data as never, WORKER);
    expect(driven.step('AEP', 'KEY').status).toBe('BLOCKED');
    expect(driven.step('AEP', 'POLICY').status).toBe('LOCKED');
    driven.world = (_track, step) =>
      step === 'KEY' ? { ...kmsStep(), kmsKey: seen({ ...aKeyOf(OTHER_KEY) }) } : factsOnAws(step);
    driven.wait(900).observe();
    expect(driven.step('AEP', 'KEY').status).toBe('DONE');
  });
});

function aKeyOf(arn: string) {
  const { kmsKey } = kmsStep({ arn });
  if (kmsKey.outcome !== 'seen') throw new Error('The key is seen.');
  return kmsKey.value;
}
