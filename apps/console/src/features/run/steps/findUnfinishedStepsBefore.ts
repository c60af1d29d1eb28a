/** The earlier steps of a track that are still to be done before a step. */
import type { StepId } from '../../../generated/enums.ts';
import type { StepView, TrackView } from '../data/runFields.ts';

export function findUnfinishedStepsBefore(track: TrackView, step: StepId): StepView[] {
  const index = track.steps.findIndex((one) => one.id === step);
  return track.steps
    .slice(0, Math.max(0, index))
    .filter(({ status }) => status !== 'DONE' && status !== 'NOT_APPLICABLE');
}
