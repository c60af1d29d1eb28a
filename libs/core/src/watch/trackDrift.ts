/** What of a track is different from the evidence that was approved, also where it was accepted. */
import type { Instant } from '../vocabulary.ts';
import { differencesOf, isSameValue } from './differencesOf.ts';
import { checksOfField } from './fieldEffects.ts';
import { watchedSteps, type WatchedTrack } from './watch.ts';

/** A field that is different from what was approved. */
export interface Drift {
  field: string;
  /** As people read it; null: not set. */
  approved: string | null;
  now: string | null;
  harmful: boolean;
  /** False while Adobe can't use the key because of it. */
  acceptable: boolean;
  seenAt: Instant;
  acceptedBy: string | null;
  acceptedAt: Instant | null;
}

/** What takes the key from Adobe can't be accepted: only facts end it. */
export const isAcceptable = ({ findings }: WatchedTrack, field: string): boolean =>
  !findings.some(
    ({ harm, subject }) =>
      harm !== 'AT_RISK' &&
      subject.kind === 'check' &&
      checksOfField(field).includes(subject.check),
  );

/** Improvements are none: nobody has to act. */
export function trackDrift(track: WatchedTrack): Drift[] {
  const { approved, accepted, steps, findings, since } = track;
  return watchedSteps(track)
    .flatMap((step) => {
      const [before, after] = [approved[step]?.facts, steps[step].facts];
      return before && after ? differencesOf(before, after) : [];
    })
    .filter(({ effect }) => effect !== 'improved')
    .map(({ field, approved: was, now, effect }): Drift => {
      const acceptance = accepted.findLast(
        (one) => one.field === field && isSameValue(field, one.value, now),
      );
      const found = findings.find(
        ({ subject }) => subject.kind === 'difference' && subject.field === field,
      );
      return {
        ...{ field, approved: was, now, harmful: effect === 'harmful' },
        acceptable: isAcceptable(track, field),
        seenAt: acceptance?.seenAt ?? found?.since ?? since,
        acceptedBy: acceptance?.by.name ?? null,
        acceptedAt: acceptance?.at ?? null,
      };
    });
}
