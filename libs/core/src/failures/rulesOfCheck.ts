/**
 * The rules that a check's result rests on: the check's own, and those of the failed call that it
 * keeps.
 */
import type { CheckResult } from '../check.ts';
import { CHECKS } from '../catalog/catalog.ts';
import type { RuleId } from '../rules/register.ts';
import { cloudOfCheck, failureOfCheck, hintOf } from './hintOf.ts';

/** The rules of the result's check, then those of the failed call that it keeps, each once. */
export function rulesOfCheck(result: CheckResult): RuleId[] {
  const { rules } = CHECKS[result.check];
  const failure = failureOfCheck(result);
  return [
    ...new Set([
      ...rules,
      ...(failure ? hintOf(failure, cloudOfCheck(CHECKS[result.check])).rules : []),
    ]),
  ];
}
