/**
 * The result of an observation for a line of history: by the verdicts of its checks, or by the
 * facts alone where an entry is older than those.
 */
import { CHECK_IDS, storedObservation, VERDICTS } from '@keyway/core';
import type { CheckId, Locale, Verdict } from '@keyway/core';
import { checkTitle } from '../checks/describeCheck.ts';
import { describeStoredAnswer } from '../failures/describeFailure.ts';
import { format, formatList } from '../format.ts';
import { messagesIn } from '../messagesIn.ts';

type Data = Readonly<Record<string, unknown>>;
const isData = (value: unknown): value is Data => typeof value === 'object' && value !== null;

interface KnownCheck {
  check: CheckId;
  verdict: Verdict;
}

function knownChecks(checks: unknown): KnownCheck[] {
  if (!Array.isArray(checks)) return [];
  return checks.filter(isData).flatMap((stored) => {
    const check = CHECK_IDS.find((id) => id === stored['check']);
    const verdict = VERDICTS.find((one) => one === stored['verdict']);
    return check && verdict ? [{ check, verdict }] : [];
  });
}

/** The failed call of an observation; null where it saw something, or its absence. */
function failureOf(facts: unknown, locale: Locale): string | null {
  const observation = storedObservation(facts);
  return observation?.outcome === 'unreadable'
    ? describeStoredAnswer(observation.failure, locale)
    : null;
}

function titlesOf(checks: readonly KnownCheck[], verdict: Verdict, locale: Locale): string {
  const { namedCheck } = messagesIn(locale);
  const titles = checks
    .filter((one) => one.verdict === verdict)
    .map(({ check }) => format(namedCheck, { title: checkTitle(check, locale) }, locale));
  return formatList(titles, locale);
}

/** @param facts those of one observation; null where several were read at once */
export function describeVerdict(checks: unknown, facts: unknown, locale: Locale): string {
  const { verdicts } = messagesIn(locale);
  const known = knownChecks(checks);
  const message = failureOf(facts, locale);
  const has = (verdict: Verdict): boolean => known.some((one) => one.verdict === verdict);
  const withTitles = (text: string, verdict: Verdict): string =>
    format(text, { titles: titlesOf(known, verdict, locale) }, locale);
  const isAbsent = storedObservation(facts)?.outcome === 'absent';
  if (has('BLOCK'))
    return withTitles(isAbsent ? verdicts.blockedAbsent : verdicts.blocked, 'BLOCK');
  if (message !== null || has('UNKNOWN')) return format(verdicts.unknown, { message }, locale);
  if (has('WARN')) return withTitles(verdicts.warned, 'WARN');
  if (has('PASS')) return verdicts.passed;
  return isAbsent ? verdicts.noVerdictAbsent : verdicts.noVerdict;
}
