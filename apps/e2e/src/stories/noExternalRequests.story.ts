/**
 * No page requests another origin, and every page has the content security policy that forbids it.
 */
import { expect, story } from '../person/story.ts';
import { PLACES, headingOf, prepareScene } from '../person/places.ts';
import { runningProduct } from '../product/running.ts';

story(
  'every page stays at its origin, under a strict policy, without an error',
  async ({ person, activity }) => {
    const scene = await prepareScene('Relecloud');
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
    const [browser] = activity;
    expect(
      browser?.requests.some(
        (address) => address === `${runningProduct().url.replace('http', 'ws')}/graphql`,
      ),
    ).toBe(true);
    // Every story ends with these two; this one is about them.
    expect(browser?.externalRequests).toEqual([]);
    expect(browser?.errors).toEqual([]);
  },
);

story(
  'only signing in leaves the console’s origin, for the provider’s page',
  async ({ signedOut, activity }) => {
    const page = await signedOut();
    await page.goto('/approvals');
    await expect(page).toHaveURL(/\/sign-in\?returnTo=/);
    await page.getByRole('button', { name: /^Continue with/ }).click();
    await expect(page.getByRole('button', { name: /Ana Approver/ })).toBeVisible();
    await page.getByRole('button', { name: /Ana Approver/ }).click();
    await expect(page).toHaveURL(`${runningProduct().url}/approvals`);
    await expect(page.getByRole('heading', { level: 1, name: 'Approvals' })).toBeVisible();
    const elsewhere =
      activity[0]?.requests.filter((address) => address.startsWith(runningProduct().identity)) ??
      [];
    expect(elsewhere.length).toBeGreaterThan(0);
  },
);
