/** AWS, read-only: STS and KMS (VAL-29 to VAL-31). */
import type { AwsConnection, AwsPort } from '@keyway/core';
import { differingFacts, differingFailure, failureIn, seen, type CloudCase } from '../cloudCase.ts';
import type { AwsTarget } from '../target.ts';

const ABSENT_KEY = '00000000-1111-2222-3333-444444444444';
const WRONG_EXTERNAL_ID = 'keyway-wrong-external-id-on-purpose';
const ORGANIZATION = 'comparison';

/** @param externalId of `target`, which may only name a variable */
export function awsCases(target: AwsTarget, externalId: string, aws: AwsPort): CloudCase[] {
  const { roleArn, region, keyArn, expected } = target;
  const connection: AwsConnection = { roleArn, externalId, region, organizationId: ORGANIZATION };
  const account = roleArn.split(':')[4];
  const offered = { missing: null };
  return [
    {
      ...{ id: 'aws.role', expected: 'STS lets Keyway assume the role', ...offered },
      ask: () => seen(() => aws.tryRole(connection)),
      differences: (found) => differingFacts({ account }, found),
    },
    {
      id: 'aws.wrongExternalId',
      expected: 'the role is refused: its trust policy asks for the external ID',
      ...offered,
      ask: () => seen(() => aws.tryRole({ ...connection, externalId: WRONG_EXTERNAL_ID })),
      differences: (found) =>
        failureIn(found)
          ? []
          : ['anybody whom Keyway trusts could use this role (confused deputy)'],
    },
    {
      ...{ id: 'aws.key', expected: 'the key as DescribeKey describes it', ...offered },
      ask: () => seen(() => aws.readKey(connection, keyArn)),
      differences: (found) => differingFacts({ arn: keyArn, ...expected.key }, found),
    },
    {
      ...{ id: 'aws.absentKey', expected: 'not found', ...offered },
      ask: () => seen(() => aws.readKey(connection, keyArn.replace(/[^/]+$/, ABSENT_KEY))),
      differences: (found) => differingFailure({ kind: 'notFound' }, found),
    },
    {
      ...{ id: 'aws.rotation', expected: 'whether the key is rotated (ROT-09)', ...offered },
      ask: () => seen(() => aws.readRotation(connection, keyArn)),
      differences: (found) => differingFacts({ ...expected.rotation }, found),
    },
    {
      ...{ id: 'aws.keyPolicy', expected: 'the key policy, as JSON with statements', ...offered },
      ask: () => seen(() => aws.readKeyPolicy(connection, keyArn)),
      differences: (found) => [
        ...differingFacts({}, found),
        ...(failureIn(found) ? [] : policyDifferences(found)),
      ],
    },
  ];
}

function policyDifferences(found: unknown): string[] {
  try {
    const policy = JSON.parse((found as { policy: string }).policy) as { Statement?: unknown };
    return Array.isArray(policy.Statement) ? [] : ['the policy has no list of statements'];
  } catch {
    return ['the policy is not JSON'];
  }
}
