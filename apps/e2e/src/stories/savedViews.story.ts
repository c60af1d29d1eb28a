/** Views that people save: shared with who sees as much, private, and never of what is not seen. */
import type { Locator, Page } from '@playwright/test';
import { showIn, violations } from '../person/accessibility.ts';
import { CARLA, PEOPLE } from '../person/people.ts';
import { expect, story } from '../person/story.ts';
import { begin } from '../product/customers.ts';
import { invite } from '../product/members.ts';
import { createCustomer } from '../product/sandbox.ts';

const views = (page: Page): Locator => page.getByRole('navigation', { name: 'Views' });
const tab = (page: Page, name: string): Locator =>
  views(page).getByRole('link', { name: new RegExp(`: ?${name}`) });
const filter = (page: Page): Locator =>
  page.getByRole('searchbox', { name: 'Filter by name or IMS ID' });

/** Another window is in front of the page until then. */
const comeBack = (page: Page): Promise<unknown> =>
  page.evaluate(() => window.dispatchEvent(new Event('focus')));

async function toggleSharing(dialog: Locator, isShared: boolean): Promise<void> {
  await dialog.getByText('Share with colleagues').click();
  await expect(dialog).toContainText(isShared ? 'Everyone who sees' : 'Only you see this view');
}

async function saveView(page: Page, name: string, isShared: boolean): Promise<void> {
  await page.getByRole('button', { name: 'Save view' }).click();
  const dialog = page.getByRole('dialog', { name: 'Save view' });
  await dialog.getByRole('textbox', { name: 'Name' }).fill(name);
  if (isShared) await toggleSharing(dialog, true);
  await dialog.getByRole('button', { name: 'Save view' }).click();
  await expect(dialog).toBeHidden();
  await expect(tab(page, name)).toHaveAttribute('aria-current', /./);
}

async function choose(page: Page, name: string, item: string): Promise<void> {
  await page.getByRole('button', { name: `Options of the view ${name}` }).click();
  await page.getByRole('menuitem', { name: item }).click();
}

/** What the api answers to who is signed in on the page. */
const ask = (page: Page, query: string): Promise<unknown> =>
  page.evaluate(async (text) => {
    const answer = await fetch('/graphql', {
      method: 'POST',
      headers: { 'content-type': 'application/json', 'x-keyway-csrf': '1' },
      body: JSON.stringify({ query: text }),
    });
    return ((await answer.json()) as { data: unknown }).data;
  }, query);

