/**
 * What clients are told while the database refuses or is away: a code of its own, when to come
 * again, and whether anything was changed.
 */
import { unavailabilityOf, type Unavailability } from '@keyway/store';

export const UNAVAILABLE_CODE = 'SERVICE_UNAVAILABLE';
export const RETRY_AFTER_SECONDS = 5;

const MESSAGES: Readonly<Record<Unavailability, string>> = {
  full: 'The database has no disk space left, so nothing was changed. Please try again when there is room.',
  exhausted:
    'The database has no capacity left at the moment. Nothing was changed; please try again shortly.',
  busy: 'The database took too long, because others use the same data. Nothing was changed; please try again shortly.',
  away: 'The database cannot be reached at the moment. Nothing was changed; please try again shortly.',
  unknownCommit:
    'The connection to the database was lost while this was saved, so we couldn’t confirm whether it was done. Check, or send it again with the same idempotencyKey.',
};

/** Null where the error is no such thing. */
export function unavailableMessage(error: unknown): string | null {
  const unavailability = unavailabilityOf(error);
  return unavailability && MESSAGES[unavailability];
}
