/** The one place that asks all checks of a step. */
import type { CheckContext, CheckResult } from '../check.ts';
import type { StepFacts } from '../facts.ts';
import { CHECKS, checksOf } from './catalog.ts';

/** A result without the time of its evaluation. */
export type UnstampedResult = Omit<CheckResult, 'checkedAt'>;

export const evaluateStep = (facts: StepFacts, context: CheckContext): UnstampedResult[] =>
  checksOf(facts.step, context.track).flatMap((check) => {
    const evaluation = CHECKS[check].evaluate?.(facts, context);
    return evaluation ? [{ check, ...evaluation }] : [];
  });
