/** Renders a failed call: what the cloud answered, its code and status, the cause, the remedy. */
import {
  hintOf,
  isOwnFailure,
  type CheckValues,
  type FailedCloud,
  type FailureHead,
  type FoundHint,
  type Locale,
  type OwnCode,
} from '@keyway/core';
import type { FailureMessage } from '../failureMessages.ts';
import { format } from '../format.ts';
import { messagesIn } from '../messagesIn.ts';
import { toClause } from '../shorten.ts';

type Failure = FailureHead & { message?: string; host?: string | null };

/** `code 403025, HTTP 403`; null where neither is known. */
function identified({ code, status }: Failure, locale: Locale): string | null {
  if ((code ?? null) === null && (status ?? null) === null) return null;
  return format(messagesIn(locale).failures.call.identified, { code, status }, locale);
}

/**
 * Earlier versions stored an English sentence of Keyway as the message of a call without a
 * response. It is shown only where the host was not stored either.
 */
const isWithoutAnswer = ({ kind = 'unavailable', status, message, host }: Failure): boolean =>
  kind === 'unavailable' && (status ?? null) === null && (!message || Boolean(host));

/**
 * `“Profile is not valid” (code 403025, HTTP 403)`; what is missing is left out. Without a
 * response: `no answer from platform.adobe.io (code ECONNRESET)`, or why no call was made.
 */
export function describeAnswer(failure: Failure, locale: Locale): string {
  const { call } = messagesIn(locale).failures;
  const { code, host, status, message = '' } = failure;
  if (isOwnFailure(failure)) return call.own[code as OwnCode];
  const values = { host, identified: identified(failure, locale) };
  if (isWithoutAnswer(failure)) return format(call.noAnswer, values, locale);
  const reported = toClause(message);
  const quoted = reported === `HTTP ${status}` ? null : reported;
  return format(call.answer, { ...values, message: quoted }, locale);
}

/** The arguments that a check's messages need of the failed call that it keeps. */
export function failureArguments(
  failure: Failure,
  values: CheckValues,
  cloud: FailedCloud,
  locale: Locale,
): CheckValues {
  const { cause, remedy } = describeHint(failure, values, cloud, locale);
  return {
    answer: describeAnswer({ ...failure, host: textOf(values['host']) }, locale),
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
  const { adobe, azure, aws } = messagesIn(locale).failures;
  if (hint.cloud === 'aws') return aws[hint.id];
  return hint.cloud === 'adobe' ? adobe[hint.id] : azure[hint.id];
}

const textOf = (value: unknown): string | null => (typeof value === 'string' ? value : null);
