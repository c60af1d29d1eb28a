/** Reads the facts of one step. */
import type { EffectData } from '@keyway/core';
import { observeFacts } from '../observe/observeFacts.ts';
import type { EffectContext, Result } from './effectContext.ts';

export async function observeStep(
  { track, step, attempt, waitingSince }: EffectData['observeStep'],
  context: EffectContext,
): Promise<Result> {
  const facts = await observeFacts(context.run, track, step, context);
  return {
    kind: 'factsObserved',
    data: { track, facts, attempt, waitingSince, timeScale: context.timeScale },
  };
}
