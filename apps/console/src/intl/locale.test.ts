import { describe, expect, it } from 'vitest';
import { pickPreferredLocale } from './locale.ts';

describe('pickPreferredLocale', () => {
  it.each([
    [['es-MX', 'en'], 'es'],
    [['de-DE', 'es', 'en'], 'es'],
    [['EN-gb'], 'en'],
    [['ja'], 'en'],
    [[], 'en'],
  ])('of %j is %s', (languages, locale) => {
    expect(pickPreferredLocale(languages)).toBe(locale);
  });
});
