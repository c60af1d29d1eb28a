/** What the api answers outside GraphQL. */
import type { Locale } from '@keyway/core';
import { format, type MessageValues } from './format.ts';
import type { Messages } from './messages.ts';
import { messagesIn } from './messagesIn.ts';

type Http = Messages['http'];
/** The pages of signing in that show a text. */
export type SignInPage = keyof Http['signInPages'];

/** The text of a response outside GraphQL, such as an error or a 404. */
export const httpText = (
  name: keyof Http['texts'],
  locale: Locale,
  values: MessageValues = {},
): string => format(messagesIn(locale).http.texts[name], values, locale);

/**
 * Why the database is unavailable (`unavailabilityOf`), whether anything was changed, and what to
 * do.
 */
export const unavailableText = (name: keyof Http['unavailable'], locale: Locale): string =>
  messagesIn(locale).http.unavailable[name];

/** The text of a link that leads to one of several providers. */
export const signInWithText = (provider: string, locale: Locale): string =>
  format(messagesIn(locale).http.signInWith, { provider }, locale);

/** Title, text and the label of the link that begins again, as plain text to be escaped. */
export function signInPageTexts(page: SignInPage, locale: Locale) {
  const { signInPages, tryAgain } = messagesIn(locale).http;
  return { ...signInPages[page], tryAgain };
}
