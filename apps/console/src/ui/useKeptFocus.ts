/**
 * Moves the focus to what surrounded its element where that disappears, as a form does after its
 * success: browsers drop the focus then, and a screen reader starts the page again.
 */
import { useEffect } from 'react';

/** Parts of a page that have a name, or are all of it. */
const PLACES = 'section, article, [role="group"], [role="region"], main';

/** What surrounds an element inside the page's content, the nearest first. */
function surroundings(element: Element): HTMLElement[] {
  const places: HTMLElement[] = [];
  for (let one = element.parentElement; one?.closest('main'); one = one.parentElement)
    if (one.matches(PLACES)) places.push(one);
  return places;
}

const isGone = (element: Element): boolean =>
  !element.isConnected || element.matches(':disabled') || element.checkVisibility?.() === false;

export function useKeptFocus(): void {
  useEffect(() => {
    let last: Element | null = null;
    // Of what had the focus last in the content: a dialog is outside, and what opened it inside.
    let places: HTMLElement[] = [];
    let frame = 0;
    function onFocus({ target }: FocusEvent) {
      if (!(target instanceof Element)) return;
      last = target;
      if (target.closest('main')) places = surroundings(target);
    }
    function restore() {
      frame = 0;
      if (document.activeElement !== document.body || !last) return;
      const place = isGone(last) ? places.find((one) => !isGone(one)) : undefined;
      // Otherwise somebody has left it, by a press on an empty place.
      last = null;
      if (!place) return;
      if (!place.hasAttribute('tabindex')) place.tabIndex = -1;
      place.focus({ preventScroll: true });
      // It has become lower, or higher, than what it was: never out of sight.
      const { top, bottom } = place.getBoundingClientRect();
      if (bottom < 80 || top > innerHeight - 80) place.scrollIntoView({ block: 'center' });
    }
    const observer = new MutationObserver(() => {
      if (frame !== 0 || !last || document.activeElement !== document.body) return;
      // Two frames later: whoever knows a better place has moved the focus there by then.
      frame = requestAnimationFrame(() => {
        frame = requestAnimationFrame(restore);
      });
    });
    document.addEventListener('focusin', onFocus);
    observer.observe(document.body, {
      ...{ childList: true, subtree: true, attributeFilter: ['disabled', 'hidden'] },
    });
    return () => {
      document.removeEventListener('focusin', onFocus);
      observer.disconnect();
      cancelAnimationFrame(frame);
    };
  }, []);
}
