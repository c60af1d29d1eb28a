/**
 * Formats one text in ICU message format. Values come from stored runs, so a missing value is shown
 * as a dash and never throws.
 */
import { IntlMessageFormat } from 'intl-messageformat';

export type Locale = 'en' | 'es';
export type MessageValues = Readonly<Record<string, string | number | boolean | Date | null>>;

const compiled = new Map<string, IntlMessageFormat>();

/** Markup is off: `<` in a text is a character, so that `<vault>` may stand in an example. */
export function format(message: string, values: MessageValues, locale: Locale): string {
  const key = `${locale}\n${message}`;
  let formatter = compiled.get(key);
  if (!formatter) {
    formatter = new IntlMessageFormat(message, locale, undefined, { ignoreTag: true });
    compiled.set(key, formatter);
  }
  const given = new Proxy(values, {
    has: () => true,
    get: (target, name) => (typeof name === 'string' ? (target[name] ?? '–') : undefined),
  });
  return String(formatter.format(given as Record<string, string>));
}
