import type { StepId, TrackId } from '../../../generated/enums.ts';
import { STEP_DEPENDENCIES } from './stepDependencies.ts';

/** The nearest earlier steps in the plan, without those that lead to another of them. */
export function findPredecessors(
  track: TrackId,
  step: StepId,
  present: ReadonlySet<StepId>,
): StepId[] {
  const direct = STEP_DEPENDENCIES[track][step] ?? [];
  const found = new Set(
    direct.flatMap((before) =>
      present.has(before) ? [before] : findPredecessors(track, before, present),
    ),
  );
  return [...found].filter(
    (one) => ![...found].some((other) => other !== one && leadsTo(track, one, other)),
  );
}

function leadsTo(track: TrackId, from: StepId, to: StepId): boolean {
  const direct = STEP_DEPENDENCIES[track][to] ?? [];
  return direct.includes(from) || direct.some((before) => leadsTo(track, from, before));
}
