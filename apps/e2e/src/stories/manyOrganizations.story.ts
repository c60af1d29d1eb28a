/**
 * What an operator of many organizations needs in one view: all steps of the matrix, an approval
 * with its button, whole names of steps, a tooltip that covers no other row, and every page.
 */
import { expect, test } from '@playwright/test';
import type { Page } from '@playwright/test';
import { openGallery } from '../product/gallery.ts';
import type { Gallery } from '../product/gallery.ts';

/** That of a page, and a narrow one of the grid. */
const SCROLL_BARS = 15 + 11;
const LOCALES = ['en', 'es'] as const;
let gallery: Gallery;

test.beforeAll(async () => {
  gallery = await openGallery();
});
test.afterAll(() => gallery.close());

interface Shown {
  state: string;
  width: number;
  locale?: (typeof LOCALES)[number];
}

async function open(page: Page, { state, width, locale = 'en' }: Shown): Promise<void> {
  await page.setViewportSize({ width, height: 900 });
  await page.emulateMedia({ reducedMotion: 'reduce' });
  await page.goto(gallery.address(state, locale));
  await expect(page.getByRole('main')).toBeAttached();
  await page.evaluate(() => document.fonts.ready);
}

for (const locale of LOCALES)
  test(`on 1440 pixels, the matrix shows its last step (${locale})`, async ({ page }) => {
    for (const state of ['portfolio-many', 'portfolio-owned']) {
      await open(page, { state, width: 1440, locale });
      const grid = page.getByRole('grid');
      const last = grid.getByRole('columnheader').last();
      await expect(last).toHaveText(/Confirm/);
      const widths = await grid.evaluate((node) => [node.scrollWidth, node.clientWidth]);
      expect(widths[0]).toBe(widths[1]);
      // Beside the scroll bars of the page and of the grid, which this browser doesn't show.
      await page.setViewportSize({ width: 1440 - SCROLL_BARS, height: 900 });
      await expect.poll(() => grid.evaluate((node) => node.scrollWidth - node.clientWidth)).toBe(0);
    }
  });

test('on 1024 pixels, approvals stay within the page', async ({ page }) => {
  for (const locale of LOCALES) {
    await open(page, { state: 'approvals', width: 1024, locale });
    const table = page.getByRole('table');
    await expect(table.getByRole('row')).toHaveCount(13);
    const main = (await page.getByRole('main').boundingBox())!;
    const { x, width } = (await table.boundingBox())!;
    // The margin of every page.
    expect(x + width).toBeLessThanOrEqual(main.x + main.width - 24);
  }
});

test('on 1024 pixels, no name of a step breaks within a word', async ({ page }) => {
  await open(page, { state: 'run-spanish', width: 1024, locale: 'es' });
  const names = page.locator('.kw-step-name > :last-child');
  await expect(names.filter({ hasText: 'Consentimiento' })).toHaveCount(2);
  const broken = await names.evaluateAll((nodes) =>
    nodes.flatMap((node) => {
      const text = node.firstChild as Text;
      return [...text.data.matchAll(/\S+/g)].flatMap(({ 0: word, index }) => {
        const range = document.createRange();
        range.setStart(text, index);
        range.setEnd(text, index + word.length);
        const lines = new Set([...range.getClientRects()].map(({ top }) => Math.round(top)));
        return lines.size > 1 ? [word] : [];
      });
    }),
  );
  expect(broken).toEqual([]);
});

test('the tooltip of a cell covers no other row', async ({ page }) => {
  for (const width of [1440, 1024]) {
    await open(page, { state: 'portfolio-many', width });
    const rows = page.getByRole('grid').getByRole('row');
    for (const name of [/Customer 4$/, /AEP, Key: /]) {
      const row = rows.filter({ hasText: 'Customer 4' }).first();
      const cell = row.getByRole(name.source.startsWith('AEP') ? 'gridcell' : 'rowheader', {
        name,
      });
      await cell.hover();
      const tip = page.getByRole('tooltip');
      await expect(tip).toContainText('Blocked for 3 days');
      const [ofTip, ofRow] = [(await tip.boundingBox())!, (await row.boundingBox())!];
      expect(Math.round(ofTip.y)).toBeGreaterThanOrEqual(Math.round(ofRow.y));
      expect(Math.round(ofTip.y + ofTip.height)).toBeLessThanOrEqual(
        Math.round(ofRow.y + ofRow.height),
      );
      await page.keyboard.press('Escape');
      await expect(tip).toBeHidden();
    }
  }
});

test('on 390 pixels, the bar leads to every page', async ({ page }) => {
  await open(page, { state: 'portfolio-many', width: 390 });
  const bar = page.getByRole('navigation', { name: 'Main' });
  await expect(bar.getByRole('link', { name: 'Insights' })).toBeHidden();
  await bar.getByRole('button', { name: 'More' }).click();
  const choices = page.getByRole('menuitem');
  await expect(choices).toHaveText(['Insights', 'Bulk jobs', 'Settings']);
  for (const choice of await choices.all()) {
    const { x, width } = (await choice.boundingBox())!;
    expect(width).toBeGreaterThan(60);
    expect(x + width).toBeLessThanOrEqual(390);
  }
  await choices.filter({ hasText: 'Insights' }).click();
  await expect(page.getByRole('heading', { name: 'Insights', exact: true })).toBeVisible();
});

test('a page is a button where one can act there, and else a link', async ({ page }) => {
  const appearanceOf = (name: RegExp | string, role: 'link' | 'button') =>
    page
      .getByRole('article')
      .getByRole(role, { name })
      .evaluate((node) => {
        const { backgroundColor, textDecorationLine } = getComputedStyle(node);
        return { isFilled: backgroundColor !== 'rgba(0, 0, 0, 0)', line: textDecorationLine };
      });
  await open(page, { state: 'run-approver', width: 1440 });
  expect(await appearanceOf('Open submission', 'link')).toEqual({
    isFilled: false,
    line: 'underline',
  });
  await open(page, { state: 'run-approved', width: 1440 });
  expect(await appearanceOf('Open submission', 'link')).toEqual({ isFilled: true, line: 'none' });
  // No fainter than what is beside it.
  const handOff = await appearanceOf('Hand off…', 'button');
  expect(handOff).toEqual(await appearanceOf('Check now', 'button'));
  expect(handOff.isFilled).toBe(true);
});
