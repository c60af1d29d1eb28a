/** How long a run took, and on whom it waited meanwhile. */
import type { StepId, TrackId } from '../../../generated/enums.ts';
import type { RunView } from '../data/runFields.ts';
import { measureSteps } from '../summary/stepTimes.ts';
import { WAITED_ON, type Waited } from '../summary/waitedOn.ts';

export interface TimedStep {
  track: TrackId;
  id: StepId;
  title: string;
  waited: Waited;
  /** When it was done; milliseconds since the epoch. */
  at: number;
  milliseconds: number | null;
}

export interface Waits {
  total: number;
  /** In which somebody had an open step, on whichever track; several can at the same time. */
  of: Record<Waited, number>;
  steps: TimedStep[];
}

export function measureWaits(
  run: Pick<RunView, 'tracks' | 'startedAt' | 'completedAt' | 'updatedAt'>,
): Waits {
  const end = Date.parse(run.completedAt ?? run.updatedAt);
  const steps = run.tracks.flatMap((track) => {
    const times = measureSteps(track, run.startedAt, end);
    return track.steps.flatMap(({ id, title }) => {
      const time = times.get(id);
      return time ? [{ track: track.id, id, title, waited: WAITED_ON[id], ...time }] : [];
    });
  });
  const lasted = (who: Waited) =>
    sumWithoutOverlap(
      steps.flatMap(({ waited, at, milliseconds }) =>
        waited === who && milliseconds !== null ? [[at - milliseconds, at] as const] : [],
      ),
    );
  return {
    total: end - Date.parse(run.startedAt),
    of: { us: lasted('us'), customer: lasted('customer'), adobe: lasted('adobe') },
    steps,
  };
}

/** Two tracks that wait on the same party at the same time are one wait. */
function sumWithoutOverlap(spans: readonly (readonly [from: number, to: number])[]): number {
  let sum = 0;
  let until = Number.NEGATIVE_INFINITY;
  for (const [from, to] of spans.toSorted(([a], [b]) => a - b)) {
    sum += Math.max(0, to - Math.max(from, until));
    until = Math.max(until, to);
  }
  return sum;
}
