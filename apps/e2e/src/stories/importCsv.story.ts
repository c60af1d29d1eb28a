/**
 * Imports many organizations: errors are listed by line before anything is written, and a second
 * import changes nothing. Then one organization is corrected, archived and restored.
 */
import { randomBytes } from 'node:crypto';
import type { Page } from '@playwright/test';
import { expect, story } from '../person/story.ts';

const imsOrgId = () => `${randomBytes(12).toString('hex').toUpperCase()}@AdobeOrg`;
const LINES = [
  'name,imsOrgId,region,shield',
  `Litware Listed,${imsOrgId()},NLD2,HEALTHCARE_SHIELD`,
  'Broken Listed,1234@AdobeOrg,VA7,HEALTHCARE_SHIELD',
  `"Fabrikam, Listed",${imsOrgId()},AUS5,PRIVACY_AND_SECURITY_SHIELD`,
  `Nowhere Listed,${imsOrgId()},MOON1,HEALTHCARE_SHIELD`,
];

async function chooseFile(page: Page): Promise<void> {
  const chooser = page.waitForEvent('filechooser');
  await page.getByRole('button', { name: 'Choose a file', exact: true }).click();
  await (
    await chooser
  ).setFiles({
    name: 'customers.csv',
    mimeType: 'text/csv',
    buffer: Buffer.from(LINES.join('\r\n')),
  });
}

story('an operator imports a list, and imports it again', async ({ person }) => {
  const omar = await person('omar');
  await omar
    .getByRole('navigation', { name: 'Main' })
    .getByRole('link', { name: 'Organizations' })
    .click();
  await omar.getByRole('link', { name: 'Import', exact: true }).click();
  await chooseFile(omar);

  await expect(omar.getByRole('heading', { name: '2 new, 0 unchanged, 2 rejected' })).toBeVisible();
  const row = (name: string) =>
    omar.getByRole('table', { name: 'Preview' }).getByRole('row').filter({ hasText: name });
  await expect(row('Broken Listed').getByRole('rowheader')).toHaveText('3');
  await expect(row('Broken Listed')).toContainText(/imsOrgId: .*24 characters/);
  await expect(row('Nowhere Listed').getByRole('rowheader')).toHaveText('5');
  await expect(row('Nowhere Listed')).toContainText(/region: /);
  await expect(row('Fabrikam, Listed')).toBeHidden();

  await omar.getByRole('button', { name: 'Import 2, skip 2' }).click();
  await expect(omar.getByText('2 organizations imported')).toBeVisible();

  await omar.getByRole('button', { name: 'Import more' }).click();
  await chooseFile(omar);
  await expect(omar.getByRole('heading', { name: '0 new, 2 unchanged, 2 rejected' })).toBeVisible();
  await expect(omar.getByRole('button', { name: /^Import \d/ })).toBeHidden();

  await omar
    .getByRole('navigation', { name: 'Main' })
    .getByRole('link', { name: 'Organizations' })
    .click();
  await omar.getByRole('searchbox').fill('Listed');
  await expect(omar.getByText('2 organizations', { exact: true })).toBeVisible();
  await expect(omar.getByRole('table')).toContainText('Fabrikam, Listed');
  await expect(omar.getByRole('table')).not.toContainText('Broken Listed');

  await omar.getByRole('link', { name: 'Litware Listed' }).click();
  await correct(omar, 'Litware Listed', 'Litware Listed, corrected');
  await archiveAndRestore(omar, 'Litware Listed, corrected');
});

async function correct(omar: Page, name: string, corrected: string): Promise<void> {
  await expect(omar.getByRole('heading', { level: 1, name, exact: true })).toBeVisible();
  const facts = omar.getByRole('region', { name: 'Details' });
  await facts.getByRole('button', { name: 'Edit' }).click();
  await expect(facts.getByRole('button', { name: 'Save changes' })).toBeDisabled();
  await facts.getByRole('textbox', { name: 'Name' }).fill(corrected);
  await facts.getByText('Privacy & Security Shield', { exact: true }).click();
  await facts.getByRole('button', { name: 'Save changes' }).click();
  await expect(omar.getByRole('heading', { level: 1, name: corrected, exact: true })).toBeVisible();
  await expect(facts).toContainText('Privacy & Security Shield');
}

async function archiveAndRestore(omar: Page, name: string): Promise<void> {
  const organization = new URL(omar.url()).pathname;
  await omar.getByRole('button', { name: 'Archive' }).click();
  const dialog = omar.getByRole('dialog', { name: `Archive ${name}?` });
  await dialog.getByRole('textbox', { name: 'Reason' }).fill('The contract ended.');
  await dialog.getByRole('button', { name: 'Archive' }).click();
  await expect(omar.getByRole('heading', { name: /^Archived on / })).toBeVisible();
  await expect(omar.getByRole('button', { name: 'Start run' })).toHaveCount(0);
  const search = async (found: string) => {
    await omar
      .getByRole('navigation', { name: 'Main' })
      .getByRole('link', { name: 'Organizations' })
      .click();
    await omar.getByRole('searchbox').fill('Listed');
    await expect(omar.getByText(found, { exact: true })).toBeVisible();
  };
  await search('1 organization');
  await omar.goto(organization);
  await omar.getByRole('button', { name: 'Restore' }).click();
  await expect(omar.getByRole('button', { name: 'Start run' })).toBeVisible();
  await search('2 organizations');
}
