/** Whether something has been waited for too long. */
import { useEffect, useState } from 'react';

/** A cloud that answers at all has answered by then. */
export const LATE_MILLISECONDS = 20_000;

export function useLate(isWaiting: boolean): boolean {
  const [isLate, setLate] = useState(false);
  if (!isWaiting && isLate) setLate(false);
  useEffect(() => {
    if (!isWaiting) return undefined;
    const timer = setTimeout(() => setLate(true), LATE_MILLISECONDS);
    return () => clearTimeout(timer);
  }, [isWaiting]);
  return isWaiting && isLate;
}
