import type { RunView } from '../run/data/runFields.ts';

/** The title of a step of a run, if it has that step. */
export const findStepTitle = (
  run: RunView,
  track: string | null,
  step: string | null,
): string | undefined =>
  run.tracks.find(({ id }) => id === track)?.steps.find(({ id }) => id === step)?.title;
