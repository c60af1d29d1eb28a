/** The head of a run keeps its height while the time of its last change is counted. */
import { expect, test } from '@playwright/test';
import { openGallery } from '../product/gallery.ts';
import type { Gallery } from '../product/gallery.ts';

/** When the run of the gallery changed. */
const UPDATED_AT = Date.parse('2026-11-25T12:00:00.000Z');
/** Texts of different lengths: seconds, minutes. */
const SECONDS_AFTER = [0, 5, 55, 60, 660];
const WIDTHS = Array.from({ length: 14 }, (_, step) => 320 + step * 30);

let gallery: Gallery;
test.beforeAll(async () => {
  gallery = await openGallery();
});
test.afterAll(() => gallery.close());

for (const [locale, label] of [
  ['en', /^Updated/],
  ['es', /^Actualizado/],
] as const)
  test(`the head of a run stays as high as it is, in ${locale}`, async ({ page }) => {
    const ends: number[][] = [];
    const texts = new Set<string>();
    for (const seconds of SECONDS_AFTER) {
      await page.clock.setFixedTime(UPDATED_AT + seconds * 1000);
      await page.goto(gallery.address('run-blocked', locale));
      const updated = page.getByText(label).first();
      await expect(updated).toBeVisible();
      await page.evaluate(() => document.fonts.ready);
      texts.add(await updated.innerText());
      const found: number[] = [];
      for (const width of WIDTHS) {
        await page.setViewportSize({ width, height: 900 });
        const box = (await updated.boundingBox())!;
        found.push(Math.round(box.y + box.height));
      }
      ends.push(found);
    }
    expect(texts.size).toBe(SECONDS_AFTER.length);
    for (const found of ends) expect(found).toEqual(ends[0]);
  });
