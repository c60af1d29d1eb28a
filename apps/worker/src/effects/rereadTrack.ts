/** Reads every observed step of a track again: before an act, or to find the cause of a failure. */
import { isObservedStep, planSteps, type StepFacts } from '@keyway/core';
import { observeFacts } from '../observe/observeFacts.ts';
import type { EffectHandler } from './effectContext.ts';

export const rereadTrack: EffectHandler<'rereadTrack'> = async (
  { track, purpose, attempt },
  context,
) => {
  const facts: StepFacts[] = [];
  for (const { id } of planSteps(context.run, track)) {
    // A step done by attestation alone cannot be read; its attestation is part of the evidence as
    // it is.
    if (!isObservedStep(id) || context.run.tracks[track].steps[id]?.attestation) continue;
    facts.push(await observeFacts(context.run, track, id, context));
  }
  return {
    kind: 'trackReread',
    data: { track, purpose, facts, attempt, timeScale: context.timeScale },
  };
};
