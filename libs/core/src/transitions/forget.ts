/** Drops what is known of steps whose basis changed; their successors are checked again. */
import { UNKNOWN_STEP, jobKeys, withSteps } from '../change.ts';
import { planSteps } from '../plans/planFor.ts';
import type { RunDraft } from '../run.ts';
import type { StepDraft } from '../stepState.ts';
import { isConnected, isObservedStep } from '../stepStatus.ts';
import type { StepId, TrackId } from '../vocabulary.ts';

/** That it was in place once stays true: gone again is BLOCKED and not WAITING. */
const { everPresent: _everPresent, ...DROPPED } = UNKNOWN_STEP;

export interface Forgotten {
  run: RunDraft;
  clearJobKeys: string[];
}

/** The steps and all that come after one of them, in plan order. */
function withSuccessors(run: RunDraft, track: TrackId, steps: readonly StepId[]): StepId[] {
  const found = new Set(steps);
  for (const { id, after } of planSteps(run, track))
    if (after.some((before) => found.has(before))) found.add(id);
  return planSteps(run, track)
    .map(({ id }) => id)
    .filter((id) => found.has(id));
}

/**
 * Drops what is known of these steps. Those that come after are locked by that, and checked again
 * once they are open.
 */
export function forgetSteps(run: RunDraft, track: TrackId, steps: readonly StepId[]): Forgotten {
  if (steps.length === 0) return { run, clearJobKeys: [] };
  const observed = withSuccessors(run, track, steps).filter(isObservedStep);
  return {
    run: withSteps(run, track, steps, DROPPED),
    clearJobKeys: observed.map((step) => jobKeys.observe(track, step)),
  };
}

/**
 * What was read through a connection holds only while it can be read again: without it the partner
 * connects again or attests.
 */
export function forgetUnconnected(run: RunDraft, track: TrackId): Forgotten {
  const lost = planSteps(run, track).filter(({ id }) => {
    const state = run.tracks[track].steps[id];
    return (
      isObservedStep(id) && state && !state.attestation && !isConnected(run, id) && isKnown(state)
    );
  });
  return forgetSteps(
    run,
    track,
    lost.map(({ id }) => id),
  );
}

const isKnown = ({ facts, observing, acting, failure }: StepDraft): boolean =>
  facts !== null || observing || acting || failure !== null;
