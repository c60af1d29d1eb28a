/** Puts values into a text. One pass: a value that looks like a placeholder stays as it is. */
import type { CheckValues } from '@keyway/core';

export interface ValueWords {
  unknownValue: string;
  yes: string;
  no: string;
}

export function fillTemplate(template: string, values: CheckValues, words: ValueWords): string {
  return template.replace(/\{([a-zA-Z]+)\}/g, (_whole, name: string) => {
    const value = Object.hasOwn(values, name) ? values[name] : undefined;
    if (typeof value === 'boolean') return value ? words.yes : words.no;
    return value == null || value === '' ? words.unknownValue : String(value);
  });
}

/** The names of the values a text needs. */
export const placeholdersOf = (template: string): string[] =>
  [...template.matchAll(/\{([a-zA-Z]+)\}/g)].map((found) => found[1]!);
