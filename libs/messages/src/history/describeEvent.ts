/**
 * Renders a line of history. Total: an entry of an unknown kind is shown by its kind, one of an
 * older version with what it has, never left out.
 */
import { CHECK_IDS, STEP_IDS, type Locale } from '@keyway/core';
import { checkTitle } from '../checks/describeCheck.ts';
import { describeStoredReason } from '../describeReason.ts';
import { describeStoredAnswer } from '../failures/describeFailure.ts';
import { format, type MessageValues } from '../format.ts';
import { messagesIn } from '../messagesIn.ts';
import { stepTitle } from '../names.ts';
import { shortened } from '../shortened.ts';
import { describeVerdict } from './describeVerdict.ts';

type Data = Readonly<Record<string, unknown>>;
const asData = (value: unknown): Data =>
  typeof value === 'object' && value !== null ? (value as Data) : {};

/** One visible line of at most 300 characters. */
function lineOf(value: unknown): string | null {
  if (typeof value !== 'string' && typeof value !== 'number' && typeof value !== 'boolean')
    return null;
  const line = String(value).replace(/\s+/g, ' ').trim();
  return line === '' ? null : shortened(line);
}

const nameIn = (names: Readonly<Record<string, string>>, value: string | null): string | null =>
  value !== null && Object.hasOwn(names, value) ? names[value]! : value;

/** `{ field: { from, to } }` as a list of changes. */
function changesIn(value: unknown, locale: Locale): string | null {
  const { changed, organization } = messagesIn(locale);
  const changes = Object.entries(asData(value)).map(([name, change]) => {
    const { from, to } = asData(change);
    const values = {
      field: nameIn(organization.fields, lineOf(name)),
      from: nameIn(organization.values, lineOf(from)),
      to: nameIn(organization.values, lineOf(to)),
    };
    return format(changed, values, locale);
  });
  return changes.length > 0 ? changes.join(', ') : null;
}

function stepIn(data: Data, locale: Locale): string | null {
  const value = data['step'] ?? asData(data['facts'])['step'];
  const step = STEP_IDS.find((id) => id === value);
  return step ? stepTitle(step, locale) : lineOf(value);
}

function checkIn(data: Data, locale: Locale): string | null {
  const check = CHECK_IDS.find((id) => id === data['check']);
  return check ? checkTitle(check, locale) : lineOf(data['check']);
}

/** What the messages name that is not simply a field of the data. */
function derived(data: Data, locale: Locale): MessageValues {
  const step = stepIn(data, locale);
  const places = [lineOf(data['track']), step].filter((place) => place !== null);
  const { failure } = data;
  const reason = describeStoredReason(data, locale);
  return {
    step,
    place: places.length > 0 ? places.join(' · ') : null,
    verdict: verdictIn(data, locale),
    check: checkIn(data, locale),
    message: failure ? describeStoredAnswer(asData(failure), locale) : lineOf(data['message']),
    status: lineOf(asData(data['answer'])['status']),
    sentNothing: data['found'] === true && data['sends'] === 0,
    reason: reason === null ? null : lineOf(reason),
    changes: changesIn(data['changes'], locale),
  };
}

/** Of one observation, or of several that were read at once, if these have a verdict at all. */
function verdictIn({ checks, facts }: Data, locale: Locale): string | null {
  const several = facts === undefined || Array.isArray(facts);
  if (several && checks === undefined) return null;
  return describeVerdict(checks, several ? null : facts, locale);
}

/** The entry in one line, without who and when. `data` is the entry's data as it is stored. */
export function describeEvent(kind: string, data: unknown, locale: Locale): string {
  const messages: Readonly<Record<string, string>> = messagesIn(locale).history;
  const message = Object.hasOwn(messages, kind) ? messages[kind] : undefined;
  if (message === undefined) return kind;
  const given = asData(data);
  const fields = Object.entries(given).map(([name, value]) => [name, lineOf(value)] as const);
  return format(message, { ...Object.fromEntries(fields), ...derived(given, locale) }, locale);
}
