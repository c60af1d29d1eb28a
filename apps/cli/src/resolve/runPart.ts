/** The run, and its track and step, that arguments name. */
import { InvalidArgumentError } from 'commander';
import type { StepId, TrackId } from '@keyway/client';
import { usageError } from '../cli/cliError.ts';
import { valueOf } from '../cli/options.ts';
import { STEPS, TRACKS } from '../cli/vocabulary.ts';

/** Descriptions of the arguments. */
export const RUN_ARGUMENT = { run: 'ID of the run, or the name or ID of its organization' };
export const TRACK_ARGUMENTS = { ...RUN_ARGUMENT, track: `the track (${TRACKS.join(', ')})` };
export const STEP_ARGUMENTS = { ...TRACK_ARGUMENTS, step: `the step (${STEPS.join(', ')})` };

const oneOf = <Value extends string>(
  name: string,
  typed: string,
  values: readonly Value[],
): Value => {
  try {
    return valueOf(typed, values);
  } catch (error) {
    if (!(error instanceof InvalidArgumentError)) throw error;
    throw usageError(`The ${name} can't be ${typed}. ${error.message}`);
  }
};

export const trackOf = (typed: string): TrackId => oneOf('track', typed, TRACKS);
export const stepOf = (typed: string): StepId => oneOf('step', typed, STEPS);
