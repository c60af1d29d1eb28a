/**
 * Every state of the console's gallery renders without an error, fits the narrowest screen with
 * all of its texts, rests for people who prefer that, and has no violation that axe can find.
 */
import { mkdirSync } from 'node:fs';
import { join } from 'node:path';
import AxeBuilder from '@axe-core/playwright';
import { expect, test } from '@playwright/test';
import type { Page } from '@playwright/test';
import { cutTexts } from '../person/cutTexts.ts';
import { motions } from '../person/motion.ts';
import { openGallery } from '../product/gallery.ts';
import type { Gallery } from '../product/gallery.ts';

/** One load for each language: a page follows the color scheme and the size of its window. */
const LOCALES = ['en', 'es'] as const;
type Locale = (typeof LOCALES)[number];
const WIDE = { width: 1280, height: 900 };
const NARROW = { width: 320, height: 900 };
/** As many as there are processors on the smallest machine that runs the stories. */
const PAGES = 2;

let gallery: Gallery;

test.beforeAll(async () => {
  gallery = await openGallery();
});
test.afterAll(() => gallery.close());

async function open(page: Page, state: string, locale: Locale): Promise<void> {
  await page.setViewportSize(WIDE);
  await page.emulateMedia({ colorScheme: 'light', reducedMotion: 'reduce' });
  await page.goto(gallery.address(state, locale));
  await expect(page.getByRole('main').first()).toBeAttached();
  if (state.startsWith('dialog-')) await expect(page.getByRole('dialog')).toBeVisible();
  await page.evaluate(() => document.fonts.ready);
}

/** Ends the animations, so that colors are final. */
async function rest(page: Page): Promise<void> {
  await page.evaluate(() => {
    // Ended, not awaited: one that the page replaces meanwhile would never report its end.
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

/** What is wrong with a state, in every appearance. */
async function check(page: Page, state: string, folder: string): Promise<string[]> {
  const problems: string[] = [];
  const shoot = (appearance: string) =>
    page.screenshot({
      path: join(folder, `gallery-${state || 'components'}-${appearance}.png`),
      fullPage: state === '',
    });
  // Again where a state still changes, as a button that begins to wait.
  const expectNone = async (appearance: string, read: (page: Page) => Promise<string[]>) => {
    let found: string[] = [];
    await expect
      .poll(async () => (found = await read(page)))
      .toEqual([])
      .catch(() => undefined);
    problems.push(...found.map((one) => `${state || 'components'}, ${appearance}: ${one}`));
  };
  // Whole pages are opened in both schemes and languages by accessibility.story.ts.
  const isPart = state === '' || state.startsWith('dialog-');
  for (const locale of LOCALES) {
    await open(page, state, locale);
    await expectNone(`${locale}, motion`, motions);
    await rest(page);
    if (locale === 'en') {
      await shoot('light');
      await expectNone('light', violations);
      if (isPart) {
        await page.emulateMedia({ colorScheme: 'dark' });
        await rest(page);
        await shoot('dark');
        await expectNone('dark', violations);
        await page.emulateMedia({ colorScheme: 'light' });
      }
    } else if (isPart) await shoot('spanish');
    await page.setViewportSize(NARROW);
    await rest(page);
    if (locale === 'en') await shoot('narrow');
    await expectNone(`${locale}, narrow`, cutTexts);
    await expectNone(`${locale}, narrow`, async () =>
      page.evaluate(() => {
        const { scrollWidth, clientWidth } = document.documentElement;
        return scrollWidth > clientWidth ? [`is ${scrollWidth} pixels wide`] : [];
      }),
    );
  }
  return problems;
}

test('every state renders, is accessible, rests, and fits', async ({ context }, info) => {
  // Several pictures of each of many states, each read by axe: no time limit says what is wrong.
  test.setTimeout(3_600_000);
  const folder = process.env.KEYWAY_E2E_PICTURES ?? info.outputPath('gallery');
  mkdirSync(folder, { recursive: true });
  const problems: string[] = [];
  context.on('page', (page) => {
    page.on('pageerror', (error) => problems.push(`${page.url()}: ${error.message}`));
    page.on('console', (message) => {
      if (message.type() === 'error') problems.push(`${page.url()}: ${message.text()}`);
    });
  });
  const list = await context.newPage();
  await list.goto(gallery.address(''));
  const links = list.getByRole('list', { name: 'States' }).getByRole('link');
  await expect(links.first()).toBeVisible();
  const states = ['', ...(await links.allTextContents())];
  expect(states.length).toBeGreaterThan(15);
  await list.close();
  const left = states.values();
  await Promise.all(
    Array.from({ length: PAGES }, async () => {
      const page = await context.newPage();
      for (const state of left) problems.push(...(await check(page, state, folder)));
    }),
  );
  expect(problems.join('\n')).toBe('');
});
