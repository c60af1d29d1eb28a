/** Renders a failed call: what the cloud answered, its code and status, the cause, the remedy. */
import {
  hintOf,
  isOwnFailure,
  type CheckValues,
  type FailedCloud,
  type FailureHead,
  type FoundHint,
  type Locale,
} from '@keyway/core';
import type { FailureMessage } from '../failureMessages.ts';
import { format } from '../format.ts';
import { messagesIn } from '../messagesIn.ts';
import { clause } from '../shortened.ts';

type Failure = FailureHead & { message?: string };

/** `code 403025, HTTP 403`; null where neither is known. */
function identified({ code, status }: Failure, locale: Locale): string | null {
  if ((code ?? null) === null && (status ?? null) === null) return null;
  return format(messagesIn(locale).failures.call.identified, { code, status }, locale);
}

/** `“Profile is not valid” (code 403025, HTTP 403)`; what is missing is left out. */
export function describeAnswer(failure: Failure, locale: Locale): string {
  const said = clause(failure.message ?? '');
  const message = said === `HTTP ${failure.status}` ? null : said;
  const values = { message, identified: identified(failure, locale) };
  return format(messagesIn(locale).failures.call.answer, values, locale);
}

/** The same of a failure as history stores it; values of another type are left out. */
export function describeStoredAnswer(
  failure: Readonly<Record<string, unknown>>,
  locale: Locale,
): string {
  const { message, code, status } = failure;
  return describeAnswer(
    {
      message: typeof message === 'string' ? message : '',
      code: typeof code === 'string' ? code : null,
      status: typeof status === 'number' ? status : null,
    },
    locale,
  );
}

/** The arguments that a check's messages need of the failed call that it keeps. */
export function failureArguments(
  failure: Failure,
  values: CheckValues,
  cloud: FailedCloud,
  locale: Locale,
): CheckValues {
  const hint = hintOf(failure, cloud);
  const { cause, remedy } = describeHint(failure, values, cloud, locale);
  return {
    answer: answerOf(failure, hint, messageOf(hint, locale), values, locale),
    failureCause: cause,
    failureRemedy: remedy,
  };
}

/** Why a call failed, and what to do. */
export function describeHint(
  failure: FailureHead,
  values: CheckValues,
  cloud: FailedCloud,
  locale: Locale,
): { cause: string; remedy: string } {
  const { cause, remedy } = messageOf(hintOf(failure, cloud), locale);
  return { cause: format(cause, values, locale), remedy: format(remedy, values, locale) };
}

function messageOf(hint: FoundHint, locale: Locale): FailureMessage {
  const { adobe, azure } = messagesIn(locale).failures;
  return hint.cloud === 'adobe' ? adobe[hint.id] : azure[hint.id];
}

function answerOf(
  failure: Failure,
  { id }: FoundHint,
  { said }: FailureMessage,
  values: CheckValues,
  locale: Locale,
): string {
  if (said === undefined) return describeAnswer(failure, locale);
  if (isOwnFailure(failure)) return format(said, values, locale);
  // Runs stored before the host was kept have only the English sentence.
  if (id !== 'noAnswer' || !values['host']) return describeAnswer(failure, locale);
  const by = identified(failure, locale);
  return by === null ? format(said, values, locale) : `${format(said, values, locale)} (${by})`;
}
