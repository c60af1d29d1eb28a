/** Says to lists of hand-offs when to ask again. */

const listeners = new Set<(runId: string) => void>();

/** One was made or revoked, here or by somebody else. */
export function handOffsChanged(runId: string): void {
  for (const listener of listeners) listener(runId);
}

export function onHandOffsChanged(listener: (runId: string) => void): () => void {
  listeners.add(listener);
  return () => void listeners.delete(listener);
}
