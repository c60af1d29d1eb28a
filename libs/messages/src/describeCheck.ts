/**
 * A check's result in words. Texts are found by outcome, so that a better wording never changes
 * evidence or history.
 */
import {
  type CheckId,
  type CheckResult,
  CHECKS,
  cloudOfStep,
  failureOfCheck,
  type Locale,
} from '@keyway/core';
import type { CheckTexts, OutcomeText } from './checkTexts.ts';
import { failureInWords } from './describeFailure.ts';
import { fillTemplate } from './fillTemplate.ts';
import { languageOf } from './languageOf.ts';
import { valuesInWords } from './valuesInWords.ts';

export interface CheckDescription {
  title: string;
  observed: string | null;
  expected: string;
  /** Null where the check passed. */
  cause: string | null;
  remedy: string | null;
}

/** The check's title, in the catalog and on the step. */
export const checkTitle = (check: CheckId, locale: Locale): string =>
  languageOf(locale).checks[check].title;

export function describeCheck(
  result: Pick<CheckResult, 'check' | 'outcome' | 'values'>,
  locale: Locale,
): CheckDescription {
  const language = languageOf(locale);
  const texts: CheckTexts = language.checks[result.check];
  const values = result.values ?? {};
  const failure = failureOfCheck(result);
  const said =
    failure === null
      ? {}
      : failureInWords(failure, values, cloudOfStep(CHECKS[result.check].step), locale);
  const shown = { ...valuesInWords(values, locale), ...said };
  const fill = (template: string): string => fillTemplate(template, shown, language);
  const known: OutcomeText | undefined = Object.hasOwn(texts.outcomes, result.outcome)
    ? texts.outcomes[result.outcome]
    : undefined;
  const text = known === undefined && result.outcome === 'unreadable' ? language.unreadable : known;
  const head = { title: texts.title, expected: fill(texts.expected) };
  // A result stored by a version with other outcomes: its code is all there is.
  if (text === undefined) return { ...head, observed: result.outcome, cause: null, remedy: null };
  if (typeof text === 'string') return { ...head, observed: fill(text), cause: null, remedy: null };
  return {
    ...head,
    observed: fill(text.observed),
    cause: fill(text.cause),
    remedy: fill(text.remedy),
  };
}
