/**
 * No page asks anybody but its own origin, and the policy that forbids it is sent with every page.
 */
import { expect, story } from '../person/story.ts';
import { PLACES, headingOf, layOutScene } from '../person/places.ts';
import { running } from '../product/running.ts';

story(
  'every page stays at its origin, under a strict policy, without an error',
  async ({ person, watches }) => {
    const scene = await layOutScene('Relecloud');
    const page = await person('paula');
    for (const place of PLACES) {
      const answer = await page.goto(place.path(scene));
      const policy = answer?.headers()['content-security-policy'] ?? '';
      expect(policy, place.name).toContain("default-src 'none'");
      expect(policy, place.name).toContain("script-src 'self';");
      expect(policy, place.name).not.toContain('unsafe-inline');
      expect(policy, place.name).not.toContain('unsafe-eval');
      await expect(
        page.getByRole('heading', { level: 1, name: headingOf(place, scene, 'en') }),
      ).toBeVisible();
      await expect(page.locator('[aria-busy="true"], .kw-skeleton')).toHaveCount(0);
    }
    const [watch] = watches;
    expect(
      watch?.requests.some(
        (address) => address === `${running().url.replace('http', 'ws')}/graphql`,
      ),
    ).toBe(true);
    // What left the origin, and what the console complained of, is evaluated at the end of every
    // story; here it is said aloud.
    expect(watch?.strangers).toEqual([]);
    expect(watch?.complaints).toEqual([]);
  },
);

story(
  'the provider’s page is the one place beside the console, and only to sign in',
  async ({ stranger, watches }) => {
    const page = await stranger();
    await page.goto('/approvals');
    await expect(page).toHaveURL(/\/sign-in\?returnTo=/);
    await page.getByRole('button', { name: /^Continue with/ }).click();
    await expect(page.getByRole('button', { name: /Ana Approver/ })).toBeVisible();
    await page.getByRole('button', { name: /Ana Approver/ }).click();
    await expect(page).toHaveURL(`${running().url}/approvals`);
    await expect(page.getByRole('heading', { level: 1, name: 'Approvals' })).toBeVisible();
    const elsewhere =
      watches[0]?.requests.filter((address) => address.startsWith(running().identity)) ?? [];
    expect(elsewhere.length).toBeGreaterThan(0);
  },
);
