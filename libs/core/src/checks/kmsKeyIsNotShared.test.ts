/** A KMS key that other organizations use, beside what is read of the key itself (VAL-09). */
import { describe, expect, it } from 'vitest';
import { AWS_ROLE, factsOnAws, KEY_ARN, kmsStep, ON_AWS } from '../../testing/awsFacts.ts';
import { DrivenRun } from '../../testing/drivenRun.ts';
import { aContext, unreadable } from '../../testing/exampleFacts.ts';
import { evaluateStep } from '../catalog/evaluateStep.ts';
import { evidenceOfFacts } from '../evidenceOfFacts.ts';
import { parseStepFacts, type KmsStepFacts } from '../facts.ts';
import { vaultOrKeyOf } from '../knowledge.ts';

const context = aContext({ key: null, keyIdentifierText: KEY_ARN });
const sharedBy = (otherOrganizations: number): KmsStepFacts => ({
  ...kmsStep(),
  otherOrganizations,
});
const found = (facts: KmsStepFacts) =>
  evaluateStep(facts, context).find(({ check }) => check === 'kmsKeyIsNotShared');

describe('a KMS key of several organizations', () => {
  it('warns, also where the key itself can not be read', () => {
    const shared = { verdict: 'WARN', outcome: 'shared', values: { arn: KEY_ARN, count: 2 } };
    expect(found(sharedBy(2))).toMatchObject(shared);
    const denied = unreadable('denied', 'kms:DescribeKey');
    const hidden = { ...sharedBy(2), kmsKey: denied, rotation: denied } as KmsStepFacts;
    expect(found(hidden)).toMatchObject(shared);
    expect(found({ ...hidden, otherOrganizations: 0 })).toBeUndefined();
  });

  it('says nothing by facts of earlier versions, which stay readable', () => {
    expect(parseStepFacts(kmsStep())).toEqual(kmsStep());
    expect(found(kmsStep())).toBeUndefined();
    expect(parseStepFacts({ ...kmsStep(), otherOrganizations: 'many' })).toBeNull();
  });

  it('is evidence of an approval, and that there are none is not', () => {
    const evidence = (facts: KmsStepFacts) => JSON.stringify(evidenceOfFacts(facts));
    expect(evidence(sharedBy(0))).toBe(evidence(kmsStep()));
    expect(evidence(sharedBy(1))).not.toBe(evidence(kmsStep()));
    expect(evidence(sharedBy(1))).not.toBe(evidence(sharedBy(2)));
  });
});

it('what two organizations should not share is the vault, and on AWS the key', () => {
  const azure = new DrivenRun().prepare(['AEP']).run;
  expect(vaultOrKeyOf(azure, 'AEP')).toMatch(/^https:\/\/[^/]+$/);
  const aws = new DrivenRun({
    organization: ON_AWS,
    connections: { adobe: null, azure: null, aws: AWS_ROLE },
  });
  aws.world = (_track, step) => factsOnAws(step);
  expect(vaultOrKeyOf(aws.run, 'AEP')).toBeNull();
  aws.must('stepAttested', { track: 'AEP', step: 'ENTITLEMENT', statement: 's', reference: null });
  aws.must('keyProvided', {
    ...{ track: 'AEP', vaultResourceId: null },
    keyIdentifier: ` ${KEY_ARN} `,
  });
  expect(vaultOrKeyOf(aws.run, 'AEP')).toBe(KEY_ARN);
  expect(vaultOrKeyOf(aws.run, 'CJA')).toBeNull();
  const attested = new DrivenRun({
    organization: ON_AWS,
    connections: { adobe: null, azure: null },
  });
  const attest = (step: 'ENTITLEMENT' | 'KEY', reference: string | null) =>
    attested.must('stepAttested', { track: 'AEP', step, statement: 'seen', reference });
  attest('ENTITLEMENT', null);
  attest('KEY', KEY_ARN);
  expect(vaultOrKeyOf(attested.run, 'AEP')).toBe(KEY_ARN);
});
