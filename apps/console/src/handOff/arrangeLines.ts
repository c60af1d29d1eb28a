/** The order of the lines of a step's instructions, by how far each is. */

interface Arranged {
  checks: readonly string[];
  progress: 'DONE' | 'FAILING' | 'OPEN' | null;
}

/**
 * To do: how to get there, then what a check found missing or wrong, then the rest. Of several
 * lines with the same failing check, the first shows it.
 */
export function arrangeLines<T extends Arranged>(
  lines: readonly T[],
  /** The IDs of the checks that fail. */
  failing: ReadonlySet<string>,
): { toDo: T[]; done: T[] } {
  const shown = new Set<string>();
  const shownOnce = lines.map((line): T => {
    if (line.progress !== 'FAILING') return line;
    const isNew = line.checks.some((check) => failing.has(check) && !shown.has(check));
    for (const check of line.checks) shown.add(check);
    return isNew ? line : { ...line, progress: 'OPEN' };
  });
  const firstChecked = Math.max(
    0,
    shownOnce.findIndex(({ progress }) => progress !== null),
  );
  const [way, rest] = [shownOnce.slice(0, firstChecked), shownOnce.slice(firstChecked)];
  return {
    toDo: [
      ...way,
      ...rest.filter(({ progress }) => progress === 'FAILING'),
      ...rest.filter(({ progress }) => progress === 'OPEN' || progress === null),
    ],
    done: rest.filter(({ progress }) => progress === 'DONE'),
  };
}
