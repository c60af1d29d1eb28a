/**
 * The data of a history entry as labeled fields. Total: a field of another version is shown by its
 * name, and none is left out.
 */
import type { Locale } from '@keyway/core';
import { format } from '../format.ts';
import { messagesIn } from '../messagesIn.ts';
import { countChecks, describeEntryCheck } from './entryChecks.ts';
import {
  describeValue,
  findCodeName,
  findLabel,
  formatOf,
  type FieldFormat,
  type FieldPlace,
} from './fieldValue.ts';
import { isNested, isObject, without, type JsonObject } from './jsonObject.ts';

export interface DescribedField {
  /** As in the data; null for one of a list. */
  name: string | null;
  label: string;
  /** 0 for a field of the data itself, more for what is within the field before it. */
  level: number;
  format: FieldFormat;
  /** Several for a list; none where the fields after it say it. */
  values: string[];
}

/** What of an entry decides its fields. `actorName` is shown for the entry's own principal. */
export interface DescribedEntry {
  kind: string;
  data: unknown;
  principal: string | null;
  actorName: string;
}

interface Reading {
  entry: DescribedEntry;
  locale: Locale;
}

/** Every field of the entry's data, those within a field after it. */
export function describeFields(entry: DescribedEntry, locale: Locale): DescribedField[] {
  const { kind, data } = entry;
  return fieldsOf({ entry, locale }, isObject(data) ? data : { data }, kind, 0);
}

/** What an entry is about, and what is of use to few; the data are stored in alphabetical order. */
const FIRST = ['track', 'step', 'check', 'purpose', 'name', 'status', 'checks'];
const LAST = ['attempt', 'timeScale', 'handOff', 'bulkJob', 'runId', 'submissionId'];
const NAMES_IN_ORDER = [...FIRST, null, ...LAST];

const rankOf = (name: string): number => {
  const index = NAMES_IN_ORDER.indexOf(name);
  return index === -1 ? FIRST.length : index;
};

const fieldsOf = (of: Reading, value: JsonObject, parent: string, level: number) =>
  Object.entries(value)
    .toSorted(([a], [b]) => rankOf(a) - rankOf(b))
    .flatMap(([name, part]) => fieldOf(of, { name, parent }, part, level));

function fieldOf(of: Reading, place: FieldPlace, value: unknown, level: number): DescribedField[] {
  const { name } = place;
  const row = (values: string[]): DescribedField =>
    rowOf({ name, label: findLabel(place, of.locale) ?? name, level }, values);
  if (Array.isArray(value) && isNested(value)) {
    if (!value.some(isNested)) return [row(value.map((one) => simple(of, place, one)))];
    const summary = name === 'checks' ? [countChecks(value, of.locale)] : [];
    return [row(summary), ...itemsOf(of, value, name, level + 1)];
  }
  if (!isNested(value)) return [row([simple(of, place, value)])];
  const { head, rest } = headOf(value as JsonObject, of.locale);
  return [row(head), ...partsOf(of, rest, name, level + 1)];
}

const rowOf = (
  row: Pick<DescribedField, 'name' | 'label' | 'level'>,
  values: string[],
): DescribedField => {
  const [format = 'TEXT', ...others] = new Set(values.map(formatOf));
  return { ...row, values, format: others.length > 0 ? 'TEXT' : format };
};

function simple({ entry, locale }: Reading, place: FieldPlace, value: unknown): string {
  const isActor = place.name === 'principal' && value !== null && value === entry.principal;
  return isActor ? entry.actorName : describeValue(place, value, locale);
}

/** An observed thing is shown without a level for its value. */
function partsOf(of: Reading, value: JsonObject, parent: string, level: number): DescribedField[] {
  if (value['outcome'] !== 'seen' || !('value' in value)) return fieldsOf(of, value, parent, level);
  const { value: seen } = value;
  const rest = fieldsOf(of, without(value, 'outcome', 'value'), parent, level);
  if (isObject(seen)) return [...fieldsOf(of, seen, parent, level), ...rest];
  if (Array.isArray(seen) && seen.length === 0) return rest;
  if (Array.isArray(seen) && seen.some(isNested))
    return [...itemsOf(of, seen, parent, level), ...rest];
  return [...fieldOf(of, { name: 'value', parent }, seen, level), ...rest];
}

interface Headed {
  head: string[];
  rest: JsonObject;
}

/** What is said of an object beside its label: whether it was found, or who may do what. */
const headOf = (value: JsonObject, locale: Locale): Headed =>
  ofObserved(value, locale) ?? ofGrant(value, locale) ?? { head: [], rest: value };

function ofObserved(value: JsonObject, locale: Locale): Headed | null {
  const names: Readonly<Record<string, string>> = messagesIn(locale).historyFields.observed;
  const { outcome, value: seen } = value;
  if (typeof outcome !== 'string' || !Object.hasOwn(names, outcome)) return null;
  if (outcome !== 'seen') return { head: [names[outcome]!], rest: without(value, 'outcome') };
  return { head: [Array.isArray(seen) ? String(seen.length) : names[outcome]!], rest: value };
}

function ofGrant(value: JsonObject, locale: Locale): Headed | null {
  const { role, organization, organizationName } = value;
  const isName = organizationName === null || typeof organizationName === 'string';
  if (typeof role !== 'string' || !isName) return null;
  const known = findCodeName({ name: 'role', parent: '' }, role, locale) ?? role;
  // Every organization: there is no ID to show.
  const shown = organization === null ? ['organization'] : [];
  return {
    head: [organizationName === null ? known : `${known} (${organizationName})`],
    rest: without(value, 'role', 'organizationName', ...shown),
  };
}

function itemsOf(
  of: Reading,
  values: readonly unknown[],
  parent: string,
  level: number,
): DescribedField[] {
  const count = values.length;
  return values.flatMap((value, index) => {
    const { item } = messagesIn(of.locale).historyFields;
    const position = format(item, { position: index + 1, count }, of.locale);
    return itemOf(of, value, { position, parent, level, isOnly: count === 1 });
  });
}

interface Item {
  position: string;
  parent: string;
  level: number;
  isOnly: boolean;
}

function itemOf(of: Reading, value: unknown, item: Item): DescribedField[] {
  const { position, parent, level, isOnly } = item;
  const row = (label: string, values: string[]) => rowOf({ name: null, label, level }, values);
  if (!isNested(value)) return [row(position, [simple(of, { name: parent, parent }, value)])];
  if (Array.isArray(value)) return [row(position, []), ...itemsOf(of, value, parent, level + 1)];
  if (!isObject(value)) return [];
  const check = describeEntryCheck(value, of.locale);
  if (check)
    return [row(check.title, [check.result]), ...fieldsOf(of, check.rest, parent, level + 1)];
  const step = ofStep(value, of.locale);
  const { head, rest } = headOf(step?.rest ?? value, of.locale);
  // A list of one needs no number.
  if (isOnly && !step && head.length === 0) return partsOf(of, rest, parent, level);
  return [row(step?.title ?? position, head), ...partsOf(of, rest, parent, level + 1)];
}

/** Facts of several steps have the titles of their steps. */
function ofStep(value: JsonObject, locale: Locale): { title: string; rest: JsonObject } | null {
  const { step } = value;
  if (typeof step !== 'string') return null;
  const title = findCodeName({ name: 'step', parent: '' }, step, locale);
  return title === undefined ? null : { title, rest: without(value, 'step') };
}
