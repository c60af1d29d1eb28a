/** What nobody can distinguish with forced colors, where the browser draws no backgrounds. */
import type { Page } from '@playwright/test';
import { inPage } from './inPage.ts';
import type { Tools } from './inPage.ts';

/** What only its background makes a shape, in the page's own colors. */
const DRAWN = 'data-story-drawn';

function mark({ isSeen, backOf, contrastOf, paintOf }: Tools, attribute: string): void {
  const isDrawn = (element: Element, pseudo?: string) => {
    const { backgroundColor, content } = getComputedStyle(element, pseudo);
    if (pseudo && (content === 'none' || content === 'normal')) return false;
    const behind = backOf(pseudo ? element : element.parentElement);
    return paintOf(backgroundColor)[3] > 100 && contrastOf(backgroundColor, behind) > 1.15;
  };
  const main = document.querySelector('main') ?? document.body;
  for (const element of main.querySelectorAll('*')) {
    if (!(element instanceof HTMLElement) || !isSeen(element)) continue;
    const isControl = element.matches('button, a[href], [role="button"], [role="tab"]');
    const isBar = element.childNodes.length === 0 && element.offsetWidth * element.offsetHeight > 1;
    if ((isControl || isBar) && isDrawn(element)) element.setAttribute(attribute, '');
  }
}

/** To call before colors are forced. */
export const markDrawn = (page: Page): Promise<void> => inPage(page, mark, DRAWN);

function read(tools: Tools, attribute: string): string[] {
  const { isSeen, describe, paintOf, contrastOf, backOf } = tools;
  const probe = document.body.appendChild(document.createElement('i'));
  probe.style.forcedColorAdjust = 'none';
  // Otherwise each color is that of the transition's start.
  probe.style.transitionProperty = 'none';
  const names =
    'Canvas CanvasText LinkText VisitedText ActiveText ButtonFace ButtonText ButtonBorder Field ' +
    'FieldText Highlight HighlightText SelectedItem SelectedItemText Mark MarkText GrayText ' +
    'AccentColor AccentColorText';
  const system = names.split(' ').map((name) => {
    probe.style.color = name;
    return paintOf(getComputedStyle(probe).color).join();
  });
  probe.remove();
  const found: string[] = [];
  const svgs = [...document.querySelectorAll('svg')].filter((one) => isSeen(one));
  for (const svg of svgs) {
    const back = backOf(svg.parentElement);
    const shapes = [...svg.querySelectorAll('path, circle, rect, line, polygon, ellipse, text')];
    const paints = shapes.flatMap((shape) => {
      const { fill, stroke, strokeWidth, display } = getComputedStyle(shape);
      if (display === 'none' || shape.closest('defs, clipPath, mask')) return [];
      return [fill, parseFloat(strokeWidth) > 0 ? stroke : 'none'];
    });
    const drawn = paints.filter((paint) => !paint.startsWith('url') && paint !== 'none');
    const seen = drawn.filter((paint) => paintOf(paint)[3] > 100);
    for (const paint of new Set(seen))
      if (!system.includes(paintOf(paint).join()))
        found.push(`${paint} in a picture of ${describe(svg.parentElement)}`);
    if (drawn.length > 0 && !seen.some((paint) => contrastOf(paint, back) >= 3))
      found.push(`nothing is seen of the picture of ${describe(svg.parentElement)}`);
  }
  const edges = ['Top', 'Right', 'Bottom', 'Left'] as const;
  /** Its edges that are drawn, and its background. */
  const drawingOf = (element: Element, pseudo?: string): string[] => {
    const style = getComputedStyle(element, pseudo);
    if (pseudo && (style.content === 'none' || style.content === 'normal')) return [];
    const back = backOf(element.parentElement);
    const isEdge = (kind: string, width: string, color: string) =>
      kind !== 'none' && parseFloat(width) >= 1 && contrastOf(color, back) >= 3;
    const borders = edges.flatMap((edge) => {
      const [kind, width] = [style[`border${edge}Style`], style[`border${edge}Width`]];
      const color = style[`border${edge}Color`];
      return isEdge(kind, width, color) ? [`${edge} ${width} ${color}`] : [];
    });
    const outline = isEdge(style.outlineStyle, style.outlineWidth, style.outlineColor);
    const isFilled = contrastOf(style.backgroundColor, back) >= 1.5;
    return [
      ...borders,
      ...(outline ? [`outline ${style.outlineColor}`] : []),
      ...(isFilled && paintOf(style.backgroundColor)[3] > 100 ? [style.backgroundColor] : []),
    ];
  };
  for (const element of document.querySelectorAll(`[${attribute}]`))
    if (
      isSeen(element) &&
      [undefined, '::before', '::after'].every((one) => drawingOf(element, one).length === 0)
    )
      found.push(`only its background makes ${describe(element)}`);

  /** The line below a text, which a box of its own inside a line does not inherit. */
  const lineOf = (element: Element, root: Element): string => {
    for (let one: Element | null = element; one && root.contains(one); one = one.parentElement) {
      const { textDecorationLine, display } = getComputedStyle(one);
      if (textDecorationLine !== 'none') return textDecorationLine;
      if (display.startsWith('inline-')) return 'none';
    }
    return 'none';
  };
  const signOf = (root: Element): string =>
    [root, ...root.querySelectorAll('*')]
      .flatMap((one) => {
        const pseudos = [undefined, '::before', '::after'] as const;
        const drawn = pseudos.flatMap((pseudo) => drawingOf(one, pseudo));
        return [...drawn, getComputedStyle(one).color, lineOf(one, root)];
      })
      .filter((sign, place, all) => all.indexOf(sign) === place)
      .toSorted()
      .join();
  for (const name of ['aria-current', 'aria-selected', 'aria-pressed', 'aria-checked']) {
    for (const chosen of document.querySelectorAll(`[${name}]:not([${name}="false"])`)) {
      const group = chosen.closest('ul, ol, nav, [role="tablist"], [role="radiogroup"], tbody');
      const peer = [...(group?.querySelectorAll(chosen.tagName) ?? [])].find(
        (one) => (one.getAttribute(name) ?? 'false') === 'false' && isSeen(one),
      );
      if (peer && isSeen(chosen) && signOf(peer) === signOf(chosen))
        found.push(`${name} is not seen at ${describe(chosen)}`);
    }
  }
  return [...new Set(found)];
}

/** A line for each thing that is not seen, or not distinguished from another. */
export const unseenInForcedColors = (page: Page): Promise<string[]> => inPage(page, read, DRAWN);
