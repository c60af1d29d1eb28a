/**
 * Requests an effect again that ends with this event, where the run still needs it and the
 * transition did not: otherwise an unexpected result would leave a run waiting forever.
 */
import { expectedEffects } from './expectedEffects.ts';
import type { Transition } from './transition.ts';

/** Delay before the effect runs again. Unscaled. */
const RETRY_SECONDS = 30;

/**
 * The outcome, and the effect under `jobKey` again after 30 s where the run still needs it.
 * @param jobKey of the effect that ends with this event
 */
export function withNeededEffect(outcome: Transition, jobKey: string): Transition {
  if (outcome.effects.some((effect) => effect.jobKey === jobKey)) return outcome;
  const needed = expectedEffects(outcome.run).find((effect) => effect.jobKey === jobKey);
  if (!needed) return outcome;
  return {
    ...outcome,
    effects: [
      ...outcome.effects,
      { ...needed, due: { ...needed.due, afterSeconds: RETRY_SECONDS } },
    ],
  };
}
