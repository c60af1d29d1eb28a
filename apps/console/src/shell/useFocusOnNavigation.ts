/**
 * Moves the focus to the heading of a new page, so that screen readers and the Tab key start
 * there.
 */
import { useRouter } from '@tanstack/react-router';
import { useEffect } from 'react';

export function useFocusOnNavigation(): void {
  const router = useRouter();
  useEffect(
    () =>
      router.subscribe('onRendered', ({ fromLocation, pathChanged }) => {
        if (!fromLocation || !pathChanged) return;
        // A page that is still loading has no heading yet; its content takes the focus.
        const target =
          document.querySelector<HTMLElement>('[data-page-heading]') ??
          document.getElementById('main');
        target?.focus({ preventScroll: true });
      }),
    [router],
  );
}
