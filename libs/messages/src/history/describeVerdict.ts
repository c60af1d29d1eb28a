/**
 * The result of an observation for a line of history: by the verdicts of its checks, or by the
 * facts alone where an entry is older than those.
 */
import type { Locale, Verdict } from '@keyway/core';
import { checkTitle } from '../checks/describeCheck.ts';
import { describeAnswer } from '../failures/describeFailure.ts';
import { format, formatList } from '../format.ts';
import { messagesIn } from '../messagesIn.ts';
import type { EntryCheck, StoredEntry } from './storedEntry.ts';

function titlesOf(checks: readonly EntryCheck[], verdict: Verdict, locale: Locale): string {
  const { namedCheck } = messagesIn(locale);
  const titles = checks
    .filter((one) => one.verdict === verdict)
    .map(({ check }) => format(namedCheck, { title: checkTitle(check, locale) }, locale));
  return formatList(titles, locale);
}

/** Null where several steps were read at once and the entry has no verdicts. */
export function describeVerdict({ checks, facts }: StoredEntry, locale: Locale): string | null {
  if (facts.several && checks === undefined) return null;
  const { verdicts } = messagesIn(locale);
  const known = checks ?? [];
  const { observation } = facts;
  const message =
    observation?.outcome === 'unreadable' ? describeAnswer(observation.failure, locale) : null;
  const has = (verdict: Verdict): boolean => known.some((one) => one.verdict === verdict);
  const withTitles = (text: string, verdict: Verdict): string =>
    format(text, { titles: titlesOf(known, verdict, locale) }, locale);
  const isAbsent = observation?.outcome === 'absent';
  if (has('BLOCK'))
    return withTitles(isAbsent ? verdicts.blockedAbsent : verdicts.blocked, 'BLOCK');
  if (message !== null || has('UNKNOWN')) return format(verdicts.unknown, { message }, locale);
  if (has('WARN')) return withTitles(verdicts.warned, 'WARN');
  if (has('PASS')) return verdicts.passed;
  return isAbsent ? verdicts.noVerdictAbsent : verdicts.noVerdict;
}
