/** Why nothing is sent yet, since the database lost what was written last. */
import { isBeforeRestore, type DatabaseDelay, type Instant, type Locale } from '@keyway/core';
import { displayInstant, displayNextMinute } from './displayInstant.ts';
import { format } from './format.ts';
import { messagesIn } from './messagesIn.ts';

/**
 * Why, since when and until when, and that nobody has to act meanwhile.
 * @param decidedAt when a person asked for it: a backup from after that may miss that they canceled
 */
export function describeDatabaseDelay(
  { cause, since, until, restoredAt }: DatabaseDelay,
  what: 'configuration' | 'change',
  decidedAt: Instant | null,
  locale: Locale,
): string {
  const asksAgain = decidedAt !== null && isBeforeRestore(decidedAt, restoredAt);
  const values = {
    ...{ cause, asksAgain: asksAgain ? 'yes' : 'no' },
    ...{ since: displayInstant(since), until: displayNextMinute(until) },
  };
  return format(messagesIn(locale).status[`${what}Delayed`], values, locale);
}
