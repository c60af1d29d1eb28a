/** When each step of a track was done, and how long it took from when it could begin. */
import type { StepId, TrackId } from '../../../generated/enums.ts';
import { findPredecessors } from '../steps/findPredecessors.ts';

interface TimedStep {
  id: StepId;
  status: string;
  since: string;
}

export interface StepTime {
  /** When it was done, or since when it is in its state; milliseconds since the epoch. */
  at: number;
  /** From when it could begin until then, or until now; null where that isn't known. */
  milliseconds: number | null;
}

/**
 * A step can begin when those before it are done, and the first ones when the run was started. A
 * step that was done before them, such as one that was attested early, has no duration.
 */
export function measureSteps(
  track: { id: TrackId; steps: readonly TimedStep[] },
  startedAt: string,
  now: number,
): Map<StepId, StepTime> {
  const present = new Set(track.steps.map(({ id }) => id));
  const since = new Map(track.steps.map((step) => [step.id, step]));
  const times = new Map<StepId, StepTime>();
  for (const { id, status, since: changedAt } of track.steps) {
    if (status === 'LOCKED' || status === 'NOT_APPLICABLE') continue;
    const before = findPredecessors(track.id, id, present).map((one) => since.get(one)!);
    const began = Math.max(Date.parse(startedAt), ...before.map((one) => Date.parse(one.since)));
    const at = Date.parse(changedAt);
    const taken = (status === 'DONE' ? at : now) - began;
    times.set(id, { at, milliseconds: taken >= 0 ? taken : null });
  }
  return times;
}
