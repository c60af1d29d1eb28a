import type { Locale } from '@keyway/core';
import { en } from './en/index.ts';
import { es } from './es/index.ts';
import type { Messages } from './messages.ts';

const LANGUAGES: Readonly<Record<Locale, Messages>> = { en, es };

/** Every message in the language of a locale; English where it is none that Keyway has. */
export const messagesIn = (locale: Locale): Messages =>
  Object.hasOwn(LANGUAGES, locale) ? LANGUAGES[locale] : LANGUAGES.en;
