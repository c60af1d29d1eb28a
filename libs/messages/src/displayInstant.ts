const INSTANT = /^(\d{4}-\d\d-\d\d)T(\d\d:\d\d)(?::\d\d(?:\.\d+)?)?Z$/;

/** `2026-11-24 00:10 UTC`; text that is no instant stays as it is. */
export const displayInstant = (instant: string): string => instant.replace(INSTANT, '$1 $2 UTC');

const MINUTE_MILLISECONDS = 60_000;

/** `displayInstant` of the next whole minute, for from when on something happens. */
export const displayNextMinute = (instant: string): string => {
  if (!INSTANT.test(instant)) return instant;
  const minutes = Math.ceil(Date.parse(instant) / MINUTE_MILLISECONDS);
  return displayInstant(new Date(minutes * MINUTE_MILLISECONDS).toISOString());
};

const TIME = /^\d{4}-\d\d-\d\dT(\d\d:\d\d:\d\d)(?:\.\d+)?Z$/;

/** `00:10:30 UTC`, of an instant that is seconds away. */
export const displayTime = (instant: string): string => instant.replace(TIME, '$1 UTC');
