/**
 * An effect ends with its event. Where the run still needs the effect and the transition requested
 * none, it is requested again, so that no unexpected result leaves a run waiting for work that
 * nobody does.
 */
import { expectedEffects } from './expectedEffects.ts';
import type { Transition } from './transition.ts';

/** Delay before the effect runs again, because its result was not usable. Unscaled. */
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
