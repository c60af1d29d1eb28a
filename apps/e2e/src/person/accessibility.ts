/** What axe finds on a page, in either color scheme, once the page is there. */
import AxeBuilder from '@axe-core/playwright';
import { expect, type Page } from '@playwright/test';

/** A line for each, with its element. */
export async function violations(page: Page): Promise<string[]> {
  const { violations: found } = await new AxeBuilder({ page }).analyze();
  return found.flatMap(({ id, nodes }) =>
    nodes.map((node) => `${id}: ${node.html.slice(0, 200)} ${node.failureSummary ?? ''}`),
  );
}

/** Whether the page is light or dark, by the first background color that is there. */
async function brightness(page: Page): Promise<'light' | 'dark'> {
  return page.evaluate(() => {
    const colors = [document.querySelector('main'), document.body, document.documentElement]
      .filter((element) => element !== null)
      .map((element) => getComputedStyle(element).backgroundColor);
    const [red = 255] = colors.find((color) => color !== 'rgba(0, 0, 0, 0)')?.match(/\d+/g) ?? [];
    return Number(red) > 127 ? 'light' : 'dark';
  });
}

/** Waits until nothing is loading: no skeletons or spinners, and fonts are loaded. */
export async function settled(page: Page, heading: string): Promise<void> {
  await expect(page.getByRole('heading', { level: 1, name: heading })).toBeVisible();
  await expect(page.locator('[aria-busy="true"], .kw-skeleton')).toHaveCount(0);
  await page.evaluate(() => document.fonts.ready);
}

/** Waits until everything has the colors of the scheme, also texts whose colors fade. */
export async function showIn(
  page: Page,
  name: string,
  colorScheme: 'light' | 'dark',
): Promise<void> {
  await page.emulateMedia({ colorScheme, reducedMotion: 'reduce' });
  await expect
    .poll(() => brightness(page), { message: `${name} is ${colorScheme}` })
    .toBe(colorScheme);
  await page.evaluate(() =>
    Promise.allSettled(
      document
        .getAnimations()
        .filter((animation) => animation instanceof CSSTransition)
        .map(({ finished }) => finished),
    ),
  );
}
