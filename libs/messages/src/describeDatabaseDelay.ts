/** Why nothing is sent yet, since the database lost what was written last. */
import type { Locale, ShownDelay } from '@keyway/core';
import { displayInstant, displayNextMinute } from './displayInstant.ts';
import { format } from './format.ts';
import { messagesIn } from './messagesIn.ts';

/**
 * Why, since when and until when, and that nobody has to act meanwhile: the same on the page of the
 * run and in lists.
 */
export function describeDatabaseDelay(
  { what, cause, since, until, asksAgain }: ShownDelay,
  locale: Locale,
): string {
  const values = {
    ...{ cause, asksAgain: asksAgain ? 'yes' : 'no' },
    ...{ since: displayInstant(since), until: displayNextMinute(until) },
  };
  return format(messagesIn(locale).status[`${what}Delayed`], values, locale);
}
