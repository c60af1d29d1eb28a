/** When digests are due, compared with clocks read minute by minute. */
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { firstAllowedAt, nextDigestAt, type DigestTimes, type QuietHours } from './digestTimes.ts';
import { isTimeZone, wallMinute } from './wallClock.ts';

const NIGHT: QuietHours = { from: 22 * 60, until: 6 * 60 };
const ZONES = [
  ...['UTC', 'Europe/Madrid', 'America/New_York', 'America/Sao_Paulo', 'Asia/Kathmandu'],
  // Half an hour of summer time, and a date that never was.
  ...['Australia/Lord_Howe', 'Pacific/Apia', 'Asia/Kolkata', 'Africa/Casablanca'],
];
/** Near the days when clocks change, and any day. */
const DAYS = ['2026-03-08', '2026-03-29', '2026-04-05', '2026-10-04', '2026-10-25', '2026-11-01'];

const MINUTE = 60_000;
const starts = fc
  .tuple(
    fc.oneof(fc.constantFrom(...DAYS), fc.constant('2011-12-29'), fc.constant('2027-06-15')),
    fc.integer({ min: -86_400, max: 86_400 }),
  )
  .map(([day, seconds]) => Date.parse(`${day}T12:00:00Z`) + seconds * 1000);
const minuteOfDay = fc.integer({ min: 0, max: 1439 });
const quiet = fc.option(
  fc
    .tuple(minuteOfDay, minuteOfDay)
    .filter(([from, until]) => from !== until)
    .map(([from, until]) => ({ from, until })),
);
const timesOf = (frequency: 'HOURLY' | 'DAILY') =>
  fc.record({
    frequency: fc.constant(frequency),
    timeZone: fc.constantFrom(...ZONES),
    quietHours: quiet,
  });

const SHORT = { dateStyle: 'short', timeStyle: 'short' } as const;
const texts = new Map<string, Intl.DateTimeFormat>();
const textOf = (timeZone: string): Intl.DateTimeFormat =>
  texts.get(timeZone) ??
  texts.set(timeZone, new Intl.DateTimeFormat('sv-SE', { timeZone, ...SHORT })).get(timeZone)!;

/** The same by another way: the text of a clock, not its parts. */
function clock(at: number, timeZone: string): { date: string; minute: number } {
  const [date, time] = textOf(timeZone).format(at).split(' ');
  const [hour, minute] = time!.split(':').map(Number);
  return { date: date!, minute: hour! * 60 + minute! };
}

function isQuietAt(at: number, { timeZone, quietHours }: DigestTimes): boolean {
  if (!quietHours) return false;
  // Minute by minute from the beginning: no arithmetic over midnight.
  const { minute } = clock(at, timeZone);
  for (let one = quietHours.from; one !== quietHours.until; one = (one + 1) % 1440)
    if (one === minute) return true;
  return false;
}

/** The first minute from then on that is not quiet. */
function allowedFrom(from: number, times: DigestTimes): number {
  let at = Math.ceil(from / MINUTE) * MINUTE;
  while (isQuietAt(at, times)) at += MINUTE;
  return at;
}

const daily = (timeZone: string, quietHours: QuietHours | null = null): DigestTimes => ({
  ...{ frequency: 'DAILY', timeZone, quietHours },
});
const hourly = (timeZone: string, quietHours: QuietHours | null = null): DigestTimes => ({
  ...{ frequency: 'HOURLY', timeZone, quietHours },
});

