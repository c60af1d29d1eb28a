/**
 * When a digest is due. Clocks change at quarters of an hour of UTC, so that within a quarter a
 * clock on the wall goes minute by minute, also on the days when an hour is skipped or comes twice.
 */
import type { Instant } from '../vocabulary.ts';
import { wallMinute, type WallMinute } from './wallClock.ts';

/** How often, as the enum `DigestFrequency` of the public contract. */
export const DIGEST_FREQUENCIES = ['OFF', 'HOURLY', 'DAILY'] as const;
/** - `HOURLY`: at whole hours; `DAILY`: at eight in the morning; each later in quiet hours. */
export type DigestFrequency = (typeof DIGEST_FREQUENCIES)[number];

/** Minutes of a day. */
export const DAY_MINUTES = 1440;
const MINUTE = 60_000;
const QUARTER = 15 * MINUTE;
const MORNING = 8 * 60;

/** Minutes of the day between which nothing is sent: `until` is the first that isn't quiet. */
export interface QuietHours {
  from: number;
  /** Not `from`; less than it: on the next day. */
  until: number;
}

/** What decides when a digest is due. */
export interface DigestTimes {
  frequency: DigestFrequency;
  timeZone: string;
  /** Null: there are none. */
  quietHours: QuietHours | null;
}

const isQuiet = ({ minute }: WallMinute, { from, until }: QuietHours): boolean =>
  from < until ? minute >= from && minute < until : minute >= from || minute < until;

/** From then on, the first whole minute outside quiet hours, in milliseconds since 1970. */
function firstAllowed(from: number, { timeZone, quietHours }: DigestTimes): number {
  let at = Math.ceil(from / MINUTE) * MINUTE;
  if (quietHours === null) return at;
  for (;;) {
    const wall = wallMinute(at, timeZone);
    if (!isQuiet(wall, quietHours)) return at;
    const left = (quietHours.until - wall.minute + DAY_MINUTES) % DAY_MINUTES;
    at = Math.min(at + left * MINUTE, quarterAfter(at));
  }
}

const quarterAfter = (at: number): number => Math.floor(at / QUARTER) * QUARTER + QUARTER;

/** The day whose morning has come last. */
const morningOf = ({ day, minute }: WallMinute): number => (minute >= MORNING ? day : day - 1);

/** After then, the first whole hour or the first morning. */
function nextTimeAfter(after: number, { frequency, timeZone }: DigestTimes): number {
  const last = morningOf(wallMinute(after, timeZone));
  for (let at = quarterAfter(after); ; at += QUARTER) {
    const wall = wallMinute(at, timeZone);
    const isDue =
      frequency === 'HOURLY'
        ? wall.minute % 60 === 0
        : wall.minute >= MORNING && morningOf(wall) > last;
    if (isDue) return at;
  }
}

const instant = (at: number): Instant => new Date(at).toISOString();

/**
 * When the next digest is due; null: never. One that falls into quiet hours is due when they end.
 */
export function nextDigestAt(after: Instant, times: DigestTimes): Instant | null {
  if (times.frequency === 'OFF') return null;
  return instant(firstAllowed(nextTimeAfter(Date.parse(after), times), times));
}

/** From then on, the first time at which something may be sent; what is given where it may then. */
export function firstAllowedAt(from: Instant, times: DigestTimes): Instant {
  const wall = wallMinute(Date.parse(from), times.timeZone);
  if (times.quietHours === null || !isQuiet(wall, times.quietHours)) return from;
  return instant(firstAllowed(Date.parse(from), times));
}
