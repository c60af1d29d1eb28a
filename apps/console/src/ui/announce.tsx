/**
 * One polite live region for the whole console, so that a change of status is said without moving
 * the focus.
 */
import { createContext, useCallback, useContext, useRef } from 'react';
import type { ReactNode } from 'react';

const AnnounceContext = createContext<(text: string) => void>(() => undefined);

/** Says a sentence politely to screen readers. */
export function useAnnounce(): (text: string) => void {
  return useContext(AnnounceContext);
}

export function AnnounceRoot({ children }: { children: ReactNode }) {
  const region = useRef<HTMLDivElement>(null);
  const announce = useCallback((text: string) => {
    const element = region.current;
    if (!element) return;
    // Emptied first: the same sentence twice in a row would otherwise be silent.
    element.textContent = '';
    setTimeout(() => {
      element.textContent = text;
    }, 50);
  }, []);
  return (
    <AnnounceContext value={announce}>
      {children}
      <div ref={region} role="status" aria-live="polite" className="kw-hidden" />
    </AnnounceContext>
  );
}
