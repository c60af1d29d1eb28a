/**
 * `npm run screenshots`: takes the screenshots of the README from a running demo (`npm start`), in
 * light and dark. `KEYWAY_URL` names another address than http://localhost:4000.
 */
import { mkdirSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { chromium, type Page } from '@playwright/test';
import { findChromium } from './test/chromium.ts';

const url = process.env.KEYWAY_URL ?? 'http://localhost:4000';
const folder = fileURLToPath(new URL('../docs/images/', import.meta.url));
/** Each screenshot's page, by what a person would open on the portfolio. */
const screenshots: Record<string, (page: Page) => Promise<void>> = {
  portfolio: async () => undefined,
  run: async (page) => {
    await page.getByRole('link', { name: 'Adventure Works' }).first().click();
    await page.waitForURL(/\/runs\//);
    // The link may lead to a part of the run, such as its approval.
    await page.goto(new URL(page.url()).pathname.split('/').slice(0, 3).join('/'));
    await page.getByRole('region', { name: 'Experience Platform' }).waitFor();
  },
};

const found = findChromium((line) => process.stdout.write(`${line}\n`));
if ('missing' in found) throw new Error(found.missing);
const browser = await chromium.launch({
  executablePath: found.path,
  args: [
    ...(process.getuid?.() === 0 ? ['--no-sandbox'] : []),
    '--host-resolver-rules=MAP * ~NOTFOUND, EXCLUDE localhost, EXCLUDE 127.0.0.1',
  ],
});
mkdirSync(folder, { recursive: true });
for (const colorScheme of ['light', 'dark'] as const) {
  const context = await browser.newContext({
    baseURL: url,
    colorScheme,
    reducedMotion: 'reduce',
    locale: 'en-US',
    // Wide enough for all columns of the matrix.
    viewport: { width: 1480, height: 900 },
  });
  const page = await context.newPage();
  await page.goto('/');
  await page.getByRole('button', { name: /^Continue with/ }).click();
  await page.getByRole('button', { name: /Paula/ }).click();
  for (const [name, open] of Object.entries(screenshots)) {
    await page.goto('/');
    await page.getByRole('heading', { level: 1 }).waitFor();
    await open(page);
    await page.waitForLoadState('networkidle').catch(() => undefined);
    await page.evaluate(() => document.fonts.ready);
    await page.screenshot({ path: join(folder, `${name}-${colorScheme}.png`) });
  }
  await context.close();
}
await browser.close();
