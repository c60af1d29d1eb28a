/**
 * What a look came to, for a line of history: by the verdicts of its checks, or by the facts alone
 * where an entry is older than those.
 */
import {
  CHECK_IDS,
  type CheckId,
  type Locale,
  observationOf,
  type Verdict,
  VERDICTS,
} from '@keyway/core';
import { checkTitle } from './describeCheck.ts';
import { storedAnswerInWords } from './describeFailure.ts';
import { EVENT_PHRASES } from './eventWords.ts';

type Data = Readonly<Record<string, unknown>>;
const isData = (value: unknown): value is Data => typeof value === 'object' && value !== null;

interface Known {
  check: CheckId;
  verdict: Verdict;
}

function knownChecks(checks: unknown): Known[] {
  if (!Array.isArray(checks)) return [];
  return checks.filter(isData).flatMap(({ check, verdict }) => {
    const known = {
      check: CHECK_IDS.find((id) => id === check),
      verdict: VERDICTS.find((one) => one === verdict),
    };
    return known.check && known.verdict ? [known as Known] : [];
  });
}

/** The failed call of a look, quoted; null where it saw something, or its absence. */
function failureOf(facts: unknown, locale: Locale): string | null {
  const observation = isData(facts) ? observationOf(facts) : null;
  if (observation?.outcome !== 'unreadable' || !isData(observation.failure)) return null;
  return storedAnswerInWords(observation.failure, locale);
}

function titlesOf(checks: readonly Known[], verdict: Verdict, locale: Locale): string {
  const [open, close] = locale === 'es' ? ['«', '»'] : ['“', '”'];
  return checks
    .filter((one) => one.verdict === verdict)
    .map(({ check }) => `${open}${checkTitle(check, locale)}${close}`)
    .join(', ');
}

/** @param facts those of one look; null where several were read at once */
export function verdictInWords(checks: unknown, facts: unknown, locale: Locale): string {
  const phrases = EVENT_PHRASES[locale];
  const known = knownChecks(checks);
  const failure = failureOf(facts, locale);
  const has = (verdict: Verdict): boolean => known.some((one) => one.verdict === verdict);
  const withTitles = (template: string, verdict: Verdict): string =>
    template.replace('{titles}', () => titlesOf(known, verdict, locale));
  const isAbsent = isData(facts) && observationOf(facts)?.outcome === 'absent';
  if (has('BLOCK')) return withTitles(isAbsent ? phrases.blockedAbsent : phrases.blocked, 'BLOCK');
  if (failure !== null) return phrases.unknownBecause.replace('{message}', () => failure);
  if (has('UNKNOWN')) return phrases.unknown;
  if (has('WARN')) return withTitles(phrases.warned, 'WARN');
  if (has('PASS')) return phrases.passed;
  return isAbsent ? phrases.noVerdictAbsent : phrases.noVerdict;
}
