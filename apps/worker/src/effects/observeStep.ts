/** Reads the facts of one step. */
import { observeFacts } from '../observe/observeFacts.ts';
import type { EffectHandler } from './effectContext.ts';

export const observeStep: EffectHandler<'observeStep'> = async (
  { track, step, attempt, waitingSince },
  context,
) => {
  const facts = await observeFacts(context.run, track, step, context);
  return {
    kind: 'factsObserved',
    data: { track, facts, attempt, waitingSince, timeScale: context.timeScale },
  };
};
