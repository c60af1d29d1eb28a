/**
 * After a navigation the focus goes to the new page's heading, so that a screen reader starts there
 * and Tab continues from there.
 */
import { useRouter } from '@tanstack/react-router';
import { useEffect } from 'react';

export function useFocusOnNavigation(): void {
  const router = useRouter();
  useEffect(
    () =>
      router.subscribe('onRendered', ({ fromLocation, pathChanged }) => {
        if (!fromLocation || !pathChanged) return;
        // A page that needs data first shows its heading later; until then the content itself holds
        // the focus.
        const target =
          document.querySelector<HTMLElement>('[data-page-heading]') ??
          document.getElementById('main');
        target?.focus({ preventScroll: true });
      }),
    [router],
  );
}
