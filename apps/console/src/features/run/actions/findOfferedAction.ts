/** The action that the server offers for a mutation, a track and a step; null if it offers none. */
import type { StepId, TrackId } from '../../../generated/enums.ts';
import type { ActionView, RunView } from '../data/runFields.ts';

export function findOfferedAction(
  run: RunView,
  mutation: string,
  track: TrackId,
  step?: StepId,
): ActionView | null {
  return (
    run.nextActions.find(
      (one) => one.mutation === mutation && one.track === track && (!step || one.step === step),
    ) ?? null
  );
}
