const INSTANT = /^(\d{4}-\d\d-\d\d)T(\d\d:\d\d)(?::\d\d(?:\.\d+)?)?Z$/;

/** `2026-11-24 00:10 UTC`; text that is no instant stays as it is. */
export const displayInstant = (instant: string): string => instant.replace(INSTANT, '$1 $2 UTC');
