/** Lets the browser ask before a page with unsaved changes is reloaded or closed. */
import { useEffect } from 'react';

let isKept = false;

/** The page is about to be left for a sign-in, and shows what was typed when it is back. */
export function leaveWithKeptForm(): void {
  isKept = true;
}

export function useUnloadQuestion(hasChanges: boolean): void {
  useEffect(() => {
    if (!hasChanges) return undefined;
    const ask = (event: BeforeUnloadEvent) => {
      if (!isKept) event.preventDefault();
    };
    // The back button can restore the page with its state.
    const onShow = () => (isKept = false);
    window.addEventListener('beforeunload', ask);
    window.addEventListener('pageshow', onShow);
    return () => {
      window.removeEventListener('beforeunload', ask);
      window.removeEventListener('pageshow', onShow);
    };
  }, [hasChanges]);
}
