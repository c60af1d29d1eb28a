/** The response while the database is unavailable: why, and whether anything was changed. */
import type { Locale } from '@keyway/core';
import { unavailableText } from '@keyway/messages';
import { unavailabilityOf } from '@keyway/store';

export const UNAVAILABLE_CODE = 'SERVICE_UNAVAILABLE';
export const RETRY_AFTER_SECONDS = 5;

/** Null where the database is not the cause. */
export function unavailableMessage(error: unknown, locale: Locale = 'en'): string | null {
  const unavailability = unavailabilityOf(error);
  return unavailability && unavailableText(unavailability, locale);
}
