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

/** Each unit, and from how many of it on the next one is used. */
const UNITS = [
  { unit: 'second', milliseconds: SECOND, limit: 60 },
  { unit: 'minute', milliseconds: MINUTE, limit: 60 },
  { unit: 'hour', milliseconds: HOUR, limit: 24 },
  { unit: 'day', milliseconds: DAY, limit: 14 },
  { unit: 'week', milliseconds: 7 * DAY, limit: 8 },
  { unit: 'month', milliseconds: 30 * DAY, limit: 24 },
  { unit: 'year', milliseconds: 365 * DAY, limit: Infinity },
] as const;

/**
 * From `now` to `at`, both in milliseconds since the epoch; negative is past. Rounded: what ends
 * 90 days after it was made is 3 months away when it is shown a moment later.
 */
export function measureSpan(at: number, now: number): TimeSpan {
  const distance = at - now;
  const spans = UNITS.map(({ unit, milliseconds, limit }) => ({
    // Without negative zero, which `Intl.RelativeTimeFormat` formats as "0 seconds ago".
    value: Math.round(distance / milliseconds) + 0,
    unit,
    limit,
  }));
  const { value, unit } = spans.find((span) => Math.abs(span.value) < span.limit)!;
  return { value, unit };
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
