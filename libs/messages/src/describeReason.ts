/** Reasons in the reader’s language: Keyway’s own by code, a person’s as they were written. */
import type { Cancellation, Locale, StepId, Voided } from '@keyway/core';
import { displayInstant } from './displayInstant.ts';
import { format, formatList } from './format.ts';
import { messagesIn } from './messagesIn.ts';
import { stepTitle } from './names.ts';

/**
 * Why Keyway made an approval void.
 *
 * @param organization the name of the run's
 */
export function describeVoided(
  { code, values }: Voided,
  locale: Locale,
  organization: string | null = null,
): string {
  if (code === 'stored') return String(values['text']);
  const { at, steps } = values;
  const shown = {
    organization,
    at: typeof at === 'string' ? displayInstant(at) : null,
    steps: typeof steps === 'string' ? titlesOf(steps, locale) : null,
  };
  return format(messagesIn(locale).reasons[code], shown, locale);
}

const titlesOf = (steps: string, locale: Locale): string =>
  formatList(
    // Cast: names as the core wrote them.
    steps.split(' ').map((step) => stepTitle(step as StepId, locale)),
    locale,
  );

/** Why a run was cancelled. */
export const describeCancellation = (
  { code, reason }: Pick<Cancellation, 'code' | 'reason'>,
  locale: Locale,
): string => (code ? messagesIn(locale).reasons[code] : (reason ?? ''));

/** What history kept before plan version 4 where it keeps a code now. */
const STORED = { 'The organization was archived.': 'organizationArchived' } as const;

/** The reason of a history entry; null where it has none. */
export function describeStoredReason(
  { code = null, reason }: { code?: string | null; reason: string | null },
  locale: Locale,
): string | null {
  if (code === 'organizationArchived') return describeCancellation({ code, reason: null }, locale);
  if (reason === null) return null;
  return Object.hasOwn(STORED, reason)
    ? messagesIn(locale).reasons[STORED[reason as keyof typeof STORED]]
    : reason;
}
