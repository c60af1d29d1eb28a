/** Reasons in the reader’s language: Keyway’s own by code, a person’s as they were written. */
import type { Cancellation, Locale, Voided } from '@keyway/core';
import { format } from './format.ts';
import { messagesIn } from './messagesIn.ts';

/** Why Keyway made an approval void. */
export const describeVoided = ({ code, values }: Voided, locale: Locale): string =>
  code === 'stored'
    ? String(values['text'])
    : format(messagesIn(locale).reasons[code], values, locale);

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
