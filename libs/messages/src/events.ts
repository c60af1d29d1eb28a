/**
 * A line of history in words. Total: entries of older versions and unknown kinds are told by their
 * kind, never left out.
 */
import { CHECK_IDS, type Locale, type RereadPurpose, STEP_IDS, TRACK_IDS } from '@keyway/core';
import { checkTitle } from './describeCheck.ts';
import { EVENT_PHRASES, EVENT_VALUES, EVENT_WORDS } from './eventWords.ts';
import { FIELD_VALUES, FIELD_WORDS } from './organizationWords.ts';
import { storedAnswerInWords } from './describeFailure.ts';
import { reasonInWords } from './reasonInWords.ts';
import { shortened } from './shortened.ts';
import { stepTitle } from './steps.ts';
import { verdictInWords } from './verdictInWords.ts';

type Data = Readonly<Record<string, unknown>>;
const asData = (value: unknown): Data =>
  typeof value === 'object' && value !== null ? (value as Data) : {};

/** One visible line of at most 300 characters. */
function lineOf(value: unknown): string | null {
  if (typeof value !== 'string' && typeof value !== 'number' && typeof value !== 'boolean')
    return null;
  const line = String(value).replace(/\s+/g, ' ').trim();
  if (line === '') return null;
  return shortened(line);
}

const fill = (
  template: string,
  values: Readonly<Record<string, string | null>>,
  unknown: string,
): string =>
  template.replace(/\{([a-zA-Z]+)\}/g, (_whole, name: string) =>
    Object.hasOwn(values, name) ? (values[name] ?? unknown) : unknown,
  );

const stepName = (value: unknown, locale: Locale): string | null => {
  const step = STEP_IDS.find((id) => id === value);
  return step ? stepTitle(step, locale) : lineOf(value);
};

/** The word for a stored value; a value of a version that knew others is shown as it is. */
function wordOf(name: 'role' | 'access', value: unknown, locale: Locale): string | null {
  const words: Readonly<Record<string, string>> = EVENT_VALUES[locale][name];
  return typeof value === 'string' && Object.hasOwn(words, value) ? words[value]! : lineOf(value);
}

const own = (words: Readonly<Record<string, string>>, name: string): string | undefined =>
  Object.hasOwn(words, name) ? words[name] : undefined;

/** `{ field: { from, to } }` as a list of changes. */
function changesIn(value: unknown, locale: Locale): string | null {
  const phrases = EVENT_PHRASES[locale];
  const valueOf = (given: unknown): string => {
    const line = lineOf(given);
    return line === null ? phrases.empty : (own(FIELD_VALUES[locale], line) ?? line);
  };
  const changes = Object.entries(asData(value)).map(([name, change]) => {
    const { from, to } = asData(change);
    const field = own(FIELD_WORDS[locale], name) ?? lineOf(name);
    return fill(
      phrases.change,
      { field, from: valueOf(from), to: valueOf(to) },
      phrases.unknownValue,
    );
  });
  return changes.length > 0 ? changes.join(', ') : null;
}

const REREAD_PURPOSES = [
  'submission',
  'ticket',
  'ticketRecorded',
  'diagnosis',
] as const satisfies readonly RereadPurpose[];

/** Values that are not simply a field of the data. */
function derived(kind: string, data: Data, locale: Locale): Record<string, string | null> {
  const phrases = EVENT_PHRASES[locale];
  const say = (template: string, text: unknown): string =>
    lineOf(text) === null
      ? ''
      : fill(template, { text: lineOf(text), message: lineOf(text) }, phrases.unknownValue);
  const facts = asData(data.facts);
  const failure = asData(data.failure);
  const answer = asData(data.answer);
  const check = CHECK_IDS.find((id) => id === data.check);
  const step = stepName(data.step ?? facts.step, locale);
  const placeOf = (): string =>
    [lineOf(data.track), step].filter((part) => part !== null).join(' · ');
  const statusOf = (): string => {
    if (kind !== 'configurationObserved') return say(phrases.withStatus, answer.status);
    return data.failure
      ? phrases.noAnswer.replace('{message}', () => storedAnswerInWords(failure, locale))
      : say(phrases.said, answer.status);
  };
  const purpose = REREAD_PURPOSES.find((known) => known === data.purpose);
  return {
    step,
    scope: step
      ? placeOf()
      : (TRACK_IDS.find((track) => track === data.track) ?? phrases.everything),
    seen: verdictInWords(data.checks, facts, locale),
    verdict: data.checks === undefined ? '' : `: ${verdictInWords(data.checks, null, locale)}`,
    purpose: purpose ? phrases[purpose] : '',
    check: check ? checkTitle(check, locale) : lineOf(data.check),
    comment: say(phrases.comment, data.comment),
    reference: say(phrases.reference, data.reference),
    named: say(phrases.named, data.configurationName),
    assigned: data.created === false ? phrases.alreadyAssigned : phrases.assigned,
    message:
      data.failure === undefined ? lineOf(data.message) : storedAnswerInWords(failure, locale),
    status: statusOf(),
    found: data.found === true && data.sends === 0 ? phrases.found : '',
    role: wordOf('role', data.role, locale),
    access: wordOf('access', data.access, locale),
    ...(typeof data.reason === 'string' && { reason: lineOf(reasonInWords(data.reason, locale)) }),
    why: say(phrases.why, data.reason),
    changes: changesIn(data.changes, locale),
  };
}

/** The entry in one line, without who and when. `data` is the entry's data as it is stored. */
export function describeEvent(kind: string, data: unknown, locale: Locale): string {
  const words: Readonly<Record<string, string>> = EVENT_WORDS[locale];
  const template = Object.hasOwn(words, kind) ? words[kind] : undefined;
  if (template === undefined) return kind;
  const given = asData(data);
  const plain = Object.fromEntries(
    Object.entries(given).map(([name, value]) => [name, lineOf(value)]),
  );
  return fill(
    template,
    { ...plain, ...derived(kind, given, locale) },
    EVENT_PHRASES[locale].unknownValue,
  );
}
