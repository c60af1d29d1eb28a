/** Whether a page can be read in a window as small as magnification makes it. */
import type { Page } from '@playwright/test';
import { inPage } from './inPage.ts';
import type { Tools } from './inPage.ts';

/** How far the page, or its scrolling part, can be scrolled sideways. */
export async function sideways(page: Page): Promise<number> {
  return page.evaluate(() => {
    const scrollers = [document.documentElement, document.querySelector('main')].filter(
      (one) => one !== null,
    );
    return Math.max(...scrollers.map((one) => one.scrollWidth - one.clientWidth));
  });
}

function read(_tools: Tools): number {
  const main = document.querySelector('main');
  const scroller =
    main && getComputedStyle(main).overflowY === 'auto' ? main : document.documentElement;
  // What sticks does so once its place is scrolled away.
  scroller.scrollTop = scroller.scrollHeight / 2;
  const stays = (element: Element | null) => {
    if (!element || (scroller === main && !main.contains(element))) return true;
    for (let one: Element | null = element; one && one !== scroller; one = one.parentElement) {
      const { position, top, bottom } = getComputedStyle(one);
      if (position === 'fixed') return true;
      const edge = one.getBoundingClientRect();
      const start = scroller === main ? main.getBoundingClientRect().top : 0;
      const isStuck =
        (top !== 'auto' && edge.top <= start + parseFloat(top) + 1) ||
        (bottom !== 'auto' && edge.bottom >= innerHeight - parseFloat(bottom) - 1);
      if (position === 'sticky' && isStuck) return true;
    }
    return false;
  };
  const shares = Array.from({ length: 40 }, (_, place) => (place + 0.5) / 40);
  const points = shares.flatMap((y) =>
    [0.1, 0.3, 0.5, 0.7, 0.9].map((x) => [x * innerWidth, y * innerHeight] as const),
  );
  const staying = points.filter(([x, y]) => stays(document.elementFromPoint(x, y)));
  scroller.scrollTop = 0;
  return staying.length / points.length;
}

/** The share of the window that does not scroll, from 0 to 1. */
export const stayingShare = (page: Page): Promise<number> => inPage(page, read);
