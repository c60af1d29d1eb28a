/** Statements of a bounded size: each has the time of one, however many rows there are. */

/** Rows of one statement. */
export const ROWS_OF_A_STATEMENT = 1_000;

/** The items in their order, so many at a time, one part after the other. */
export async function inParts<T, R>(
  items: readonly T[],
  work: (part: readonly T[]) => Promise<readonly R[]>,
): Promise<R[]> {
  const results: R[] = [];
  for (let start = 0; start < items.length; start += ROWS_OF_A_STATEMENT)
    results.push(...(await work(items.slice(start, start + ROWS_OF_A_STATEMENT))));
  return results;
}
