/** What the api answers outside GraphQL. */
import type { Locale } from '@keyway/core';
import { format, type MessageValues } from './format.ts';
import type { Messages } from './messages.ts';
import { messagesIn } from './messagesIn.ts';

type Http = Messages['http'];
export type SignInPage = keyof Http['signInPages'];

export const httpText = (
  name: keyof Http['texts'],
  locale: Locale,
  values: MessageValues = {},
): string => format(messagesIn(locale).http.texts[name], values, locale);

export const unavailableText = (name: keyof Http['unavailable'], locale: Locale): string =>
  messagesIn(locale).http.unavailable[name];

export function signInPageTexts(page: SignInPage, locale: Locale) {
  const { signInPages, tryAgain } = messagesIn(locale).http;
  return { ...signInPages[page], tryAgain };
}
