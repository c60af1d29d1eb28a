/** Epoch seconds as `2026-11-24T00:00:00Z`; null where no date can be made of them. */
export function dateOfEpoch(seconds: number | null): string | null {
  if (seconds === null || !(Math.abs(seconds) <= 8_640_000_000_000)) return null;
  return new Date(Math.trunc(seconds) * 1000).toISOString().replace('.000Z', 'Z');
}
