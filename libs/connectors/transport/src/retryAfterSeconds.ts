/**
 * Reads how long a service asks to wait, in each form that Azure uses (docs/reference/clouds.md 7).
 * Adobe documents none, so any of them counts.
 */

/** A day: longer values are cut. */
const MAX_WAIT_SECONDS = 86_400;

/** `name` in lower case to the header's text. */
export type HeaderReader = (name: string) => string | undefined;

function nonNegative(text: string | undefined): number | null {
  if (text === undefined || !/^\s*\d+(\.\d+)?\s*$/.test(text)) return null;
  return Number(text);
}

/**
 * Whole seconds (rounded up), from `retry-after-ms`, `x-ms-retry-after-ms` or `Retry-After`
 * (seconds or an HTTP date), or null. A date in the past is 0.
 */
export function retryAfterSeconds(header: HeaderReader, now: number): number | null {
  for (const name of ['retry-after-ms', 'x-ms-retry-after-ms']) {
    const milliseconds = nonNegative(header(name));
    if (milliseconds !== null) return Math.min(Math.ceil(milliseconds / 1000), MAX_WAIT_SECONDS);
  }
  const text = header('retry-after');
  const seconds = nonNegative(text);
  if (seconds !== null) return Math.min(Math.ceil(seconds), MAX_WAIT_SECONDS);
  const date = text !== undefined && /[a-z]{3}/i.test(text) ? Date.parse(text) : Number.NaN;
  return Number.isNaN(date)
    ? null
    : Math.min(Math.max(0, Math.ceil((date - now) / 1000)), MAX_WAIT_SECONDS);
}
