/** That what somebody may see or do has changed while they work. */

const listeners = new Set<() => void>();

/** Calls back when the cache has what the viewer sees now. What is kept elsewhere is to go. */
export function onAccessChanged(listener: () => void): () => void {
  listeners.add(listener);
  return () => void listeners.delete(listener);
}

export function reportAccessChanged(): void {
  for (const listener of listeners) listener();
}
