/** When each step could begin and when it was done, in the order of the plan. */
import type { StepId, TrackId } from '../../../generated/enums.ts';
import type { RunView } from '../data/runFields.ts';
import { measureSteps } from '../summary/stepTimes.ts';
import { WAITED_ON, type Waited } from '../summary/waitedOn.ts';

export interface StepSpan {
  track: TrackId;
  step: StepId;
  waited: Waited;
  /** Milliseconds since the epoch; the same as `until` where no duration is known. */
  from: number;
  /** When it was done; for an open step now, or when the run ended. */
  until: number;
  isOpen: boolean;
}

export interface RunSpan {
  from: number;
  until: number;
  steps: readonly StepSpan[];
}

type TimedRun = Pick<RunView, 'startedAt' | 'completedAt' | 'updatedAt' | 'status'> & {
  tracks: readonly Parameters<typeof measureSteps>[0][];
};

/** Steps that can't begin yet, or aren't needed, are left out. */
export function listSpans(run: TimedRun, now: number): RunSpan {
  const until = endOf(run) ?? now;
  const steps = run.tracks.flatMap((track) => {
    const times = measureSteps(track, run.startedAt, until);
    return track.steps.flatMap(({ id, status }): StepSpan[] => {
      const time = times.get(id);
      if (!time) return [];
      const isOpen = status !== 'DONE';
      const end = isOpen ? until : time.at;
      const from = end - (time.milliseconds ?? 0);
      return [{ track: track.id, step: id, waited: WAITED_ON[id], from, until: end, isOpen }];
    });
  });
  return { from: Date.parse(run.startedAt), until, steps };
}

/** Null while it is open. */
function endOf({ completedAt, status, updatedAt }: TimedRun): number | null {
  if (completedAt) return Date.parse(completedAt);
  return status === 'CANCELLED' ? Date.parse(updatedAt) : null;
}
