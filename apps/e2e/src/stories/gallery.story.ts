/**
 * Every state of the console's gallery renders without an error, fits a narrow screen, and has no
 * violation that axe can find. Screenshots are kept, in KEYWAY_E2E_PICTURES if it is set.
 */
import { spawnSync } from 'node:child_process';
import { mkdirSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import AxeBuilder from '@axe-core/playwright';
import { expect, test } from '@playwright/test';
import type { Page } from '@playwright/test';

const root = fileURLToPath(new URL('../../../..', import.meta.url));
/** Nothing listens there: its files are read from the build. */
const ORIGIN = 'http://gallery.localhost';
/** The first three need one load: a page follows the color scheme and the size of its window. */
const APPEARANCES = [
  { name: 'light', colorScheme: 'light', width: 1280, locale: 'en' },
  { name: 'dark', colorScheme: 'dark', width: 1280, locale: 'en' },
  { name: 'narrow', colorScheme: 'light', width: 390, locale: 'en' },
  { name: 'spanish', colorScheme: 'light', width: 1280, locale: 'es' },
] as const;

test.beforeAll(() => {
  const vite = join(root, 'node_modules/vite/bin/vite.js');
  const { status, stderr } = spawnSync(
    process.execPath,
    [vite, 'build', '--config', 'vite.gallery.config.ts', '--logLevel', 'error'],
    { cwd: join(root, 'apps/console'), encoding: 'utf8' },
  );
  expect(status, stderr).toBe(0);
});

test.beforeEach(async ({ page }) => {
  await page.route(`${ORIGIN}/**`, (route) =>
    route.fulfill({ path: join(root, 'out/gallery', new URL(route.request().url()).pathname) }),
  );
});

async function open(page: Page, state: string, locale: string): Promise<void> {
  await page.goto(`${ORIGIN}/gallery.html?state=${state}&locale=${locale}&theme=system`);
  await expect(page.getByRole('main').first()).toBeAttached();
  if (state.startsWith('dialog-')) await expect(page.getByRole('dialog')).toBeVisible();
  await page.evaluate(() => document.fonts.ready);
}

/** Applies the appearance and ends its animations. */
async function show(page: Page, { width, colorScheme }: (typeof APPEARANCES)[number]) {
  await page.setViewportSize({ width, height: 900 });
  await page.emulateMedia({ colorScheme, reducedMotion: 'reduce' });
  // Ended, not awaited: one that the page replaces meanwhile would never report its end.
  await page.evaluate(() => {
    for (const animation of document.getAnimations())
      if (animation.effect?.getComputedTiming().iterations !== Number.POSITIVE_INFINITY)
        animation.finish();
  });
}

async function violations(page: Page): Promise<string[]> {
  const { violations: found } = await new AxeBuilder({ page })
    // Without a second page for the report, which only pages with foreign frames need.
    .setLegacyMode()
    // Component states have no page around them, whose headings and landmarks these are about.
    .disableRules(['region', 'heading-order', 'page-has-heading-one', 'landmark-one-main'])
    .analyze();
  return found.flatMap(({ id, nodes }) => nodes.map((node) => `${id}: ${node.html.slice(0, 160)}`));
}

test('every state renders, is accessible and fits', async ({ page }, info) => {
  // Several pictures of each of many states, each read by axe: no time limit says what is wrong.
  test.setTimeout(3_600_000);
  const folder = process.env.KEYWAY_E2E_PICTURES ?? info.outputPath('gallery');
  mkdirSync(folder, { recursive: true });
  const errors: string[] = [];
  page.on('pageerror', (error) => errors.push(error.message));
  page.on('console', (message) => {
    if (message.type() === 'error') errors.push(message.text());
  });
  await page.goto(`${ORIGIN}/gallery.html`);
  const links = page.getByRole('list', { name: 'States' }).getByRole('link');
  await expect(links.first()).toBeVisible();
  const states = ['', ...(await links.allTextContents())];
  expect(states.length).toBeGreaterThan(15);
  for (const state of states) {
    // Whole pages are opened in both schemes and languages by accessibility.story.ts.
    const isPage = state !== '' && !state.startsWith('dialog-');
    let shownLocale = '';
    for (const appearance of APPEARANCES) {
      if (isPage && (appearance.name === 'dark' || appearance.name === 'spanish')) continue;
      const name = `gallery-${state || 'components'}-${appearance.name}`;
      if (appearance.locale !== shownLocale) await open(page, state, appearance.locale);
      shownLocale = appearance.locale;
      await show(page, appearance);
      await page.screenshot({ path: join(folder, `${name}.png`), fullPage: state === '' });
      expect(errors, name).toEqual([]);
      if (appearance.name === 'light' || appearance.name === 'dark')
        // Again where a state still changes, as a button that begins to wait.
        await expect.poll(() => violations(page), { message: name }).toEqual([]);
      if (appearance.name === 'narrow')
        expect(
          await page.evaluate(
            () => document.documentElement.scrollWidth - document.documentElement.clientWidth,
          ),
          name,
        ).toBeLessThanOrEqual(0);
    }
  }
});
