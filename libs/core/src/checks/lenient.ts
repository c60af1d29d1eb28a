/**
 * Reads facts without trusting their types: they come from outside, and a wrong type counts as
 * absent, never as a verdict or a crash.
 */

/** The text, or null where there is none. */
export const textOf = (value: unknown): string | null =>
  typeof value === 'string' && value.trim() !== '' ? value.trim() : null;

/**
 * Lower case for comparing: Azure does not promise the case of its words (docs/reference/clouds.md
 * 2.3).
 */
export const lowerOf = (value: unknown): string | null => textOf(value)?.toLowerCase() ?? null;

export const numberOf = (value: unknown): number | null =>
  typeof value === 'number' && Number.isFinite(value) ? value : null;

export const booleanOf = (value: unknown): boolean | null =>
  typeof value === 'boolean' ? value : null;

/** The texts of a list; null where it is no list. */
export const textsOf = (value: unknown): string[] | null =>
  Array.isArray(value) ? value.flatMap((item: unknown) => textOf(item) ?? []) : null;

/** Epoch seconds as `2026-11-24T00:00:00Z`; null where no date can be made of it. */
export function dateOf(epochSeconds: unknown): string | null {
  const seconds = numberOf(epochSeconds);
  if (seconds === null || Math.abs(seconds) > 8_640_000_000_000) return null;
  return new Date(Math.trunc(seconds) * 1000).toISOString().replace('.000Z', 'Z');
}
