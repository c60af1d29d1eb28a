/**
 * An operator makes a colleague responsible for a run, who finds it, comments, and is late.
 */
import type { Page } from '@playwright/test';
import { violations } from '../person/accessibility.ts';
import { CARLA, PEOPLE } from '../person/people.ts';
import { expect, story } from '../person/story.ts';
import { stepCard } from '../person/runPage.ts';
import { prepare } from '../product/customers.ts';
import { invite, memberIdOf } from '../product/members.ts';
import { assign } from '../product/runs.ts';
import { createCustomer } from '../product/sandbox.ts';

const address = ({ runId }: { runId: string }) => `/runs/${encodeURIComponent(runId)}`;
const activity = (page: Page) => page.getByRole('region', { name: 'Activity' });
const matrixRow = (page: Page, name: string) =>
  page
    .getByRole('grid', { name: 'Organizations by step' })
    .getByRole('row')
    .filter({ hasText: name });

async function choose(page: Page, filter: RegExp, choice: string): Promise<void> {
  await page.getByRole('button', { name: filter }).click();
  await page.getByRole('menuitemradio', { name: choice, exact: true }).click();
}

story(
  'a run is assigned, found by who is responsible, commented on, and late',
  async ({ person }) => {
    const run = await prepare(await createCustomer('expiredKey'), 'Lakeshore Retail');
    await prepare(await createCustomer('expiredKey'), 'Lakeshore Bank');
    // Whoever has signed in can be chosen.
    const paula = await person('paula');
    const omar = await person('omar');
    await omar.goto(address(run));
    await expect(omar.getByText('Responsible: No one')).toBeVisible();
    await omar.getByRole('button', { name: 'Assign…' }).click();
    const dialog = omar.getByRole('dialog', { name: 'Assign the run of Lakeshore Retail' });
    await dialog.getByRole('combobox', { name: 'Responsible' }).pressSequentially('Paula');
    await omar.getByRole('option', { name: PEOPLE.paula }).click();
    await dialog.getByLabel('Due').fill('2035-01-31');
    expect(await violations(omar)).toEqual([]);
    await dialog.getByRole('button', { name: 'Assign', exact: true }).click();
    await expect(dialog).toBeHidden();
    await expect(omar.getByText(`Responsible: ${PEOPLE.paula}`)).toBeVisible();
    await expect(omar.getByText('Due: Jan 31, 2035')).toBeVisible();

    await paula.goto('/?text=Lakeshore');
    await expect(matrixRow(paula, 'Lakeshore Bank')).toBeVisible();
    await choose(paula, /^Responsible:/, 'Mine');
    await expect(matrixRow(paula, 'Lakeshore Bank')).toHaveCount(0);
    await expect(matrixRow(paula, 'Lakeshore Retail')).toContainText('Paula Owner (you)');
    await choose(paula, /^Responsible:/, 'No one');
    await expect(matrixRow(paula, 'Lakeshore Bank')).toBeVisible();
    await expect(matrixRow(paula, 'Lakeshore Retail')).toHaveCount(0);

    await paula.goto('/organizations?text=Lakeshore');
    await choose(paula, /^Responsible:/, 'Mine');
    const listed = paula.getByRole('table', { name: 'Organizations' }).getByRole('row');
    await expect(listed).toHaveCount(2);
    await expect(listed.nth(1)).toContainText('Jan 31, 2035');

    await paula.goto(address(run));
    await activity(paula)
      .getByRole('textbox', { name: 'Comment' })
      .fill('They renew it <b>now</b>.');
    await activity(paula).getByRole('button', { name: 'Add comment' }).click();
    await stepCard(paula, 'AEP', 'Key').getByRole('button', { name: 'Comment…' }).click();
    const about = paula.getByRole('dialog', { name: 'Comment on Key (AEP)' });
    await about.getByRole('textbox', { name: /Comment/ }).fill('Expired in March.');
    await about.getByRole('button', { name: 'Add comment' }).click();
    await expect(about).toBeHidden();
    // The other page follows without being loaded again, and shows tags as text.
    await expect(activity(omar).getByText('They renew it <b>now</b>.')).toBeVisible();
    await expect(
      activity(omar).getByRole('listitem').filter({ hasText: 'Expired in March.' }),
    ).toContainText('AEP · Key');

    await paula.goto('/?text=Lakeshore');
    await expect(matrixRow(paula, 'Lakeshore Retail')).toContainText('Jan 31, 2035');
    // The matrix follows too. It can have been read just before its live updates began.
    let second = 0;
    await expect(async () => {
      second += 1;
      expect(await assign(run, { dueAt: `2024-02-29T12:00:${10 + second}Z` })).toEqual([]);
      await expect(matrixRow(paula, 'Lakeshore Retail')).toContainText('Overdue: Feb 29, 2024', {
        timeout: 5_000,
      });
    }).toPass();
    await expect(omar.getByText('Overdue since Feb 29, 2024')).toBeVisible();
    await choose(paula, /^Due:/, 'Overdue');
    await expect(matrixRow(paula, 'Lakeshore Bank')).toHaveCount(0);
    await expect(matrixRow(paula, 'Lakeshore Retail')).toBeVisible();
    await paula.goto('/organizations?text=Lakeshore&overdue=yes');
    await expect(listed).toHaveCount(2);
    await expect(listed.nth(1)).toContainText('Overdue since Feb 29, 2024');
    await paula.goto(`/organizations/${encodeURIComponent(run.organizationId)}`);
    await expect(paula.getByRole('table', { name: 'Runs' })).toContainText('Overdue: Feb 29, 2024');
  },
);

