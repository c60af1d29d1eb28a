/**
 * A failed call in words: what the other side said with its code and status, the cause, and what to
 * do.
 */
import {
  type CheckValues,
  type FailedCloud,
  type FailureHead,
  type FoundHint,
  hintOf,
  isOwnFailure,
  type Locale,
} from '@keyway/core';
import type { LanguageTexts } from './checkTexts.ts';
import type { FailureText } from './failureTexts.ts';
import { fillTemplate } from './fillTemplate.ts';
import { languageOf } from './languageOf.ts';
import { shortened } from './shortened.ts';

type Told = FailureHead & { message?: string };

/** One line, without the final stop: the sentence around it has its own. */
const inLine = (message: string): string =>
  shortened(message.replace(/\s+/g, ' ').trim()).replace(/\.$/, '');

function identifiedBy({ code = null, status = null }: Told, language: LanguageTexts): string {
  const { withCode, withStatus, withCodeAndStatus } = language.failures;
  const template =
    code === null
      ? status === null
        ? ''
        : withStatus
      : status === null
        ? withCode
        : withCodeAndStatus;
  return fillTemplate(template, { code, status }, language);
}

/** `“Profile is not valid” (code 403025, HTTP 403)`. What is missing is left out. */
export function answerInWords(failure: Told, locale: Locale): string {
  const language = languageOf(locale);
  const said = inLine(failure.message ?? '');
  const isStatusAlone = said === '' || said === `HTTP ${failure.status}`;
  const words = isStatusAlone
    ? ''
    : fillTemplate(language.failures.quoted, { message: said }, language);
  const identified = identifiedBy(failure, language);
  if (words === '' || identified === '') return words || identified || language.unknownValue;
  return `${words} (${identified})`;
}

/** A failed call as history keeps it; what is of another type than it should be is left out. */
export function storedAnswerInWords(
  failure: Readonly<Record<string, unknown>>,
  locale: Locale,
): string {
  const { message, code, status } = failure;
  return answerInWords(
    {
      message: typeof message === 'string' ? message : '',
      code: typeof code === 'string' ? code : null,
      status: typeof status === 'number' ? status : null,
    },
    locale,
  );
}

/** The values that a check's words need of the failed call that it keeps. */
export function failureInWords(
  failure: Told,
  values: CheckValues,
  cloud: FailedCloud,
  locale: Locale,
): CheckValues {
  const language = languageOf(locale);
  const hint = hintOf(failure, cloud);
  const text: FailureText =
    hint.cloud === 'adobe' ? language.failures.adobe[hint.id] : language.failures.azure[hint.id];
  const fill = (template: string): string => fillTemplate(template, values, language);
  return {
    answer: answerOf(failure, hint, text, fill, locale),
    failureCause: fill(text.cause),
    failureRemedy: fill(text.remedy),
  };
}

function answerOf(
  failure: Told,
  { id }: FoundHint,
  { said }: FailureText,
  fill: (template: string) => string,
  locale: Locale,
): string {
  if (said === undefined) return answerInWords(failure, locale);
  if (isOwnFailure(failure)) return fill(said);
  // Runs stored before the host was kept have only the English sentence.
  const host = fill('{host}');
  if (id !== 'noAnswer' || host === languageOf(locale).unknownValue)
    return answerInWords(failure, locale);
  const identified = identifiedBy(failure, languageOf(locale));
  return identified === '' ? fill(said) : `${fill(said)} (${identified})`;
}
