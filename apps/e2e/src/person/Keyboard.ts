/** A person without a pointer: counts the presses of Tab, and sees each stop on the way. */
import { expect } from '@playwright/test';
import type { Locator, Page } from '@playwright/test';
import { readFocus } from './focus.ts';

/** A page on which this many presses lead nowhere has lost its order. */
const LOST_AFTER = 80;

export class Keyboard {
  readonly page: Page;
  /** Why a stop was not seen. */
  readonly problems: string[] = [];
  /** The presses of Tab on the way to each control, in order. */
  readonly ways: { to: string; page: string; tabs: number }[] = [];

  /** How long what is still moving may take to come into sight; by default, as long as anything. */
  readonly #sight: { timeout?: number };

  constructor(page: Page, sight: { timeout?: number } = {}) {
    this.page = page;
    this.#sight = sight;
  }

  get tabs(): number {
    return this.ways.reduce((sum, { tabs }) => sum + tabs, 0);
  }

  /** The ways as a table, the longest first. */
  get report(): string {
    return this.ways
      .toSorted((a, b) => b.tabs - a.tabs)
      .map(({ tabs, to, page }) => `${String(tabs).padStart(3)} ${to} (${page})`)
      .join('\n');
  }

  /** Presses Tab until this has the focus. Every stop must be seen. */
  async tabTo(target: Locator, { back = false } = {}): Promise<void> {
    // The skip link is out of sight before it has the focus.
    await expect(target).toBeAttached();
    const stops: string[] = [];
    let tabs = 0;
    while (!(await this.#isAt(target))) {
      if (tabs === LOST_AFTER)
        throw new Error(`${target} is not reached by Tab:\n${stops.join('\n')}`);
      await this.page.keyboard.press(back ? 'Shift+Tab' : 'Tab');
      tabs += 1;
      stops.push(await this.expectSeen());
      if (stops.at(-1) === 'nothing') tabs = LOST_AFTER;
    }
    const page = new URL(this.page.url()).pathname.replaceAll(/[0-9a-f-]{36}|[^/]{30,}/g, '…');
    this.ways.push({ to: String(target), page, tabs });
  }

  /** Moves there and presses Enter, as for a link or a button. */
  async press(target: Locator, way: { back?: boolean } = {}): Promise<void> {
    await this.tabTo(target, way);
    await expect(target).toBeEnabled();
    await this.page.keyboard.press('Enter');
  }

  /** Moves to a field and types; what is there already is selected by Tab and replaced. */
  async type(target: Locator, text: string): Promise<void> {
    await this.tabTo(target);
    await this.page.keyboard.press('ControlOrMeta+A');
    await this.page.keyboard.type(text);
    await expect(target).toHaveValue(text);
  }

  /** Moves by the key of a list: an arrow among choices, `j` among rows. */
  async moveTo(target: Locator, key: 'ArrowDown' | 'j'): Promise<void> {
    await expect(target).toBeVisible();
    for (let presses = 0; !(await this.#isAt(target)); presses += 1) {
      if (presses === LOST_AFTER) throw new Error(`${target} is not reached by ${key}`);
      await this.page.keyboard.press(key);
    }
    await this.expectSeen();
  }

  /** Keys without Tab: shortcuts, arrows. */
  async keys(...keys: string[]): Promise<void> {
    for (const key of keys) await this.page.keyboard.press(key);
  }

  /** Notes what keeps the focus from being seen, and returns where it is. */
  async expectSeen(): Promise<string> {
    let focus = await readFocus(this.page);
    // What is still moving may come into sight.
    await expect
      .poll(async () => (focus = await readFocus(this.page)).problems, this.#sight)
      .toEqual([])
      .catch(() => undefined);
    const { pathname } = new URL(this.page.url());
    this.problems.push(...focus.problems.map((one) => `${focus.name}: ${one} on ${pathname}`));
    return focus.name;
  }

  async #isAt(target: Locator): Promise<boolean> {
    return target.evaluate((element) => element === document.activeElement);
  }
}
