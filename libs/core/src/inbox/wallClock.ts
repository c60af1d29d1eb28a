/** What a clock on the wall shows, by the time zones of the runtime. */

const MINUTE_MILLISECONDS = 60_000;
const LONGEST_NAME = 64;

/** A minute as a clock on the wall shows it. */
export interface WallMinute {
  /** Days since 1970 of the date on the wall. */
  day: number;
  /** Of the day, 0 to 1439. */
  minute: number;
}

const formats = new Map<string, Intl.DateTimeFormat>();

function formatOf(timeZone: string): Intl.DateTimeFormat {
  const known = formats.get(timeZone);
  if (known) return known;
  const created = new Intl.DateTimeFormat('en-US', {
    timeZone,
    ...{ calendar: 'gregory', numberingSystem: 'latn', hourCycle: 'h23' },
    ...{ year: 'numeric', month: 'numeric', day: 'numeric', hour: 'numeric', minute: 'numeric' },
  });
  formats.set(timeZone, created);
  return created;
}

/** Whether it is a name of the IANA time zone database, such as `America/New_York`, or `UTC`. */
export function isTimeZone(name: string): boolean {
  // Offsets such as +02:00 would be taken too, and know no summer time.
  if (name.length > LONGEST_NAME || !/^[A-Za-z][A-Za-z0-9_+-]*(\/[A-Za-z0-9_+-]+)*$/.test(name))
    return false;
  try {
    formatOf(name);
    return true;
  } catch {
    return false;
  }
}

/** Of a whole minute, in milliseconds since 1970. A zone that this runtime lacks counts as UTC. */
export function wallMinute(at: number, timeZone: string): WallMinute {
  const parts = formatOf(isTimeZone(timeZone) ? timeZone : 'UTC').formatToParts(at);
  const part = (type: Intl.DateTimeFormatPartTypes): number =>
    Number(parts.find((one) => one.type === type)!.value);
  const day = Date.UTC(part('year'), part('month') - 1, part('day')) / (1440 * MINUTE_MILLISECONDS);
  return { day, minute: part('hour') * 60 + part('minute') };
}
