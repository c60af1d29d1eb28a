/**
 * Renders one message in ICU message format. Values come from stored runs, so rendering never
 * throws: a missing value is shown as “unknown”, and a `select` takes it as `none`.
 */
import type { Locale } from '@keyway/core';
import type { MessageFormatElement } from '@formatjs/icu-messageformat-parser';
import { IntlMessageFormat } from 'intl-messageformat';

export type MessageValue = string | number | boolean | null | undefined;
export type MessageValues = Readonly<Record<string, MessageValue>>;

const UNKNOWN: Readonly<Record<Locale, string>> = { en: 'unknown', es: 'desconocido' };
const NONE = 'none';
/** Shown as “none” and not the selector: a person’s own text may be that word. */
const THE_WORD_NONE = 'none\u2060';

interface Compiled {
  formatter: IntlMessageFormat;
  arguments: ReadonlyMap<string, 'shown' | 'selects'>;
}
const compiled: Readonly<Record<Locale, Map<string, Compiled>>> = { en: new Map(), es: new Map() };

/** The arguments that a message names; `selects` where a `select` decides by it. */
export function argumentsOf(
  elements: readonly MessageFormatElement[],
  found = new Map<string, 'shown' | 'selects'>(),
): ReadonlyMap<string, 'shown' | 'selects'> {
  for (const element of elements) {
    if (isLiteral(element)) continue;
    const selects = 'options' in element && !('pluralType' in element);
    if (selects || !found.has(element.value))
      found.set(element.value, selects ? 'selects' : 'shown');
    if ('options' in element)
      for (const { value } of Object.values(element.options)) argumentsOf(value, found);
  }
  return found;
}

/** Text, or the `#` of a plural. */
const isLiteral = (
  element: MessageFormatElement,
): element is Extract<MessageFormatElement, { type: 0 | 7 }> =>
  element.type === 0 || element.type === 7;

/** Markup is off: `<` is a character, so that `<vault>` may stand in an example. */
function compile(message: string, locale: Locale): Compiled {
  const formatter = new IntlMessageFormat(message, locale, undefined, { ignoreTag: true });
  return { formatter, arguments: argumentsOf(formatter.getAst()) };
}

export function format(message: string, values: MessageValues, locale: Locale): string {
  const cache = compiled[locale];
  let entry = cache.get(message);
  if (!entry) cache.set(message, (entry = compile(message, locale)));
  const given: Record<string, string | number | boolean> = {};
  for (const [name, use] of entry.arguments) {
    const value = Object.hasOwn(values, name) ? values[name] : null;
    if (value === null || value === undefined || value === '')
      given[name] = use === 'selects' ? NONE : UNKNOWN[locale];
    else given[name] = value === NONE && use === 'selects' ? THE_WORD_NONE : value;
  }
  return String(entry.formatter.format(given));
}

/** Made at their first use: the first of a process takes 7 MB, of which 5 MB are data of ICU. */
const lists: Partial<Record<Locale, Intl.ListFormat>> = {};

/** `A, B, and C`. */
export const formatList = (items: readonly string[], locale: Locale): string =>
  (lists[locale] ??= new Intl.ListFormat(locale)).format(items);
