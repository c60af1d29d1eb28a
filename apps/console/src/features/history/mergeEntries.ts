/** Puts the history's entries that a live update brought before those that were read. */

interface Entry {
  id: string;
  /** RFC 3339. */
  at: string;
}

/** All entries once, the newest first. Of entries at the same instant, `first` comes first. */
export function mergeEntries<T extends Entry>(first: readonly T[], second: readonly T[]): T[] {
  const known = new Set(second.map(({ id }) => id));
  return [...first.filter(({ id }) => !known.has(id)), ...second].toSorted(
    (a, b) => Date.parse(b.at) - Date.parse(a.at),
  );
}
