/** A value in an entry of history as people read it; one that has no name stays as it is. */
import { CHECK_IDS, STEP_IDS, TRACK_IDS, type Locale } from '@keyway/core';
import { checkTitle } from '../checks/describeCheck.ts';
import { format } from '../format.ts';
import { messagesIn } from '../messagesIn.ts';
import { stepTitle, trackTitle } from '../names.ts';
import { fieldTitle } from '../watch/describeAlert.ts';
import { describeDuration } from './describePolicy.ts';

/** `VERBATIM`: an identifier, to be copied; `INSTANT`: RFC 3339, for the reader's time zone. */
export type FieldFormat = 'TEXT' | 'VERBATIM' | 'INSTANT';

/** A field and what it is a field of: the kind of the entry, or the field around it. */
export interface FieldPlace {
  name: string;
  parent: string;
}

const own = <T>(of: Readonly<Record<string, T>>, name: string): T | undefined =>
  Object.hasOwn(of, name) ? of[name] : undefined;

/** Of the place, or else of the name wherever it is. */
const findAt = <T>(of: Readonly<Record<string, T>>, { name, parent }: FieldPlace): T | undefined =>
  own(of, `${parent}.${name}`) ?? own(of, name);

/** Undefined: a field of a newer version. */
export const findLabel = (place: FieldPlace, locale: Locale): string | undefined =>
  findAt<string>(messagesIn(locale).historyFields.labels, place);

const TITLES: Readonly<Record<string, (code: string, locale: Locale) => string | undefined>> = {
  track: titleOfTrack,
  tracks: titleOfTrack,
  step: (code, locale) => {
    const known = STEP_IDS.find((id) => id === code);
    return known && stepTitle(known, locale);
  },
  acceptedBlocks: titleOfCheck,
  check: titleOfCheck,
  field: fieldTitle,
  neverAccept: titleOfCheck,
};

function titleOfTrack(code: string, locale: Locale): string | undefined {
  const known = TRACK_IDS.find((id) => id === code);
  return known && trackTitle(known, locale);
}

function titleOfCheck(code: string, locale: Locale): string | undefined {
  const known = CHECK_IDS.find((id) => id === code);
  return known && checkTitle(known, locale);
}

/** The name of a code; undefined where the value is none that has one. */
export function findCodeName(place: FieldPlace, code: string, locale: Locale): string | undefined {
  const { historyFields, organization, tiers } = messagesIn(locale);
  const title = own(TITLES, place.name)?.(code, locale);
  if (title !== undefined) return title;
  const names: Readonly<Record<string, Readonly<Record<string, string>>>> = {
    ...historyFields.codes,
    for: historyFields.codes.actor,
    cloud: organization.values,
    shield: organization.values,
    skuName: tiers,
  };
  // What a detail was before and after a change has the names of the detail.
  const changed = ['from', 'to'].includes(place.name) ? own(names, place.parent) : undefined;
  const known = changed ?? findAt(names, place);
  return known && own(known, code);
}

const INSTANT = /^\d{4}-\d\d-\d\dT\d\d:\d\d(?::\d\d(?:\.\d+)?)?(?:Z|[+-]\d\d:\d\d)$/;
/** Identifiers have no spaces, and more than letters; short ones are read, not copied. */
const VERBATIM = /^(?=\S*[^\p{L}\s])\S{16,}$/u;

export const formatOf = (text: string): FieldFormat => {
  if (INSTANT.test(text) && !Number.isNaN(Date.parse(text))) return 'INSTANT';
  return VERBATIM.test(text) ? 'VERBATIM' : 'TEXT';
};

/** Epoch seconds (KEY-05). */
const EPOCHS = ['notBefore', 'expires'];
const LATEST_EPOCH = 8.64e12;

function describeNumber(name: string, value: number, locale: Locale): string {
  if (EPOCHS.includes(name) && Math.abs(value) < LATEST_EPOCH)
    return new Date(value * 1000).toISOString();
  if (name.endsWith('Seconds'))
    return value === 0 ? messagesIn(locale).historyFields.none : describeDuration(value, locale);
  if (name.endsWith('InDays'))
    return format(messagesIn(locale).historyFields.days, { count: value }, locale);
  return String(value);
}

/** One value that is no list and no object. */
export function describeValue(place: FieldPlace, value: unknown, locale: Locale): string {
  const { yes, no, none, ofNull } = messagesIn(locale).historyFields;
  if (value === null) return findAt<string>(ofNull, place) ?? none;
  if (typeof value === 'boolean') return value ? yes : no;
  if (typeof value === 'number') return describeNumber(place.name, value, locale);
  if (typeof value !== 'string' || value.trim() === '') return none;
  return findCodeName(place, value, locale) ?? value;
}
