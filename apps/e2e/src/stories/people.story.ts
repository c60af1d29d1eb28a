/** An owner invites a person, narrows their access and removes them; each is seen at once. */
import type { Page } from '@playwright/test';
import { CARLA, PEOPLE } from '../person/people.ts';
import { expect, story } from '../person/story.ts';
import { begin } from '../product/customers.ts';
import { removeMember } from '../product/members.ts';
import { createCustomer } from '../product/sandbox.ts';

const main = (page: Page) => page.getByRole('navigation', { name: 'Main' });
const chooseAtProvider = (page: Page) => page.getByRole('button', { name: CARLA.name }).click();

/** Invites Carla as operator of every organization, and returns the link, which is shown once. */
async function inviteCarla(page: Page): Promise<string> {
  await page.goto('/settings/invitations');
  await page.getByRole('button', { name: 'Invite person' }).click();
  const form = page.getByRole('dialog', { name: 'Invite person' });
  await form.getByRole('textbox', { name: 'Email' }).fill(CARLA.email);
  await form.getByRole('button', { name: /Role/ }).click();
  await page.getByRole('option', { name: /^Operator/ }).click();
  await form.getByRole('button', { name: /Applies to/ }).click();
  await page.getByRole('option', { name: 'All organizations' }).click();
  await form.getByRole('button', { name: 'Create invitation' }).click();
  const created = page.getByRole('dialog', { name: 'Invitation created' });
  await expect(created).toContainText(`Only ${CARLA.email} can use it`);
  const link = (await created.locator('code').textContent())?.trim() ?? '';
  await created.getByRole('button', { name: 'Close' }).click();
  const question = page.getByRole('alertdialog', { name: 'Close without copying?' });
  await question.getByRole('button', { name: 'Go back' }).click();
  await created.getByRole('button', { name: 'Copy invitation link' }).click();
  await created.getByRole('button', { name: 'Close' }).click();
  // Invitations that she accepted in other stories are listed, too.
  const row = page.getByRole('row').filter({ hasText: CARLA.email }).filter({ hasText: 'Open' });
  await expect(row).toContainText('Operator · all organizations');
  return link;
}

// A removed person's page is answered with 403, which browsers log as an error.
story.use({ ignoresErrors: true });

story(
  'a person is invited, comes in, has their access narrowed, and is removed',
  async ({ person, signedOut }) => {
    const { organizationId } = await begin(await createCustomer('happyPath'), 'Lamna Healthcare');
    await removeMember(CARLA.email);
    const paula = await person('paula');
    const link = await inviteCarla(paula);

    const carla = await signedOut();
    await carla.goto(link);
    await chooseAtProvider(carla);
    await expect(main(carla).getByRole('link', { name: 'Portfolio' })).toBeVisible();
    await expect(carla.getByRole('link', { name: 'Add organization' })).toBeVisible();
    await carla.goto('/settings');
    await expect(carla.getByRole('region', { name: 'Your access' })).toContainText(
      'Operator · all organizations',
    );
    await carla.goto('/');
    await expect(carla.getByRole('heading', { level: 1, name: 'Portfolio' })).toBeVisible();

    await paula.goto('/settings/members');
    await paula.getByRole('button', { name: `Change access of ${CARLA.name}` }).click();
    const access = paula.getByRole('dialog', { name: `Change access: ${CARLA.name}` });
    await access.getByRole('button', { name: /Role/ }).click();
    await paula.getByRole('option', { name: /^Approver/ }).click();
    await access.getByRole('button', { name: /Applies to/ }).click();
    await paula.getByRole('option', { name: 'One organization' }).click();
    await access.getByRole('combobox', { name: 'Organization' }).pressSequentially('Lamna');
    await paula.getByRole('option', { name: /^Lamna Healthcare/ }).click();
    await access.getByRole('button', { name: 'Save access' }).click();
    await expect(access).toBeHidden();
    const row = paula.getByRole('row').filter({ hasText: CARLA.email });
    await expect(row).toContainText('Approver · Lamna Healthcare');

    // Her page follows without being loaded again: the organization is now her home.
    await expect(main(carla).getByRole('link', { name: 'Lamna Healthcare' })).toBeVisible();
    await expect(main(carla).getByRole('link', { name: 'Portfolio' })).toHaveCount(0);
    await expect(carla.getByRole('heading', { level: 1, name: 'Lamna Healthcare' })).toBeVisible();
    await expect(carla.getByRole('region', { name: 'Your tasks' })).toBeVisible();
    await paula.goto(`/organizations/${encodeURIComponent(organizationId)}`);
    await expect(paula.getByRole('table', { name: 'People' })).toContainText(CARLA.email);

    await paula.goto('/settings/members');
    await paula.getByRole('button', { name: `Remove ${CARLA.name}` }).click();
    const question = paula.getByRole('dialog', { name: `Remove ${CARLA.name}?` });
    await expect(question).toContainText('No API token is affected');
    await question.getByRole('textbox', { name: 'Reason' }).fill('Left the customer.');
    await question.getByRole('button', { name: 'Remove member' }).click();
    await expect(paula.getByRole('table', { name: 'Removed' })).toContainText(CARLA.email);
    await expect(paula.getByRole('table', { name: 'Members' })).toContainText(PEOPLE.paula);

    // Her page shows nothing more, and says why.
    // The provider still knows her, and Keyway admits her no more.
    await expect(carla.getByRole('alert')).toContainText('Your access was removed.');
    await expect(carla.getByText('Lamna Healthcare')).toHaveCount(0);
    await carla.getByRole('button', { name: /^Continue with/ }).click();
    await expect(carla.getByText('Your access was removed')).toBeVisible();

    await paula.goto('/history');
    const entry = paula.getByRole('listitem').filter({ hasText: CARLA.name });
    await expect(entry.filter({ hasText: 'Left the customer.' })).toBeVisible();
  },
);
