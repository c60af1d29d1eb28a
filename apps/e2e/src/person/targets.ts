/** Targets that are too small to press, by WCAG 2.5.8: 24 CSS pixels, or enough space around. */
import type { Page } from '@playwright/test';
import { inPage } from './inPage.ts';
import type { Tools } from './inPage.ts';

const MINIMUM = 24;

interface Target {
  element: HTMLElement;
  box: DOMRect;
  isSmall: boolean;
}

function read({ isSeen, describe, shownOf, isHit }: Tools, minimum: number): string[] {
  const all =
    'a[href], button, input, select, textarea, summary, label:has(input), ' +
    '[role="button"], [role="link"], [role="tab"], [role="menuitem"], [role="option"], ' +
    '[role="radio"], [role="checkbox"], [role="switch"], [role="slider"], [tabindex="0"]';
  const half = minimum / 2;
  const targets: Target[] = [];
  const seen = new Set<Element>();
  for (const found of document.querySelectorAll<HTMLElement>(all)) {
    // What scrolls takes the focus for the arrow keys, not for a press.
    const isScroller = found.matches('pre, [role="region"], [role="grid"], [role="group"], main');
    if (isScroller || found.matches(':disabled, [aria-disabled="true"], [inert] *')) continue;
    const element = shownOf(found) as HTMLElement;
    if (seen.has(element) || !isSeen(element)) continue;
    seen.add(element);
    const box = element.getBoundingClientRect();
    if (box.width === 0 || box.height === 0) continue;
    targets.push({ element, box, isSmall: box.width < minimum || box.height < minimum });
  }
  // WCAG exempts a link in a sentence, whose height is the line's.
  const isInText = (element: Element) =>
    getComputedStyle(element).display === 'inline' &&
    [...(element.parentElement?.childNodes ?? [])].some(
      (one) => one.nodeType === Node.TEXT_NODE && (one.textContent ?? '').trim().length > 1,
    );
  const middle = ({ left, top, width, height }: DOMRect) => [left + width / 2, top + height / 2];
  const isNear = ({ box }: Target, other: Target) => {
    const [x = 0, y = 0] = middle(box);
    const [otherX = 0, otherY = 0] = middle(other.box);
    if (other.isSmall && Math.hypot(x - otherX, y - otherY) < minimum) return true;
    const dx = Math.max(other.box.left - x, 0, x - other.box.right);
    const dy = Math.max(other.box.top - y, 0, y - other.box.bottom);
    return Math.hypot(dx, dy) < half;
  };
  // What takes presses may be larger than its box, as a link that covers its row.
  const isLarge = ({ element }: Target) => {
    element.scrollIntoView({ block: 'center', inline: 'center' });
    const [x = 0, y = 0] = middle(element.getBoundingClientRect());
    const ends = [-half + 0.5, half - 0.5];
    return ends.every((dx) => ends.every((dy) => isHit(element, x + dx, y + dy)));
  };
  const holds = (one: Target, other: Target) =>
    one.element.contains(other.element) || other.element.contains(one.element);
  return targets
    .filter((one) => one.isSmall && !isInText(one.element))
    .filter((one) =>
      targets.some((other) => other !== one && !holds(one, other) && isNear(one, other)),
    )
    .filter((one) => !isLarge(one))
    .map(({ element, box }) => `${describe(element)}: ${box.width} × ${box.height}`);
}

/** A line for each target that is too small and too close to another. */
export const smallTargets = (page: Page): Promise<string[]> => inPage(page, read, MINIMUM);
