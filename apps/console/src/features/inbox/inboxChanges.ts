/** Says to the page of the inbox when to read again: the bell listens to the server for it. */

const listeners = new Set<() => void>();

export function reportInboxChange(): void {
  for (const listener of listeners) listener();
}

export function onInboxChange(listener: () => void): () => void {
  listeners.add(listener);
  return () => listeners.delete(listener);
}
