/**
 * What is computed of all rows, at the cost of those that changed: ten thousand rows are the same
 * after a change but for one.
 */

/** What differs between the rows that both begin with and those that both end with. */
export function diffRows<R>(
  old: readonly R[],
  next: readonly R[],
): { removed: readonly R[]; added: readonly R[] } {
  const shorter = Math.min(old.length, next.length);
  let start = 0;
  while (start < shorter && old[start] === next[start]) start += 1;
  let end = 0;
  while (end < shorter - start && old.at(-1 - end) === next.at(-1 - end)) end += 1;
  return {
    removed: old.slice(start, old.length - end),
    added: next.slice(start, next.length - end),
  };
}

/** How many rows have each of some numbered properties. */
export class RowCounts<R> {
  private rows: readonly R[] = [];
  private counts: Uint32Array;
  private readonly placesOf: (row: R) => Iterable<number>;

  /** @param placesOf the properties of a row, which never change */
  constructor(placesOf: (row: R) => Iterable<number>, properties: number) {
    this.placesOf = placesOf;
    this.counts = new Uint32Array(properties);
  }

  /** Valid until the next call. */
  of(rows: readonly R[]): Readonly<Uint32Array> {
    if (rows === this.rows) return this.counts;
    const { removed, added } = diffRows(this.rows, rows);
    this.rows = rows;
    if (removed.length + added.length > rows.length) {
      this.counts.fill(0);
      this.add(rows, 1);
    } else {
      this.add(removed, -1);
      this.add(added, 1);
    }
    return this.counts;
  }

  private add(rows: readonly R[], times: 1 | -1): void {
    for (const row of rows) for (const place of this.placesOf(row)) this.counts[place]! += times;
  }
}

/**
 * The same result, also by identity, until rows change that matter to it.
 * @param matters whether the result depends on the row, which never changes
 */
export function whereRowsMatter<R, T>(
  matters: (row: R) => boolean,
  compute: (rows: readonly R[]) => T,
): (rows: readonly R[]) => T {
  let last: { rows: readonly R[]; result: T } | undefined;
  return (rows) => {
    const { removed, added } = diffRows(last?.rows ?? [], rows);
    const isSame = last && !removed.some(matters) && !added.some(matters);
    last = { rows, result: isSame && last ? last.result : compute(rows) };
    return last.result;
  };
}
