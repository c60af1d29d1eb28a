/**
 * Who did something, as sentences name them. The name is stored with where it came from, in English
 * (`Ana Approver (console)`), and stays so.
 */
import type { Locale } from '@keyway/core';

const FROM: Readonly<Record<string, Readonly<Record<Locale, string>>>> = {
  console: { en: 'console', es: 'consola' },
  'API token': { en: 'API token', es: 'token de API' },
  'bootstrap token': { en: 'bootstrap token', es: 'token inicial' },
};

export function actorInWords(name: string, locale: Locale): string {
  return name.replace(/ \(([^()]+)\)$/, (whole, from: string) =>
    Object.hasOwn(FROM, from) ? ` (${FROM[from]![locale]})` : whole,
  );
}
