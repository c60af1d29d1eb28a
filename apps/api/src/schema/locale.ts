/** The requested language, or English where Keyway doesn't have it. `es-MX` is `es`. */
import { LOCALES, type Locale } from '@keyway/core';

export function localeOf(requested: string | null | undefined): Locale {
  const language = requested?.slice(0, 20).split(/[-_]/)[0]?.toLowerCase();
  return LOCALES.find((locale) => locale === language) ?? 'en';
}
