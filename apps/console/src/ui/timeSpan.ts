/** How far an instant is from now, in the largest unit that fits. */
export interface TimeSpan {
  value: number;
  unit: 'second' | 'minute' | 'hour' | 'day' | 'week' | 'month' | 'year';
}

const SECOND = 1_000;
const MINUTE = 60 * SECOND;
const HOUR = 60 * MINUTE;
const DAY = 24 * HOUR;

/** A longer wait is emphasized. */
export const LONG_WAIT_DAYS = 3;

/** From `now` to `at`, both in milliseconds since the epoch; negative is past. */
export function measureSpan(at: number, now: number): TimeSpan {
  const distance = at - now;
  const size = Math.abs(distance);
  if (size < MINUTE) return { value: truncate(distance / SECOND), unit: 'second' };
  if (size < HOUR) return { value: truncate(distance / MINUTE), unit: 'minute' };
  if (size < DAY) return { value: truncate(distance / HOUR), unit: 'hour' };
  if (size < 14 * DAY) return { value: truncate(distance / DAY), unit: 'day' };
  if (size < 60 * DAY) return { value: truncate(distance / (7 * DAY)), unit: 'week' };
  if (size < 730 * DAY) return { value: truncate(distance / (30 * DAY)), unit: 'month' };
  return { value: truncate(distance / (365 * DAY)), unit: 'year' };
}

/** Without negative zero, which `Intl.RelativeTimeFormat` formats as "0 seconds ago". */
function truncate(value: number): number {
  return Math.trunc(value) + 0;
}

export function isLongWait(since: number, now: number): boolean {
  return now - since > LONG_WAIT_DAYS * DAY;
}

/** How soon the text can change, so that a time is not updated more often than needed. */
export function chooseTickMilliseconds(at: number, now: number): number {
  const size = Math.abs(at - now);
  if (size < MINUTE) return 5 * SECOND;
  if (size < HOUR) return 30 * SECOND;
  return 10 * MINUTE;
}
