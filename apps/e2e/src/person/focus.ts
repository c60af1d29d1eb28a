/** What has the focus, and what keeps a person from seeing it. */
import type { Page } from '@playwright/test';
import { inPage } from './inPage.ts';
import type { Tools } from './inPage.ts';

export interface Focus {
  /** Such as `button "Save"`; "nothing" where the focus is lost. */
  name: string;
  /** Why a person cannot see where the focus is. */
  problems: string[];
}

function read(tools: Tools): Focus {
  const { describe, shownOf, hiddenBecause, paintOf, contrastOf, backOf } = tools;
  const focused = document.activeElement;
  const name = describe(focused);
  if (!focused || focused === document.body) return { name, problems: ['lost'] };
  const shown = shownOf(focused);
  const problems: string[] = [];

  // WCAG 2.4.11, and more: what has the focus is in sight, and not below a bar that sticks.
  const hidden = hiddenBecause(shown);
  if (hidden) problems.push(hidden);

  // WCAG 2.4.7 and 1.4.11: something is drawn around it, and differs from what is behind it.
  // Inside of a field for a date the browser marks the part itself.
  const isMarked = focused.matches('input[type="date"], input[type="datetime-local"]');
  if (isMarked || focused.matches('[tabindex="-1"]')) return { name, problems };
  const inLabel = shown === focused ? [] : [...shown.querySelectorAll('*')];
  const field = focused.closest('[role="group"], [role="presentation"], label, span, div');
  const isField = focused.matches(
    'input, textarea, select, [role="spinbutton"], [contenteditable]',
  );
  const around = isField && field ? [field, field.parentElement ?? field] : [];
  const isRing = (element: Element, pseudo?: string) => {
    const style = getComputedStyle(element, pseudo);
    const back = backOf(element.parentElement);
    const drawn = (color: string, size: number) =>
      size >= 1 && paintOf(color)[3] > 100 && contrastOf(color, back) >= 3;
    if (style.outlineStyle !== 'none' && drawn(style.outlineColor, parseFloat(style.outlineWidth)))
      return true;
    const shadow = /^(.+\)) 0px 0px 0px ([\d.]+)px/.exec(style.boxShadow);
    if (shadow && drawn(shadow[1] ?? '', Number(shadow[2]))) return true;
    // A field's own frame, in the color of the text.
    return isField && drawn(style.borderTopColor, parseFloat(style.borderTopWidth) - 1);
  };
  const marks = [focused, shown, ...inLabel, ...around].some(
    (one) => isRing(one) || isRing(one, '::before') || isRing(one, '::after'),
  );
  if (!marks) problems.push('no visible focus');
  return { name, problems };
}

/** Waits for nothing: what moves below the focus is asked again by the caller. */
export const readFocus = (page: Page): Promise<Focus> => inPage(page, read);

async function readUnreachable(tools: Tools): Promise<string[]> {
  const { describe, shownOf, hiddenBecause, tabStops } = tools;
  const found: string[] = [];
  for (const one of tabStops(document)) {
    one.focus();
    // What appears with the focus is there once its transition has ended.
    if (hiddenBecause(shownOf(one)))
      for (const animation of document.getAnimations())
        if (animation instanceof CSSTransition) animation.finish();
    // What follows from the focus may take it elsewhere, as a dialog does.
    const hidden = document.activeElement === one ? hiddenBecause(shownOf(one)) : null;
    if (hidden) found.push(`${describe(one)}: ${hidden}`);
  }
  return found;
}

/** A line for each control that is not in sight when it has the focus. */
export const unreachable = (page: Page): Promise<string[]> => inPage(page, readUnreachable);
