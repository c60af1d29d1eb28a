/** Lets the browser ask before a page with unsaved changes is reloaded or closed. */
import { useEffect } from 'react';

let mayLeave = false;

/**
 * The page is about to be left with nothing to ask: what was typed is shown when it is back, or
 * must not stay.
 */
export function leaveWithoutQuestion(): void {
  mayLeave = true;
  // The back button can restore the page with its state.
  window.addEventListener('pageshow', () => (mayLeave = false), { once: true });
}

/** @param hasChanges a function is asked when the page is about to be left */
export function useUnloadQuestion(hasChanges: boolean | (() => boolean)): void {
  useEffect(() => {
    if (!hasChanges) return undefined;
    const ask = (event: BeforeUnloadEvent) => {
      if (!mayLeave && (hasChanges === true || hasChanges())) event.preventDefault();
    };
    window.addEventListener('beforeunload', ask);
    return () => window.removeEventListener('beforeunload', ask);
  }, [hasChanges]);
}
