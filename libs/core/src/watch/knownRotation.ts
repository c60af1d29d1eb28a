/**
 * The rotation of a key in KMS is read by a call of its own (ROT-09). What that call lacks says
 * nothing of the key.
 */
import { areKmsFacts, rotationNotRead, type StepFacts } from '../facts.ts';
import type { ReadFailure } from '../observedSchema.ts';
import type { WatchedTrack } from './watch.ts';

/**
 * The facts with the rotation that was known before, where it could not be read for a while, or
 * where KMS does not say it of a key in this state. A refused permission is kept as it is.
 */
export function withKnownRotation(
  facts: StepFacts,
  { steps, approved }: Pick<WatchedTrack, 'steps' | 'approved'>,
): StepFacts {
  if (!areKmsFacts(facts) || facts.kmsKey.outcome !== 'seen') return facts;
  const { rotation } = facts;
  if (rotation.outcome !== 'unreadable' || rotation.failure.kind === 'denied') return facts;
  const known = [steps.KEY.facts, approved.KEY?.facts].find((one) => one && areKmsFacts(one));
  return known && areKmsFacts(known) ? { ...facts, rotation: known.rotation } : facts;
}

/** Why the rotation can't be read that could be when it was approved; null where it can. */
export function rotationFailure({
  steps,
  approved,
}: Pick<WatchedTrack, 'steps' | 'approved'>): ReadFailure | null {
  const [now, before] = [steps.KEY.facts, approved.KEY?.facts];
  if (!now || !areKmsFacts(now)) return null;
  return before && areKmsFacts(before) && rotationNotRead(before) ? null : rotationNotRead(now);
}
