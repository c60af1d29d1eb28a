/** The response while the database is unavailable: why, and whether anything was changed. */
import { unavailabilityOf, type Unavailability } from '@keyway/store';

export const UNAVAILABLE_CODE = 'SERVICE_UNAVAILABLE';
export const RETRY_AFTER_SECONDS = 5;

const MESSAGES: Readonly<Record<Unavailability, string>> = {
  full: 'The database has no disk space left. Nothing was changed. Try again when there is space.',
  exhausted: 'The database has no free connections. Nothing was changed. Try again shortly.',
  busy: 'The database took too long, because other requests use the same data. Nothing was changed. Try again shortly.',
  away: 'The database can’t be reached. Nothing was changed. Try again shortly.',
  unknownCommit:
    'The connection to the database was lost while saving, so we couldn’t confirm whether it was done. Check, or send the request again with the same idempotencyKey.',
};

/** Null where the database is not the cause. */
export function unavailableMessage(error: unknown): string | null {
  const unavailability = unavailabilityOf(error);
  return unavailability && MESSAGES[unavailability];
}
