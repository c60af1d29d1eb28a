/**
 * Filters that may match most rows or none: read in the list's order while many match, and by an
 * index where few do. Neither alone is fast for both, and the database can't know which it is.
 */

export interface SparseFilter {
  /** SQL: whether a row matches. */
  matches: string;
  /** SQL: whether a row can match, by an index. Null: no index has the viewer's rows. */
  candidate: ((found: string) => string) | null;
  /** SQL: an array of IDs for `candidate`, of at most as many as given. */
  found: (atMost: number | null) => string;
  /** How many of these IDs are enough for a count, which has a cap. */
  candidatesToCount: number;
}

/**
 * Of which the index finds all that match, in one condition; it is asked for when it is needed, so
 * that its parameters are not in statements without it.
 */
export const everyCandidate = (matches: string, candidate: () => string): SparseFilter => ({
  matches,
  candidate,
  found: () => `'{}'::uuid[]`,
  candidatesToCount: 1,
});

/** Rows that are read first in the list's order, and the most that are. */
const FEW_ROWS = 400;
const MANY_ROWS = 6000;

/**
 * The first rows that match: in the list's order as long as what was read says that this is soon
 * done, and otherwise by the index.
 */
export async function firstMatches<R>(
  wanted: number,
  inOrder: (ofRows: number) => Promise<R[]>,
  byIndex: () => Promise<R[]>,
): Promise<R[]> {
  const early = await inOrder(FEW_ROWS);
  if (early.length >= wanted) return early;
  // Of one match nothing can be said.
  const ofRows = early.length > 1 ? Math.ceil((FEW_ROWS / early.length) * wanted * 1.5) : Infinity;
  const more = ofRows > MANY_ROWS ? [] : await inOrder(ofRows);
  return more.length >= wanted ? more : byIndex();
}
