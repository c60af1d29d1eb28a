/** What a person does in a page: the presses, by pointer or keyboard, and the fields filled in. */
import type { Page } from '@playwright/test';

export class Effort {
  presses = 0;
  fields = 0;

  /** Counts from now on, also after the page loads again. */
  static async of(page: Page): Promise<Effort> {
    const effort = new Effort();
    await page.exposeFunction('keywayEffort', (kind: 'presses' | 'fields') => {
      effort[kind] += 1;
    });
    await page.addInitScript(count);
    await page.evaluate(count);
    return effort;
  }
}

/** In the page. Counts what the browser itself reports, not what a story says that it does. */
function count(): void {
  const report = (kind: 'presses' | 'fields') =>
    (window as unknown as { keywayEffort: (kind: string) => void }).keywayEffort(kind);
  const filled = new WeakSet<EventTarget>();
  const isText = (target: EventTarget | null) =>
    target instanceof HTMLTextAreaElement ||
    (target instanceof HTMLInputElement && !['checkbox', 'radio'].includes(target.type));
  const options = { capture: true };
  // Not `click`: a label passes it on to its field, and a key that activates makes one too.
  document.addEventListener(
    'pointerdown',
    (event) => event.isTrusted && report('presses'),
    options,
  );
  document.addEventListener(
    'keydown',
    ({ key, target, isTrusted, repeat }) => {
      const activates = key === 'Enter' || (key === ' ' && !isText(target));
      const isLine = key === 'Enter' && target instanceof HTMLTextAreaElement;
      if (isTrusted && !repeat && activates && !isLine) report('presses');
    },
    options,
  );
  document.addEventListener(
    'input',
    ({ target }) => {
      if (!target || !isText(target) || filled.has(target)) return;
      filled.add(target);
      report('fields');
    },
    options,
  );
}
