/** Runs something soon after the first of many requests, and once for all of them. */
import { useCallback, useEffect, useRef } from 'react';

/** Spreads the requests of many pages that saw the same change. */
const JITTER = 0.5;

/** A request that is more urgent than the one that waits takes its place. */
export function useSoon(act: () => void): (milliseconds: number) => void {
  const latest = useRef(act);
  const timer = useRef<ReturnType<typeof setTimeout>>(undefined);
  const dueAt = useRef(Number.POSITIVE_INFINITY);
  useEffect(() => {
    latest.current = act;
  });
  useEffect(() => () => clearTimeout(timer.current), []);
  return useCallback((milliseconds) => {
    const wait = milliseconds * (1 + Math.random() * JITTER);
    if (performance.now() + wait >= dueAt.current) return;
    clearTimeout(timer.current);
    dueAt.current = performance.now() + wait;
    timer.current = setTimeout(() => {
      dueAt.current = Number.POSITIVE_INFINITY;
      latest.current();
    }, wait);
  }, []);
}
