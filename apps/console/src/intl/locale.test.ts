import { describe, expect, it } from 'vitest';
import { preferredLocale } from './locale.ts';

describe('preferredLocale', () => {
  it.each([
    [['es-MX', 'en'], 'es'],
    [['de-DE', 'es', 'en'], 'es'],
    [['EN-gb'], 'en'],
    [['ja'], 'en'],
    [[], 'en'],
  ])('of %j is %s', (languages, locale) => {
    expect(preferredLocale(languages)).toBe(locale);
  });
});
