/**
 * The language of the console: the person's choice in this browser, else the browser's preference.
 */
export type Locale = 'en' | 'es';
export const LOCALES: readonly Locale[] = ['en', 'es'];

const KEY = 'keyway.locale';

/** The first of the two languages in the browser's list of preferences. */
export function pickPreferredLocale(languages: readonly string[]): Locale {
  for (const language of languages) {
    const base = language.slice(0, 2).toLowerCase();
    if (base === 'en' || base === 'es') return base;
  }
  return 'en';
}

export function readStoredLocale(): Locale {
  try {
    const value = localStorage.getItem(KEY);
    if (value === 'en' || value === 'es') return value;
  } catch {
    // Storage may be refused.
  }
  return pickPreferredLocale(navigator.languages);
}

export function storeLocale(locale: Locale): void {
  try {
    localStorage.setItem(KEY, locale);
  } catch {
    // Without storage the choice lasts as long as the page.
  }
}

/** BCP 47 tag with region, for Spectrum's texts and for number formats. */
export function toRegionalLocale(locale: Locale): 'en-US' | 'es-ES' {
  return locale === 'es' ? 'es-ES' : 'en-US';
}
