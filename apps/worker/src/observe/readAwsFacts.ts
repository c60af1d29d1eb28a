/** Reads the facts of KEY and POLICY on AWS from the ARN of the key. */
import type { AwsConnection, KmsStepFacts, StepFactsOf } from '@keyway/core';
import type { EffectContext } from '../effects/effectContext.ts';
import { observe } from './observe.ts';

/** What reading AWS needs. */
export type AwsReadContext = Pick<
  EffectContext,
  'aws' | 'awsConnection' | 'otherOrganizationsSharing' | 'signal'
>;

/** KMS answers for a key in its own region alone. */
async function inRegionOf(
  keyArn: string,
  { awsConnection }: AwsReadContext,
): Promise<AwsConnection> {
  const connection = await awsConnection();
  return { ...connection, region: keyArn.split(':')[3] ?? connection.region };
}

/** Two calls with a permission each: what the second is denied says nothing of the key. */
export async function kmsKeyFacts(keyArn: string, context: AwsReadContext): Promise<KmsStepFacts> {
  const { aws, signal } = context;
  const [kmsKey, rotation, otherOrganizations] = await Promise.all([
    observe(async () => aws.readKey(await inRegionOf(keyArn, context), keyArn, { signal })),
    observe(async () => aws.readRotation(await inRegionOf(keyArn, context), keyArn, { signal })),
    context.otherOrganizationsSharing(keyArn),
  ]);
  return { step: 'KEY', kmsKey, rotation, otherOrganizations };
}

export const keyPolicyFacts = async (
  keyArn: string,
  context: AwsReadContext,
): Promise<StepFactsOf<'POLICY'>> => ({
  step: 'POLICY',
  keyPolicy: await observe(async () =>
    context.aws.readKeyPolicy(await inRegionOf(keyArn, context), keyArn, {
      signal: context.signal,
    }),
  ),
});
