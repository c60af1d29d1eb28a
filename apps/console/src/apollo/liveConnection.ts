/** Whether live updates arrive. Pages work without them and refetch when they are back. */
import { useSyncExternalStore } from 'react';

export type LiveConnection = 'idle' | 'live' | 'reconnecting';

let allow: () => void = () => undefined;
/**
 * Resolves when someone is signed in. A page can subscribe earlier, but the server would refuse the
 * connection.
 */
export const signedIn = new Promise<void>((resolve) => (allow = resolve));

export function allowLiveConnection(): void {
  allow();
}

let state: LiveConnection = 'idle';
const listeners = new Set<() => void>();
const reconnected = new Set<() => void>();

export function setLiveConnection(next: LiveConnection): void {
  if (next === state) return;
  const wasPaused = state === 'reconnecting';
  state = next;
  for (const listener of listeners) listener();
  if (wasPaused && next === 'live') for (const listener of reconnected) listener();
}

/** Calls back when live updates resume. Events may have been missed meanwhile. */
export function onReconnected(listener: () => void): () => void {
  reconnected.add(listener);
  return () => reconnected.delete(listener);
}

function subscribe(listener: () => void): () => void {
  listeners.add(listener);
  return () => listeners.delete(listener);
}

export function useLiveConnection(): LiveConnection {
  return useSyncExternalStore(subscribe, () => state);
}
