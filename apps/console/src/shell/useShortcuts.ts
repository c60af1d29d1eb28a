/**
 * Keys that work outside text fields: `?`, `g` and a letter, Ctrl/⌘-K, and `j`/`k` in lists with
 * rows.
 */
import { useRouter } from '@tanstack/react-router';
import { useEffect, useRef } from 'react';

/** The page that `g` and then a letter opens. */
export const PAGES_BY_KEY = {
  p: '/',
  o: '/organizations',
  a: '/approvals',
  h: '/history',
  s: '/settings',
} as const;

const MAX_SEQUENCE_MILLISECONDS = 1_200;

function isTyping(target: EventTarget | null): boolean {
  return (
    target instanceof HTMLElement &&
    (target.isContentEditable || /^(INPUT|TEXTAREA|SELECT)$/.test(target.tagName))
  );
}

/** Moves the focus between elements with `data-list-row`. The matrix handles its keys itself. */
function moveInList(step: 1 | -1): void {
  const rows = [...document.querySelectorAll<HTMLElement>('[data-list-row]')].filter(
    (row) => row.offsetParent !== null,
  );
  if (rows.length === 0) return;
  const at = rows.findIndex(
    (row) => row === document.activeElement || row.contains(document.activeElement),
  );
  const next =
    at < 0
      ? rows[step > 0 ? 0 : rows.length - 1]
      : rows[Math.min(rows.length - 1, Math.max(0, at + step))];
  next?.focus();
  next?.scrollIntoView({ block: 'nearest' });
}

export function useShortcuts({
  onSearch,
  onHelp,
}: {
  onSearch: () => void;
  onHelp: () => void;
}): void {
  const router = useRouter();
  const handlers = useRef({ onSearch, onHelp });
  useEffect(() => {
    handlers.current = { onSearch, onHelp };
  });
  useEffect(() => {
    let sequenceEnd = 0;
    function onKeyDown(event: KeyboardEvent) {
      if ((event.ctrlKey || event.metaKey) && !event.altKey && event.key.toLowerCase() === 'k') {
        event.preventDefault();
        handlers.current.onSearch();
        return;
      }
      if (
        event.defaultPrevented ||
        event.ctrlKey ||
        event.metaKey ||
        event.altKey ||
        isTyping(event.target)
      )
        return;
      if (document.querySelector('[role="dialog"], [role="alertdialog"], [role="menu"]')) return;
      const isInSequence = Date.now() < sequenceEnd;
      sequenceEnd = 0;
      if (isInSequence && event.key in PAGES_BY_KEY) {
        event.preventDefault();
        void router.navigate({ to: PAGES_BY_KEY[event.key as keyof typeof PAGES_BY_KEY] });
      } else if (event.key === 'g') sequenceEnd = Date.now() + MAX_SEQUENCE_MILLISECONDS;
      else if (event.key === '?') handlers.current.onHelp();
      else if (event.key === 'j') moveInList(1);
      else if (event.key === 'k') moveInList(-1);
    }
    window.addEventListener('keydown', onKeyDown);
    return () => window.removeEventListener('keydown', onKeyDown);
  }, [router]);
}