story(
  'a view is shared with colleagues, a private one is not, and nobody learns of what they do not see',
  async ({ person, signedOut }) => {
    const own = await begin(await createCustomer('happyPath'), 'Woodgrove Hospital');
    await begin(await createCustomer('happyPath'), 'Consolidated Clinics');
    const [omar, ana, paula] = [await person('omar'), await person('ana'), await person('paula')];
    const row = (page: Page, name: string) => page.getByRole('row').filter({ hasText: name });

    await filter(omar).fill('Consolidated');
    await expect(row(omar, 'Woodgrove Hospital')).toHaveCount(0);
    await saveView(omar, 'Consolidated is late', true);
    await filter(omar).fill('Woodgrove');
    await expect(tab(omar, 'Consolidated is late')).toContainText('changed');
    await choose(omar, 'Consolidated is late', 'Save as new view');
    const dialog = omar.getByRole('dialog', { name: 'Save view' });
    await dialog.getByRole('textbox', { name: 'Name' }).fill('consolidated is LATE');
    await toggleSharing(dialog, true);
    await dialog.getByRole('button', { name: 'Save view' }).click();
    await expect(dialog).toContainText('There already is a view named');
    await dialog.getByRole('textbox', { name: 'Name' }).fill('Mine alone');
    await toggleSharing(dialog, false);
    await dialog.getByRole('button', { name: 'Save view' }).click();
    await expect(tab(omar, 'Mine alone')).toHaveAttribute('aria-current', /./);

    // Her page was open all the time.
    await comeBack(ana);
    await expect(tab(ana, 'Consolidated is late')).toContainText(`Shared by ${PEOPLE.omar}`);
    await expect(tab(ana, 'Mine alone')).toHaveCount(0);
    await tab(ana, 'Consolidated is late').click();
    await expect(row(ana, 'Consolidated Clinics')).toBeVisible();
    await expect(row(ana, 'Woodgrove Hospital')).toHaveCount(0);
    await ana.getByRole('button', { name: 'Options of the view Consolidated is late' }).click();
    await expect(ana.getByRole('menuitem', { name: 'Save as new view' })).toBeVisible();
    await expect(ana.getByRole('menuitem', { name: 'Delete' })).toHaveCount(0);
    await ana.getByRole('menuitem', { name: 'Open this page with this view' }).click();
    await expect(ana.getByText('This page now opens with this view')).toBeAttached();
    await ana.goto('/');
    await expect(filter(ana)).toHaveValue('Consolidated');
    for (const scheme of ['dark', 'light'] as const) {
      await showIn(ana, 'an open view', scheme);
      expect(await violations(ana), scheme).toEqual([]);
    }
    await ana.getByRole('button', { name: 'Clear filters' }).click();
    await expect(filter(ana)).toHaveValue('');
    // Of many organizations, the page renders those in view.
    await filter(ana).fill('Woodgrove');
    await expect(row(ana, 'Woodgrove Hospital')).toBeVisible();

    // Who is limited to one organization sees neither the view nor that there is one.
    const link = await invite(CARLA.email, 'APPROVER', own);
    const carla = await signedOut();
    await carla.goto(link);
    await carla.getByRole('button', { name: CARLA.name }).click();
    await expect(carla.getByRole('heading', { level: 1, name: own.name })).toBeVisible();
    expect(await ask(carla, '{ savedViews(page: PORTFOLIO) { name } }')).toEqual({
      savedViews: [],
    });
    const mine = '{ page: PORTFOLIO, name: "Consolidated is late", search: {}, shared: true }';
    expect(
      await ask(carla, `mutation { saveView(input: ${mine}) { userErrors { code } } }`),
    ).toEqual({ saveView: { userErrors: [] } });

    // An owner changes what others share; its maker and its readers see it.
    await comeBack(paula);
    await tab(paula, 'Consolidated is late').filter({ hasText: PEOPLE.omar }).click();
    await choose(paula, 'Consolidated is late', 'Rename or share');
    const rename = paula.getByRole('dialog', { name: 'Rename or share view' });
    await expect(rename.getByText('Share with colleagues')).toHaveCount(0);
    await rename.getByRole('textbox', { name: 'Name' }).fill('Consolidated is fine');
    await rename.getByRole('button', { name: 'Save' }).click();
    await expect(tab(paula, 'Consolidated is fine')).toHaveAttribute('aria-current', /./);
    await comeBack(ana);
    await expect(tab(ana, 'Consolidated is fine')).toBeVisible();
    await choose(paula, 'Consolidated is fine', 'Delete');
    await paula
      .getByRole('dialog', { name: /Consolidated is fine/ })
      .getByRole('button', { name: 'Delete view' })
      .click();
    await expect(tab(paula, 'Consolidated is fine')).toHaveCount(0);
    await comeBack(omar);
    await expect(tab(omar, 'Consolidated is fine')).toHaveCount(0);
    await expect(tab(omar, 'Mine alone')).toBeVisible();
  },
);

story('views that the version before kept in the browser are imported', async ({ person }) => {
  await begin(await createCustomer('happyPath'), 'Proseware Hospital');
  const omar = await person('omar');
  const { viewer } = (await ask(omar, '{ viewer { id } }')) as { viewer: { id: string } };
  await omar.evaluate(
    ([key, kept]) => localStorage.setItem(key!, kept!),
    [
      `keyway.views.${viewer.id}`,
      JSON.stringify([{ name: 'Kept here', search: { text: 'Proseware' } }]),
    ],
  );
  await omar.goto('/');
  await omar.getByRole('button', { name: 'Import it from this browser' }).click();
  await tab(omar, 'Kept here').click();
  await expect(filter(omar)).toHaveValue('Proseware');
  await omar.reload();
  await expect(tab(omar, 'Kept here')).toBeVisible();
  await expect(omar.getByText('stored in this browser alone')).toHaveCount(0);
});