story(
  'nobody becomes responsible for what they can’t see, and who only reads changes nothing',
  async ({ person, signedOut }) => {
    const run = await prepare(await createCustomer('expiredKey'), 'Munson Foods');
    const other = await prepare(await createCustomer('expiredKey'), 'Munson Clinics');
    const carla = await signedOut();
    await carla.goto(await invite(CARLA.email, 'OPERATOR', other));
    await carla.getByRole('button', { name: CARLA.name }).click();
    await expect(carla.getByRole('heading', { level: 1, name: 'Munson Clinics' })).toBeVisible();
    await expect(carla.getByText('Responsible: No one')).toBeVisible();

    expect(await assign(run, { ownerId: await memberIdOf(CARLA.name) })).toEqual(['INVALID_INPUT']);
    const foreign = Buffer.from(`Member:${crypto.randomUUID()}`).toString('base64url');
    expect(await assign(run, { ownerId: foreign })).toEqual(['NOT_FOUND']);

    const omar = await person('omar');
    await omar.goto(address(run));
    await omar.getByRole('button', { name: 'Assign…' }).click();
    const dialog = omar.getByRole('dialog', { name: 'Assign the run of Munson Foods' });
    const candidates = dialog.getByRole('combobox', { name: 'Responsible' });
    await candidates.pressSequentially('Omar');
    await expect(omar.getByRole('option', { name: PEOPLE.omar })).toBeVisible();
    await candidates.fill('Carla');
    await expect(omar.getByRole('option', { name: 'No results' })).toBeVisible();
    await candidates.press('Tab');
    await expect(dialog.getByRole('button', { name: 'Assign', exact: true })).toBeDisabled();

    // Where she operates she can be responsible, and it is her home.
    expect(await assign(other, { ownerId: await memberIdOf(CARLA.name) })).toEqual([]);
    await expect(carla.getByText(`Responsible: ${CARLA.name} (you)`)).toBeVisible();

    const aud = await person('aud');
    await aud.goto(address(run));
    await expect(aud.getByText('Responsible: No one')).toBeVisible();
    await expect(activity(aud).getByRole('listitem').first()).toBeVisible();
    await expect(aud.getByRole('button', { name: 'Assign…' })).toHaveCount(0);
    await expect(aud.getByRole('button', { name: 'Comment…' })).toHaveCount(0);
    await expect(activity(aud).getByRole('textbox', { name: 'Comment' })).toHaveCount(0);
  },
);
