/** What the api answers outside GraphQL. */
import type { Locale, Scope } from '@keyway/core';
import { format, type MessageValues } from './format.ts';
import type { Messages } from './messages.ts';
import { messagesIn } from './messagesIn.ts';

type Http = Messages['http'];
/** The pages of signing in that show a text. */
export type SignInPage = keyof Http['signInPages'];
/** What the way back from such a page is called. */
export type SignInLabel = keyof Http['signInLabels'];

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

/** The label of the link that begins again. */
export const signInLabel = (label: SignInLabel, locale: Locale): string =>
  messagesIn(locale).http.signInLabels[label];

/** Title and text, as plain text to be escaped. `account`: who signed in. */
export function signInPageTexts(
  page: SignInPage,
  locale: Locale,
  values: { account?: string } = {},
): { title: string; message: string } {
  const { title, message } = messagesIn(locale).http.signInPages[page];
  return { title, message: format(message, values, locale) };
}

/** The texts of the page on which a person allows a program. */
export const consentText = (
  name: Exclude<keyof Http['consent'], 'scopes'>,
  locale: Locale,
  values: MessageValues = {},
): string => format(messagesIn(locale).http.consent[name], values, locale);

/** What a program may do that has a scope. */
export const scopeText = (scope: Scope, locale: Locale): string =>
  messagesIn(locale).http.consent.scopes[scope];
