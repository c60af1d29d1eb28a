/** Why nothing is sent yet, since the database lost what was written last. */
import type { DatabaseDelay, Locale } from '@keyway/core';
import { displayInstant, displayNextMinute } from './displayInstant.ts';
import { format } from './format.ts';
import { messagesIn } from './messagesIn.ts';

/** Why, since when and until when, and that nobody has to act. */
export function describeDatabaseDelay(
  { cause, since, until }: DatabaseDelay,
  what: 'configuration' | 'change',
  locale: Locale,
): string {
  const values = { cause, since: displayInstant(since), until: displayNextMinute(until) };
  return format(messagesIn(locale).status[`${what}Delayed`], values, locale);
}
