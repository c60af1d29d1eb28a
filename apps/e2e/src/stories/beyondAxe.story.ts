/**
 * Every page, where axe finds nothing: the size of targets, magnification, forced colors and
 * reduced motion. KEYWAY_E2E_PICTURES names a folder for screenshots.
 */
import { join } from 'node:path';
import type { Page } from '@playwright/test';
import { settled } from '../person/accessibility.ts';
import { readFocus, unreachable } from '../person/focus.ts';
import { markDrawn, unseenInForcedColors } from '../person/forcedColors.ts';
import { Keyboard } from '../person/Keyboard.ts';
import { motions } from '../person/motion.ts';
import { PLACES, headingOf, prepareScene } from '../person/places.ts';
import type { Place, Scene } from '../person/places.ts';
import { expect, story, type Visitors } from '../person/story.ts';
import { createHandOff } from '../product/handOffs.ts';
import { smallTargets } from '../person/targets.ts';
import { sideways, stayingShare } from '../person/zoom.ts';

/** A window of 1280 by 1024 at 200 % and at 400 % (WCAG 1.4.4 and 1.4.10). */
const MAGNIFIED = [
  { width: 640, height: 512 },
  { width: 640, height: 400 },
  { width: 320, height: 256 },
];
const WIDE = { width: 1440, height: 900 };
const PHONE = { width: 320, height: 740 };
/** Enough to pass the frame of the page and its first controls. */
const FIRST_STOPS = 24;

let scene: Scene;

story.beforeAll(async () => {
  scene = await prepareScene('Beyond');
  handOffPath = await createHandOff(scene.blocked);
});

const COMPACT: Place = {
  name: 'compact portfolio',
  path: () => '/?density=compact',
  title: () => 'Portfolio · Keyway',
  heading: { en: 'Portfolio', es: 'Cartera' },
};
let handOffPath = '';
/** The pages of whoever has not signed in. */
const PUBLIC: readonly Place[] = [
  {
    name: 'sign-in',
    path: () => '/sign-in',
    title: () => 'Keyway',
    heading: { en: 'Keyway', es: 'Keyway' },
  },
  {
    name: 'hand-off',
    path: () => handOffPath,
    title: () => 'Keyway',
  },
];

interface Visit {
  page: Page;
  places: readonly Place[];
}

/** All pages, each by somebody who sees it. */
async function visits({ person, signedOut }: Visitors): Promise<Visit[]> {
  const options = { reducedMotion: 'reduce' } as const;
  return [
    { page: await person('paula', options), places: [...PLACES, COMPACT] },
    { page: await signedOut(options), places: PUBLIC },
  ];
}

async function open(page: Page, place: Place): Promise<void> {
  await page.goto(place.path(scene));
  await settled(page, headingOf(place, scene, 'en'));
}

async function picture(page: Page, name: string): Promise<void> {
  const folder = process.env.KEYWAY_E2E_PICTURES;
  if (folder) await page.screenshot({ path: join(folder, `${name.replaceAll(' ', '-')}.png`) });
}

story('targets are large enough, or have space around them', async ({ person, signedOut }) => {
  for (const { page, places } of await visits({ person, signedOut }))
    for (const place of places)
      for (const size of [WIDE, PHONE]) {
        await page.setViewportSize(size);
        await open(page, place);
        expect.soft(await smallTargets(page), `${place.name}, ${size.width} pixels`).toEqual([]);
      }
});

story(
  'a magnified page scrolls in one direction, and keeps its controls',
  async ({ person, signedOut }) => {
    for (const { page, places } of await visits({ person, signedOut }))
      for (const place of places)
        for (const size of MAGNIFIED) {
          const name = `${place.name}, ${size.width} by ${size.height}`;
          await page.setViewportSize(size);
          await open(page, place);
          await picture(page, `zoom ${place.name} ${size.width}`);
          expect.soft(await sideways(page), `${name}: scrolls sideways`).toBe(0);
          expect.soft(await stayingShare(page), `${name}: what stays`).toBeLessThanOrEqual(0.5);
          expect.soft(await unreachable(page), name).toEqual([]);
        }
  },
);

async function expectDistinguished(
  { page, places }: Visit,
  colorScheme: 'light' | 'dark',
): Promise<void> {
  for (const place of places) {
    await page.emulateMedia({ colorScheme, forcedColors: 'none' });
    await open(page, place);
    await markDrawn(page);
    await page.emulateMedia({ colorScheme, forcedColors: 'active' });
    await picture(page, `forced ${colorScheme} ${place.name}`);
    // Forced colors come by transitions, however short: on a busy machine not at once.
    await expect
      .configure({ soft: true })
      .poll(() => unseenInForcedColors(page), { message: place.name })
      .toEqual([]);
    const keyboard = new Keyboard(page);
    for (let stop = 0; stop < FIRST_STOPS; stop += 1) {
      await keyboard.keys('Tab');
      // A short page ends, and the focus leaves it.
      if ((await readFocus(page)).name === 'nothing') break;
      await keyboard.expectSeen();
    }
    expect.soft(keyboard.problems, `${place.name}: the focus`).toEqual([]);
  }
}

for (const colorScheme of ['light', 'dark'] as const)
  story(
    `forced colors, ${colorScheme}: everything is distinguished`,
    async ({ person, signedOut }) => {
      for (const visit of await visits({ person, signedOut }))
        await expectDistinguished(visit, colorScheme);
    },
  );

async function expectStill({ page, places }: Visit): Promise<void> {
  for (const place of places) {
    let release = () => undefined as void;
    const held = new Promise<void>((resolve) => (release = resolve));
    await page.route('**/graphql', async (route) => {
      await held;
      await route.continue();
    });
    await page.goto(place.path(scene));
    await expect(page.locator('main')).toBeVisible();
    expect.soft(await motions(page), `${place.name}, loading`).toEqual([]);
    release();
    await settled(page, headingOf(place, scene, 'en'));
    expect.soft(await motions(page), place.name).toEqual([]);
    await page.unroute('**/graphql');
  }
}

story('reduced motion: nothing moves, also while a page loads', async ({ person, signedOut }) => {
  for (const visit of await visits({ person, signedOut })) await expectStill(visit);
});
