/**
 * Which of two versions of a run to show. A mutation's answer can arrive after the push of what
 * came of it; going back to the older one would show a state that is over, until something else
 * happens.
 */
interface Versioned {
  id: string;
  version: number;
}

/**
 * The one to show for this address: `incoming` unless it is older than what is shown. Null where
 * neither is of this address.
 */
export function newerRun<T extends Versioned>(
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
