/** The results of checks in an entry of history. */
import { CHECK_IDS, VERDICTS, type CheckValues, type Locale, type Verdict } from '@keyway/core';
import { checkTitle, describeCheck, describeOutcome } from '../checks/describeCheck.ts';
import { format } from '../format.ts';
import { messagesIn } from '../messagesIn.ts';
import { isObject, without, type JsonObject } from './jsonObject.ts';

const verdictOf = ({ verdict }: JsonObject): Verdict | undefined =>
  VERDICTS.find((known) => known === verdict);

/** The result of one check, and what else is recorded of it; null where it isn't known. */
export function describeEntryCheck(
  value: JsonObject,
  locale: Locale,
): { title: string; result: string; rest: JsonObject } | null {
  const { check: id, outcome } = value;
  const check = CHECK_IDS.find((known) => known === id);
  const verdict = verdictOf(value);
  if (!check || !verdict || typeof outcome !== 'string') return null;
  const values = isObject(value['values']) ? value['values'] : null;
  const describeWith = (of: JsonObject): string | null =>
    // Cast: a value of another type is shown as it is.
    describeCheck({ check, outcome, values: of as CheckValues }, locale).observed;
  const { accepted, checkResult, codes } = messagesIn(locale).historyFields;
  const parts = {
    verdict: codes.verdict[verdict],
    accepted: value['accepted'] === true ? accepted : null,
    observed: values ? describeWith(values) : describeOutcome(check, outcome, locale),
  };
  return {
    title: checkTitle(check, locale),
    result: format(checkResult, parts, locale),
    rest: without(
      value,
      'check',
      'verdict',
      'outcome',
      'values',
      ...(parts.accepted ? ['accepted'] : []),
    ),
  };
}

/** Such as "3 passed, 1 accepted". */
export function countChecks(checks: readonly unknown[], locale: Locale): string {
  const { counts } = messagesIn(locale).historyFields;
  const groups = checks
    .filter(isObject)
    .map((check) => (check['accepted'] === true ? 'ACCEPTED' : verdictOf(check)));
  return (['PASS', 'ACCEPTED', 'WARN', 'BLOCK', 'UNKNOWN'] as const)
    .map((group) => ({ group, count: groups.filter((one) => one === group).length }))
    .filter(({ count }) => count > 0)
    .map(({ group, count }) => format(counts[group], { count }, locale))
    .join(', ');
}
