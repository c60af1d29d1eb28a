/**
 * What is still to be done before a step: the steps ahead of it in its track that are neither done
 * nor not needed.
 */
import type { StepId } from '../../../generated/enums.ts';
import type { StepView, TrackView } from '../data/runFields.ts';

export function openStepsBefore(track: TrackView, step: StepId): StepView[] {
  const index = track.steps.findIndex((one) => one.id === step);
  return track.steps
    .slice(0, Math.max(0, index))
    .filter(({ status }) => status !== 'DONE' && status !== 'NOT_APPLICABLE');
}
