/**
 * Picks which of two versions of a run to show. A mutation's response can arrive after a newer
 * update was pushed; the page must not go back to the older version.
 */
interface Versioned {
  id: string;
  version: number;
}

/**
 * The version to show for the run with this ID: `incoming` unless it is older than `shown`. Null if
 * neither is of this run.
 */
export function pickNewerRun<T extends Versioned>(
  shown: T | null,
  incoming: T | null,
  id: string,
): T | null {
  const current = shown?.id === id ? shown : null;
  if (!incoming) return current;
  return current && incoming.id === current.id && incoming.version < current.version
    ? current
    : incoming;
}
