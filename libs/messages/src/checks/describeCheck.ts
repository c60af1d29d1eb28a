/**
 * Renders the result of a check. Messages are found by outcome, so a better text never changes
 * evidence or history.
 */
import {
  CHECKS,
  cloudOfCheck,
  failureOfCheck,
  type CheckId,
  type CheckResult,
  type Locale,
} from '@keyway/core';
import type { AnyCheckMessages, OutcomeMessage } from '../checkMessages.ts';
import { failureArguments } from '../failures/describeFailure.ts';
import { format, formatList } from '../format.ts';
import { messagesIn } from '../messagesIn.ts';
import { displayValues } from './displayValues.ts';

/** A result of a check as people read it. */
export interface CheckDescription {
  title: string;
  observed: string | null;
  expected: string;
  /** Null where the check passed. */
  cause: string | null;
  remedy: string | null;
}

/** What of a result decides its text. */
export type DescribedResult = Pick<CheckResult, 'check' | 'outcome' | 'values'>;

/** The check's title, in the catalog and on the step. */
export const checkTitle = (check: CheckId, locale: Locale): string =>
  messagesIn(locale).checks[check].title;

/** The most names in a text; "…" stands for more. */
const MAX_NAMES = 10;

/**
 * The texts of a result. Cause and remedy are null where the check passed. An outcome of another
 * version has no text: `observed` is then its code.
 * @param others names of other organizations that it is about, for a reader who sees all of them;
 *   without them a text says neither who nor how many they are
 */
export function describeCheck(
  result: DescribedResult,
  locale: Locale,
  others: readonly string[] = [],
): CheckDescription {
  const messages: AnyCheckMessages = messagesIn(locale).checks[result.check];
  const named = others.length > MAX_NAMES ? [...others.slice(0, MAX_NAMES), '…'] : others;
  const values = { ...argumentsOf(result, locale), others: formatList(named, locale) };
  const render = (message: string): string => format(message, values, locale);
  const head = { title: messages.title, expected: render(messages.expected) };
  const message = outcomeMessage(messages, result.outcome, locale);
  // A result stored by a version with other outcomes: its code is all there is.
  if (message === undefined)
    return { ...head, observed: result.outcome, cause: null, remedy: null };
  if (typeof message === 'string')
    return { ...head, observed: render(message), cause: null, remedy: null };
  const { observed, cause, remedy } = message;
  return { ...head, observed: render(observed), cause: render(cause), remedy: render(remedy) };
}

/** What was observed, where the text says it without values, which not every record has. */
export function describeOutcome(check: CheckId, outcome: string, locale: Locale): string | null {
  const message = outcomeMessage(messagesIn(locale).checks[check], outcome, locale);
  const observed = typeof message === 'object' ? message.observed : null;
  return observed === null || observed.includes('{') ? null : observed;
}

function argumentsOf(result: DescribedResult, locale: Locale) {
  const values = result.values ?? {};
  const shown = displayValues(values, locale);
  const failure = failureOfCheck(result);
  if (failure === null) return shown;
  const cloud = cloudOfCheck(CHECKS[result.check]);
  return { ...shown, ...failureArguments(failure, values, cloud, locale) };
}

function outcomeMessage(
  { outcomes }: AnyCheckMessages,
  outcome: string,
  locale: Locale,
): OutcomeMessage | undefined {
  if (Object.hasOwn(outcomes, outcome)) return outcomes[outcome];
  return outcome === 'unreadable' ? messagesIn(locale).failures.call.unreadable : undefined;
}
