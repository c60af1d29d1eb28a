import { useEffect, useState } from 'react';

/** The longest time of a browser's timer. */
const MAX_MILLISECONDS = 2 ** 31 - 1;

/** Whether the instant is still to come; renders again when it is there. */
export function useIsAhead(instant: string | null | undefined): boolean {
  const [, setPassed] = useState(0);
  const at = instant ? Date.parse(instant) : 0;
  useEffect(() => {
    const left = at - Date.now();
    if (left <= 0) return undefined;
    const timer = setTimeout(() => setPassed(at), Math.min(left + 50, MAX_MILLISECONDS));
    return () => clearTimeout(timer);
  }, [at]);
  return at > Date.now();
}
