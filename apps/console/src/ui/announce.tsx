/**
 * A polite live region for the whole console, which announces status changes without moving the
 * focus.
 */
import { createContext, useCallback, useContext, useRef } from 'react';
import type { ReactNode } from 'react';

const AnnounceContext = createContext<(text: string) => void>(() => undefined);

/** Returns a function that announces a text to screen readers. */
export function useAnnounce(): (text: string) => void {
  return useContext(AnnounceContext);
}

export function AnnounceRoot({ children }: { children: ReactNode }) {
  const region = useRef<HTMLDivElement>(null);
  const announce = useCallback((text: string) => {
    const element = region.current;
    if (!element) return;
    // Emptied first, because the same text twice would not be announced again.
    element.textContent = '';
    setTimeout(() => {
      element.textContent = text;
    }, 50);
  }, []);
  return (
    <AnnounceContext value={announce}>
      {children}
      {/* React Aria hides what is outside an open dialog, except what has this attribute. */}
      <div
        ref={region}
        role="status"
        aria-live="polite"
        className="kw-hidden"
        data-live-announcer
      />
    </AnnounceContext>
  );
}
