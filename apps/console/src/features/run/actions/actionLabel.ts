/**
 * What an action is called where both tracks can offer the same one: the server's label, with the
 * track if the label lacks it.
 */
import type { StepId, TrackId } from '../../../generated/enums.ts';

interface Action {
  label: string;
  track: TrackId | null;
  step: StepId | null;
}

/**
 * "Request approval (CJA)"; without the track where the organization has one track alone, or where
 * the label names it already.
 */
export function actionLabel(
  action: Action,
  tracks: readonly { id: TrackId; steps: readonly unknown[] }[],
): string {
  const several = tracks.filter((track) => track.steps.length > 0).length > 1;
  if (!several || !action.track || new RegExp(`\\b${action.track}\\b`).test(action.label))
    return action.label;
  return `${action.label} (${action.track})`;
}
