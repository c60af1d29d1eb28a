/** Evaluates all checks of a step. */
import type { CheckContext, CheckResult } from '../check.ts';
import type { StepFacts } from '../facts.ts';
import { CHECKS, checksOf } from './catalog.ts';

/** A result without the time of its evaluation. */
export type UnstampedResult = Omit<CheckResult, 'checkedAt'>;

/**
 * The results of all checks of the facts' step on the context's track, in the order they are shown.
 * Pure: `now` comes from the context.
 */
export function evaluateStep(facts: StepFacts, context: CheckContext): UnstampedResult[] {
  const results: UnstampedResult[] = [];
  for (const check of checksOf(facts.step, context.track)) {
    const evaluation = CHECKS[check].evaluate?.(facts, context);
    if (evaluation) results.push({ check, ...evaluation });
  }
  return results;
}
