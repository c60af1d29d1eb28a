/**
 * An effect ends with the event it brings. Where the run still needs that very effect afterwards
 * and the transition asked for none, it is asked for again: no result, however unexpected, may
 * leave a run that waits for something nobody does.
 */
import { expectedEffects } from './expectedEffects.ts';
import type { Transition } from './transition.ts';

/** How long it rests: what came of it was nothing the run could use. Unscaled. */
const REST_SECONDS = 30;

/** @param jobKey of the effect that ends with this event */
export function withoutLoss(outcome: Transition, jobKey: string): Transition {
  if (outcome.effects.some((effect) => effect.jobKey === jobKey)) return outcome;
  const needed = expectedEffects(outcome.run).find((effect) => effect.jobKey === jobKey);
  if (!needed) return outcome;
  return {
    ...outcome,
    effects: [
      ...outcome.effects,
      { ...needed, due: { ...needed.due, afterSeconds: REST_SECONDS } },
    ],
  };
}
