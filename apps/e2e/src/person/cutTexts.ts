/** Texts of which a part is cut off, and cannot be read in another way. */
import type { Page } from '@playwright/test';
import { inPage } from './inPage.ts';
import type { Tools } from './inPage.ts';

function read({ isSeen, describe }: Tools): string[] {
  const isHiding = (overflow: string) => overflow === 'hidden' || overflow === 'clip';
  const isScrolling = (overflow: string) => overflow === 'auto' || overflow === 'scroll';
  /** The element that cuts this text, if any: what scrolls shows all of it. */
  const cutBy = (text: Text): Element | null => {
    const range = document.createRange();
    range.selectNodeContents(text);
    const box = range.getBoundingClientRect();
    let [across, down] = [true, true];
    let position = 'static';
    for (let one = text.parentElement; one; one = one.parentElement) {
      const style = getComputedStyle(one);
      // What is placed elsewhere is not cut by what it does not belong to.
      const isAround = position !== 'absolute' || style.position !== 'static';
      const edge = one.getBoundingClientRect();
      if (isAround && one !== document.documentElement && one !== document.body) {
        const isWide = box.right > edge.right + 1.5 || box.left < edge.left - 1.5;
        const isHigh = box.bottom > edge.bottom + 3 || box.top < edge.top - 3;
        if (across && isHiding(style.overflowX) && isWide) return one;
        if (down && isHiding(style.overflowY) && isHigh) return one;
        across &&= !isScrolling(style.overflowX);
        down &&= !isScrolling(style.overflowY);
      }
      if (style.position === 'fixed') break;
      if (isAround && style.position !== 'relative') position = style.position;
      else if (isAround) position = 'static';
    }
    const page = document.documentElement;
    return across && (box.right > page.clientWidth + 1.5 || box.left < -1.5) ? page : null;
  };
  const plain = (text: string | null | undefined) => (text ?? '').replaceAll(/\s+/g, ' ').trim();
  /** Whether all of it is in a name or a tooltip of something that takes the focus. */
  const isElsewhere = (element: Element, text: string) => {
    const focusable = element.closest<HTMLElement>(
      'a[href], button, summary, [tabindex="0"], [tabindex="-1"][data-page-heading]',
    );
    for (let one: Element | null = element; one && focusable; one = one.parentElement) {
      const names = [one.getAttribute('title'), one.getAttribute('aria-label')];
      if (names.some((name) => plain(name).includes(text))) return true;
      if (one === focusable) break;
    }
    // An identifier that is shortened in its middle stands beside a button that copies it.
    const identifier = element.closest('.kw-truncated');
    return Boolean(identifier?.closest('code')?.parentElement?.querySelector('button'));
  };
  const cut: string[] = [];
  const texts = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT);
  for (let node = texts.nextNode(); node; node = texts.nextNode()) {
    const parent = node.parentElement;
    if (
      !parent ||
      plain(node.textContent) === '' ||
      parent.matches('script, style, title, desc, textarea')
    )
      continue;
    if (!isSeen(parent)) continue;
    const by = cutBy(node as Text);
    if (
      by &&
      !isElsewhere(
        parent,
        plain(by === document.documentElement ? node.textContent : by.textContent),
      )
    )
      cut.push(`"${plain(node.textContent).slice(0, 100)}" in ${describe(by)}`);
  }
  // A field scrolls what was typed, and not what it proposes.
  for (const field of document.querySelectorAll<HTMLInputElement>('input[placeholder]')) {
    if (field.value !== '' || !isSeen(field)) continue;
    const style = getComputedStyle(field);
    const context = document.createElement('canvas').getContext('2d');
    if (!context) continue;
    context.font = style.font;
    const space =
      field.clientWidth - parseFloat(style.paddingLeft) - parseFloat(style.paddingRight);
    if (context.measureText(field.placeholder).width > space + 1)
      cut.push(`placeholder "${field.placeholder}" in ${describe(field)}`);
  }
  // Pictures shorten their texts themselves.
  for (const text of document.querySelectorAll('svg text'))
    if (/…$/.test(plain(text.firstChild?.textContent)) && !text.querySelector('title'))
      cut.push(`"${plain(text.textContent)}" in a picture`);
  return [...new Set(cut)];
}

/** A line for each text that is cut off. */
export const cutTexts = (page: Page): Promise<string[]> => inPage(page, read);
