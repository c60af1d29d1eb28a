/** When the list is to be read again: on reconnecting, and where a filter no longer fits. */
import { useCallback, useRef } from 'react';
import { onReconnected } from '../../apollo/liveConnection.ts';
import { useHealthChanges } from '../../features/health/useHealthChanges.ts';

/** Of a burst of changes, as after an outage, the list is read again once. */
const PAUSE_MILLISECONDS = 500;

/**
 * Rows show a change of health at once. Where the list is filtered by it, a row can come or go.
 * @returns for `useRereadPages`
 */
export function useHealthFilterDue(isFiltered: boolean): typeof onReconnected {
  const listeners = useRef(new Set<() => void>());
  const timer = useRef<ReturnType<typeof setTimeout>>(undefined);
  useHealthChanges(() => {
    if (!isFiltered) return;
    clearTimeout(timer.current);
    timer.current = setTimeout(
      () => listeners.current.forEach((listener) => listener()),
      PAUSE_MILLISECONDS,
    );
  });
  return useCallback((listener) => {
    const due = listeners.current;
    due.add(listener);
    const stop = onReconnected(listener);
    return () => {
      due.delete(listener);
      stop();
    };
  }, []);
}
