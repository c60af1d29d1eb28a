/** Reads everything of one track on AWS that a watch compares: the key and its policy. */
import type { TrackObservation, WatchedTrack } from '@keyway/core';
import { keyPolicyFacts, kmsKeyFacts, type AwsReadContext } from '../observe/readAwsFacts.ts';

/** Of the policy only where it is compared: reading it is a permission of its own. */
export async function observeKms(
  { keyIdentifier, kms }: Pick<WatchedTrack, 'keyIdentifier' | 'kms'>,
  context: AwsReadContext,
): Promise<TrackObservation> {
  const [key, policy] = await Promise.all([
    kmsKeyFacts(keyIdentifier, context),
    kms?.keyPolicy ? keyPolicyFacts(keyIdentifier, context) : null,
  ]);
  return { facts: policy ? [key, policy] : [key], formerVersions: [] };
}
