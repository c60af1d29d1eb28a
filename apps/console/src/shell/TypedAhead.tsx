/** Keeps what is typed while the dialog to type it in is still loading. */
import { useLayoutEffect } from 'react';
import type { RefObject } from 'react';

interface TypedAheadProps {
  text: RefObject<string>;
  onEscape: () => void;
}

/** Collects while it is mounted, from nothing. */
export function TypedAhead({ text, onEscape }: TypedAheadProps) {
  useLayoutEffect(() => {
    text.current = '';
    function onKeyDown(event: KeyboardEvent) {
      if (event.ctrlKey || event.metaKey || event.altKey || event.isComposing) return;
      if (event.key === 'Escape') onEscape();
      else if (event.key === 'Backspace') text.current = text.current.slice(0, -1);
      else if ([...event.key].length === 1) text.current += event.key;
      else return;
      event.preventDefault();
      // Not a shortcut of the page behind.
      event.stopPropagation();
    }
    window.addEventListener('keydown', onKeyDown, { capture: true });
    return () => window.removeEventListener('keydown', onKeyDown, { capture: true });
  }, [text, onEscape]);
  return null;
}
