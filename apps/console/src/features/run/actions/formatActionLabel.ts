/**
 * The label of an action: the server's label, with the track if both tracks can offer the action.
 */
import type { StepId, TrackId } from '../../../generated/enums.ts';

interface Action {
  label: string;
  track: TrackId | null;
  step: StepId | null;
}

/**
 * "Request approval (CJA)"; without the track if the organization has only one, or if the label
 * names it.
 */
export function formatActionLabel(
  action: Action,
  tracks: readonly { id: TrackId; steps: readonly unknown[] }[],
): string {
  const several = tracks.filter((track) => track.steps.length > 0).length > 1;
  if (!several || !action.track || new RegExp(`\\b${action.track}\\b`).test(action.label))
    return action.label;
  return `${action.label} (${action.track})`;
}
