/** Reads `Retry-After`. Adobe documents none for these endpoints, so it is honored wherever it comes. */

/** Anything longer is no waiting time one could plan with. */
const LONGEST_SECONDS = 86_400;

/** Whole seconds (rounded up) from seconds or an HTTP date, or null; a date in the past is 0. `now` in epoch milliseconds. */
export function retryAfterSeconds(text: string | undefined, now: number): number | null {
  if (text === undefined) return null;
  const seconds = /^\s*\d+(\.\d+)?\s*$/.test(text) ? Number(text) : /[a-z]{3}/i.test(text) ? (Date.parse(text) - now) / 1000 : Number.NaN;
  return Number.isNaN(seconds) ? null : Math.min(Math.max(0, Math.ceil(seconds)), LONGEST_SECONDS);
}
