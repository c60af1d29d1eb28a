/** Steps of a track that say nothing of now. */
import { isUnreachable } from './mergeObservation.ts';
import { isUnsteady } from './steadiness.ts';
import { rotationFailure } from './knownRotation.ts';
import { watchedSteps, type WatchedStepId, type WatchedTrack } from './watch.ts';

/**
 * What an answer does not state counts as not read. What propagates is stated, and keeps what was
 * found before.
 */
const isUnclear = ({ steps, findings }: WatchedTrack, step: WatchedStepId): boolean =>
  steps[step].checks.some(
    ({ check, verdict, until }) =>
      verdict === 'UNKNOWN' &&
      until === undefined &&
      !findings.some(({ subject }) => subject.kind === 'check' && subject.check === check),
  );

/** In the order of the steps. */
export const silentSteps = (track: WatchedTrack): WatchedStepId[] =>
  watchedSteps(track).filter((step) => isUnreachable(track.steps[step]) || isUnclear(track, step));

/**
 * What keeps a track `UNREACHABLE`: the silent ones first, then the key of which something can't be
 * read, then those that were silent until lately.
 */
export const unreachableSteps = (track: WatchedTrack): WatchedStepId[] => {
  const partly: WatchedStepId[] = rotationFailure(track) ? ['KEY'] : [];
  const unsteady = watchedSteps(track).filter((step) => isUnsteady(track.steps[step]));
  return [...new Set([...silentSteps(track), ...partly, ...unsteady])];
};
