/** Runs a function inside a page with tools that read what a person sees there. */
import type { Page } from '@playwright/test';

export interface Box {
  left: number;
  top: number;
  right: number;
  bottom: number;
}

/** Whether it is rendered, and not only for screen readers. */
function isSeen(element: Element): boolean {
  const visible = element.checkVisibility({
    contentVisibilityAuto: true,
    opacityProperty: true,
    visibilityProperty: true,
  });
  if (!visible) return false;
  for (let one: Element | null = element; one; one = one.parentElement) {
    const { clipPath, overflow, position, clip } = getComputedStyle(one);
    const { width, height } = one.getBoundingClientRect();
    const isClipped = clipPath.startsWith('inset(50%') || clip.startsWith('rect(0px');
    if (isClipped || (position === 'absolute' && overflow === 'hidden' && width * height <= 1))
      return false;
  }
  return true;
}

/** A line by which a person finds it, such as `button "Save"`. */
function describe(element: Element | null): string {
  if (!element || element === document.body) return 'nothing';
  const byId = (ids: string | null) =>
    (ids ?? '')
      .split(/\s+/)
      .map((id) => document.getElementById(id)?.textContent ?? '')
      .join(' ');
  const label = (element as HTMLInputElement).labels?.[0]?.textContent;
  const names = [
    element.getAttribute('aria-label'),
    byId(element.getAttribute('aria-labelledby')),
    label,
    element.textContent,
    element.getAttribute('title'),
    element.id,
  ];
  const name = names.map((one) => one?.replaceAll(/\s+/g, ' ').trim()).find(Boolean) ?? '';
  const kind = element.getAttribute('role') ?? element.tagName.toLowerCase();
  const styled = [...element.classList].find((one) => one.startsWith('kw-'));
  return `${kind} "${name.slice(0, 80)}"${styled ? ` .${styled}` : ''}`;
}

/** What a person sees of it: the label of a field that is out of sight, or the zone around it. */
function shownOf(element: Element): Element {
  const isThere = (one: Element) => isSeen(one) && one.getBoundingClientRect().width > 1;
  const label = element.closest('label') ?? (element as HTMLInputElement).labels?.[0];
  let shown: Element | null = isThere(element) ? element : (label ?? element.parentElement);
  while (shown && !isThere(shown)) shown = shown.parentElement;
  return shown ?? element;
}

/** Whether a press here reaches it, or what is in it, or its label. */
function isHit(element: Element, x: number, y: number): boolean {
  const hit = document.elementFromPoint(x, y);
  if (!hit) return false;
  const label = hit.closest('label');
  return (
    element.contains(hit) || (label !== null && (label === element || label.contains(element)))
  );
}

/** The part of it that its scrolling ancestors and the window leave in sight. */
function visibleBox(element: Element): Box {
  const { left, top, right, bottom } = element.getBoundingClientRect();
  const box = { left, top, right, bottom };
  for (let one = element.parentElement; one; one = one.parentElement) {
    const { overflowX, overflowY } = getComputedStyle(one);
    const edge = one.getBoundingClientRect();
    if (overflowX !== 'visible') {
      box.left = Math.max(box.left, edge.left);
      box.right = Math.min(box.right, edge.right);
    }
    if (overflowY !== 'visible') {
      box.top = Math.max(box.top, edge.top);
      box.bottom = Math.min(box.bottom, edge.bottom);
    }
  }
  return {
    left: Math.max(0, box.left),
    top: Math.max(0, box.top),
    right: Math.min(innerWidth, box.right),
    bottom: Math.min(innerHeight, box.bottom),
  };
}

/** Why a person does not see it: it is out of sight, or below something that stays in place. */
function hiddenBecause(shown: Element): string | null {
  const { left, top, right, bottom } = visibleBox(shown);
  if (right - left < 1 || bottom - top < 1) return 'out of sight';
  const shares = [0.1, 0.3, 0.5, 0.7, 0.9];
  const hits = shares.flatMap((x) =>
    shares.map((y) => isHit(shown, left + (right - left) * x, top + (bottom - top) * y)),
  );
  return hits.filter(Boolean).length < hits.length / 2 ? 'covered' : null;
}

/** A color as the browser paints it: red, green, blue and opacity, each up to 255. */
function paintOf(color: string): [number, number, number, number] {
  const canvas = document.createElement('canvas');
  canvas.width = 1;
  canvas.height = 1;
  const context = canvas.getContext('2d', { willReadFrequently: true });
  if (!context) return [0, 0, 0, 0];
  context.fillStyle = color;
  context.fillRect(0, 0, 1, 1);
  const [red = 0, green = 0, blue = 0, alpha = 0] = context.getImageData(0, 0, 1, 1).data;
  return [red, green, blue, alpha];
}

/** The contrast of two colors, from 1 to 21 (WCAG). */
function contrastOf(one: string, other: string): number {
  const light = (color: string) => {
    const [red, green, blue] = paintOf(color).map((part) => {
      const share = part / 255;
      return share <= 0.04045 ? share / 12.92 : ((share + 0.055) / 1.055) ** 2.4;
    }) as [number, number, number];
    return 0.2126 * red + 0.7152 * green + 0.0722 * blue;
  };
  const [high = 1, low = 1] = [light(one), light(other)].toSorted((a, b) => b - a);
  return (high + 0.05) / (low + 0.05);
}

/** The color behind an element. */
function backOf(element: Element | null): string {
  for (let one = element; one; one = one.parentElement) {
    const { backgroundColor } = getComputedStyle(one);
    if (paintOf(backgroundColor)[3] > 200) return backgroundColor;
  }
  return 'Canvas';
}

/** Everything that the Tab key reaches. */
function tabStops(root: ParentNode): HTMLElement[] {
  const all =
    'a[href], button, input, select, textarea, summary, [tabindex], [contenteditable="true"]';
  return [...root.querySelectorAll<HTMLElement>(all)].filter(
    (one) =>
      one.tabIndex >= 0 && !one.matches(':disabled, [inert] *') && isSeen(shownOf(one)) === true,
  );
}

const TOOLS = {
  ...{ isSeen, describe, shownOf, isHit, visibleBox, hiddenBecause },
  ...{ paintOf, contrastOf, backOf, tabStops },
};
export type Tools = typeof TOOLS;

/** @param read self-contained but for the tools, because it is sent to the page as text */
export async function inPage<Result, Given = null>(
  page: Page,
  read: (tools: Tools, given: Given) => Result | Promise<Result>,
  given?: Given,
): Promise<Result> {
  const tools = Object.values(TOOLS).map(String).join('\n');
  const names = Object.keys(TOOLS).join(', ');
  return page.evaluate(
    `(() => { ${tools}\nreturn (${read.toString()})({ ${names} }, ${JSON.stringify(given ?? null)}); })()`,
  );
}
