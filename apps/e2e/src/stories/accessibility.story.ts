/**
 * Every page: no violation found by axe, nothing cut off at 320 pixels, Spanish, and a title.
 * KEYWAY_E2E_PICTURES names a folder for screenshots.
 */
import { join } from 'node:path';
import type { Page } from '@playwright/test';
import { settled, showIn, violations } from '../person/accessibility.ts';
import { cutTexts } from '../person/cutTexts.ts';
import { expect, story } from '../person/story.ts';
import { PLACES, headingOf, prepareScene } from '../person/places.ts';
import type { Scene } from '../person/places.ts';
import { sideways } from '../person/zoom.ts';

/** The narrowest window that is supported. */
const NARROW = { width: 320, height: 740 };
const WIDE = { width: 1440, height: 900 };
let scene: Scene;

story.beforeAll(async () => {
  scene = await prepareScene('Graphic');
});

async function picture(page: Page, name: string): Promise<void> {
  const folder = process.env.KEYWAY_E2E_PICTURES;
  if (folder) await page.screenshot({ path: join(folder, `${name.replaceAll(' ', '-')}.png`) });
}

/** How far the document can be scrolled behind the part of the page that scrolls itself. */
async function behind(page: Page): Promise<number> {
  return page.evaluate(() => {
    const main = document.querySelector('main');
    const { scrollHeight, clientHeight } = document.documentElement;
    return main && getComputedStyle(main).overflowY === 'auto' ? scrollHeight - clientHeight : 0;
  });
}

async function expectAccessible(
  page: Page,
  name: string,
  headings: { en: string; es: string },
  reload: () => Promise<unknown>,
): Promise<void> {
  for (const colorScheme of ['light', 'dark'] as const) {
    await showIn(page, name, colorScheme);
    await settled(page, headings.en);
    await picture(page, `${name} ${colorScheme}`);
    expect(await violations(page), `${name}, ${colorScheme}`).toEqual([]);
  }
  await showIn(page, name, 'light');
  await page.setViewportSize(NARROW);
  await settled(page, headings.en);
  await picture(page, `${name} narrow`);
  await expect
    .poll(() => sideways(page), { message: `${name} scrolls sideways at ${NARROW.width} pixels` })
    .toBe(0);
  // What is read aloud only has a pixel of its own.
  await expect
    .poll(() => behind(page), { message: `${name} scrolls on into nothing` })
    .toBeLessThan(2);
  expect(await violations(page), `${name}, narrow`).toEqual([]);
  await expect.poll(() => cutTexts(page), { message: `${name}, cut off` }).toEqual([]);

  await page.evaluate(() => localStorage.setItem('keyway.locale', 'es'));
  await reload();
  await settled(page, headings.es);
  await expect(page.locator('html')).toHaveAttribute('lang', /^es/);
  await picture(page, `${name} spanish narrow`);
  await expect
    .poll(() => sideways(page), { message: `${name} scrolls sideways in Spanish` })
    .toBe(0);
  await expect.poll(() => cutTexts(page), { message: `${name}, cut off in Spanish` }).toEqual([]);
  await page.setViewportSize(WIDE);
  await picture(page, `${name} spanish`);
}

for (const place of PLACES) {
  story(`${place.name}: accessible, in both languages, on every screen`, async ({ person }) => {
    const page = await person('paula');
    await page.goto(place.path(scene));
    const headings = { en: headingOf(place, scene, 'en'), es: headingOf(place, scene, 'es') };
    await settled(page, headings.en);
    await expect(page).toHaveTitle(place.title(scene));
    const english = await page.getByRole('heading', { level: 2 }).allTextContents();
    await expectAccessible(page, place.name, headings, () => page.reload());
    const spanish = await page.getByRole('heading', { level: 2 }).allTextContents();
    const same = english.filter((text) => spanish.includes(text) && !isName(text));
    expect(same, 'headings that are English in Spanish').toEqual([]);
  });
}

/** Names of products and companies are the same in every language. */
function isName(text: string): boolean {
  return ['Experience Platform', 'Customer Journey Analytics', 'Adobe', 'Azure'].includes(text);
}

story('sign-in: accessible, in both languages, on every screen', async ({ signedOut }) => {
  const page = await signedOut();
  await page.goto('/sign-in');
  await expect(page.getByRole('button', { name: /^Continue with/ })).toBeVisible();
  await expect(page).toHaveTitle('Sign in · Keyway');
  await expectAccessible(page, 'sign-in', { en: 'Keyway', es: 'Keyway' }, () => page.reload());
  await expect(page.getByRole('button', { name: /^Continuar con/ })).toBeVisible();
});

story(
  'approval and history on paper: dark on white, with whole instants, without what only a screen can do',
  async ({ person }) => {
    const page = await person('aud');
    for (const place of PLACES.filter(({ name }) => name === 'approval' || name === 'history')) {
      await page.emulateMedia({ media: 'screen', colorScheme: 'dark' });
      await page.goto(place.path(scene));
      await settled(page, headingOf(place, scene, 'en'));
      await page.emulateMedia({ media: 'print', colorScheme: 'dark' });
      const ink = () =>
        page.evaluate(() =>
          Number(
            /\d+/.exec(getComputedStyle(document.querySelector('h1') ?? document.body).color)?.[0],
          ),
        );
      await expect.poll(ink, { message: `${place.name} is dark on white` }).toBeLessThan(100);
      const instants = await page
        .locator('main time')
        .evaluateAll((all) =>
          all.map((one) => [
            `"${one.getAttribute('datetime')}"`,
            getComputedStyle(one, '::after').content,
          ]),
        );
      expect(instants.length, place.name).toBeGreaterThan(0);
      for (const [instant, printed] of instants) expect(printed).toBe(instant);
      await expect(page.getByRole('navigation')).toHaveCount(0);
      await expect(page.getByRole('button')).toHaveCount(0);
    }
  },
);
