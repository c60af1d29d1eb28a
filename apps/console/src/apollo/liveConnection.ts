/** Whether live updates arrive. The page works without them; it only says so. */
import { useSyncExternalStore } from 'react';

export type LiveConnection = 'idle' | 'live' | 'reconnecting';

let state: LiveConnection = 'idle';
const listeners = new Set<() => void>();

export function setLiveConnection(next: LiveConnection): void {
  if (next === state) return;
  state = next;
  for (const listener of listeners) listener();
}

export function useLiveConnection(): LiveConnection {
  return useSyncExternalStore(
    (listener) => {
      listeners.add(listener);
      return () => listeners.delete(listener);
    },
    () => state,
  );
}
