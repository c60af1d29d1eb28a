/** Every text about checks and failed calls in the language of a locale. */
import type { Locale } from '@keyway/core';
import type { LanguageTexts } from './checkTexts.ts';
import { EN } from './en.ts';
import { ES } from './es.ts';

const LANGUAGES: Readonly<Record<Locale, LanguageTexts>> = { en: EN, es: ES };

/** English where the locale is not one that Keyway has. */
export const languageOf = (locale: Locale): LanguageTexts =>
  Object.hasOwn(LANGUAGES, locale) ? LANGUAGES[locale] : LANGUAGES.en;