describe('a digest is due', () => {
  it('at whole hours, or in the morning, of the person’s clock', () => {
    const after = '2026-06-10T05:59:59.999Z';
    expect(nextDigestAt(after, hourly('UTC'))).toBe('2026-06-10T06:00:00.000Z');
    expect(nextDigestAt(after, hourly('Asia/Kathmandu'))).toBe('2026-06-10T06:15:00.000Z');
    expect(nextDigestAt(after, daily('Europe/Madrid'))).toBe('2026-06-10T06:00:00.000Z');
    // The one that is due now is not the next one.
    const now = '2026-06-10T06:00:00.000Z';
    expect(nextDigestAt(now, daily('Europe/Madrid'))).toBe('2026-06-11T06:00:00.000Z');
    expect(nextDigestAt(now, hourly('UTC'))).toBe('2026-06-10T07:00:00.000Z');
    expect(nextDigestAt(now, { ...daily('UTC'), frequency: 'OFF' })).toBeNull();
  });

  it('when quiet hours end, also those over midnight', () => {
    const evening = '2026-06-10T21:30:00.000Z';
    expect(nextDigestAt(evening, hourly('UTC', NIGHT))).toBe('2026-06-11T06:00:00.000Z');
    const late = { from: 7 * 60, until: 9 * 60 + 30 };
    expect(nextDigestAt(evening, daily('UTC', late))).toBe('2026-06-11T09:30:00.000Z');
    expect(firstAllowedAt('2026-06-10T23:10:20.000Z', hourly('UTC', NIGHT))).toBe(
      '2026-06-11T06:00:00.000Z',
    );
    expect(firstAllowedAt('2026-06-10T21:10:20.000Z', hourly('UTC', NIGHT))).toBe(
      '2026-06-10T21:10:20.000Z',
    );
  });

  it('after the hour that is skipped, and at both of the hour that comes twice', () => {
    const inGap = { from: 60, until: 2 * 60 + 30 };
    const spring = '2026-03-29T00:10:00.000Z';
    // 02:30 doesn't exist: 03:00 follows 01:59.
    expect(firstAllowedAt(spring, hourly('Europe/Madrid', inGap))).toBe('2026-03-29T01:00:00.000Z');
    expect(nextDigestAt(spring, hourly('Europe/Madrid'))).toBe('2026-03-29T01:00:00.000Z');
    const twice = { from: 60, until: 2 * 60 };
    const autumn = '2026-10-25T00:30:00.000Z';
    expect(nextDigestAt(autumn, hourly('Europe/Madrid', twice))).toBe('2026-10-25T01:00:00.000Z');
    const second = { from: 2 * 60, until: 2 * 60 + 30 };
    expect(firstAllowedAt('2026-10-25T01:10:00.000Z', hourly('Europe/Madrid', second))).toBe(
      '2026-10-25T01:30:00.000Z',
    );
    // A day that one side of the date line never had.
    expect(nextDigestAt('2011-12-30T05:00:00.000Z', daily('Pacific/Apia'))).toBe(
      '2011-12-30T18:00:00.000Z',
    );
  });

  it('never in quiet hours, and never later than needed, whatever the clock does', () => {
    const eachHour = fc.property(starts, timesOf('HOURLY'), (start, times) => {
      let first = Math.floor(start / MINUTE) * MINUTE + MINUTE;
      while (clock(first, times.timeZone).minute % 60 !== 0) first += MINUTE;
      const due = nextDigestAt(new Date(start).toISOString(), times);
      expect(due).toBe(new Date(allowedFrom(first, times)).toISOString());
    });
    fc.assert(eachHour, { numRuns: 60 });
  });

  it('in the first minute of each morning', () => {
    const eachMorning = fc.property(starts, timesOf('DAILY'), (start, times) => {
      const { date, minute } = clock(start, times.timeZone);
      let first = Math.floor(start / MINUTE) * MINUTE + MINUTE;
      for (; ; first += MINUTE) {
        const then = clock(first, times.timeZone);
        if (then.minute >= 480 && (then.date > date || minute < 480)) break;
      }
      const due = nextDigestAt(new Date(start).toISOString(), times);
      expect(due).toBe(new Date(allowedFrom(first, times)).toISOString());
    });
    fc.assert(eachMorning, { numRuns: 40 });
  });
});

describe('a time zone', () => {
  it('has a name of the database', () => {
    for (const good of [...ZONES, 'Etc/GMT+5', 'America/Argentina/Buenos_Aires'])
      expect(isTimeZone(good), good).toBe(true);
    for (const wrong of ['', '+02:00', 'Mars/Olympus', 'UTC; x', 'x'.repeat(65), 'Europe/'])
      expect(isTimeZone(wrong), wrong).toBe(false);
  });

  it('that this runtime lacks counts as UTC', () => {
    const noon = Date.parse('2026-06-10T12:34:00.000Z');
    expect(wallMinute(noon, 'Mars/Olympus')).toEqual(wallMinute(noon, 'UTC'));
    expect(wallMinute(noon, 'UTC')).toEqual({ day: 20_614, minute: 754 });
  });
});
