/** One value out of many, the same way in every benchmark. */

/**
 * The smallest value that at least the share `part` (0 to 1) of the values do not exceed; NaN of
 * none.
 */
export function quantile(values: readonly number[], part: number): number {
  const sorted = values.toSorted((a, b) => a - b);
  return sorted[Math.max(0, Math.ceil(sorted.length * part) - 1)] ?? Number.NaN;
}

export const median = (values: readonly number[]): number => quantile(values, 0.5);
