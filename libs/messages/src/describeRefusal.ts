/** A refusal as the caller reads it: what happened and what to do, in their language. */
import {
  CHECKS,
  inspectKeyIdentifier,
  STEP_IDS,
  type CheckId,
  type Locale,
  type Refusal,
  type RefusalValue,
  type StepId,
} from '@keyway/core';
import { checkTitle } from './checks/describeCheck.ts';
import { describeActor } from './describeActor.ts';
import { displayInstant } from './displayInstant.ts';
import { describeKeyProblem } from './describeKeyProblem.ts';
import { format, formatList, type MessageValue } from './format.ts';
import { messagesIn } from './messagesIn.ts';
import { stepTitle } from './names.ts';

function display(value: RefusalValue, locale: Locale): MessageValue {
  if (value === null || typeof value === 'number') return value;
  if (typeof value === 'boolean') return String(value);
  if (typeof value === 'object')
    return 'origin' in value ? describeActor(value, locale) : formatList(value, locale);
  return displayInstant(value);
}

/** People know steps and checks by their titles, not by their IDs. */
function titled(name: string, value: RefusalValue, locale: Locale): RefusalValue {
  if (Array.isArray(value)) return value.map((id) => String(titled(name, id, locale)));
  if ((name === 'step' || name === 'open') && isStepId(value)) return stepTitle(value, locale);
  if (name !== 'checks' || !isCheckId(value)) return value;
  const title = checkTitle(value, locale);
  return locale === 'es' ? `«${title}»` : `“${title}”`;
}

const isStepId = (value: RefusalValue): value is StepId =>
  (STEP_IDS as readonly RefusalValue[]).includes(value);
const isCheckId = (value: RefusalValue): value is CheckId =>
  typeof value === 'string' && Object.hasOwn(CHECKS, value);

/** What is wrong with a key identifier that was given. */
const problemsOf = (given: RefusalValue, locale: Locale): string =>
  inspectKeyIdentifier(String(given))
    .findings.map(({ problem, values }) => describeKeyProblem(problem, values, locale))
    .join(' ');

/**
 * What happened and what to do. Steps and checks are named by their titles, instants are in UTC.
 */
export function describeRefusal(
  { reason, values = {} }: Pick<Refusal, 'reason' | 'values'>,
  locale: Locale,
): string {
  const shown: Record<string, MessageValue> = {};
  for (const [name, value] of Object.entries(values))
    shown[name] = display(titled(name, value, locale), locale);
  if (reason === 'keyIdentifierInvalid')
    shown['problems'] = problemsOf(values['given'] ?? null, locale);
  return format(messagesIn(locale).refusals[reason], shown, locale);
}

/** Several refusals of one thing, such as a line of an import, as one text. */
export function describeRefusals([first, ...others]: readonly Refusal[], locale: Locale): string {
  if (!first) return '';
  const also = others.map((refusal) =>
    format(
      messagesIn(locale).furtherRefusal,
      { field: refusal.field?.join('.'), refusal: describeRefusal(refusal, locale) },
      locale,
    ),
  );
  // An example at the end of a text has no full stop of its own.
  const ended = (text: string): string => (/[.?!]$/.test(text) ? text : `${text}.`);
  const texts = [describeRefusal(first, locale), ...also];
  return texts.map((text, at) => (at < texts.length - 1 ? ended(text) : text)).join(' ');
}
