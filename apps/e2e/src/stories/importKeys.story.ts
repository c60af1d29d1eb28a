/**
 * One file with customers and their keys: a preview of what becomes of each key, one job that
 * starts the runs and provides the keys, and a second import that changes nothing.
 */
import { randomBytes } from 'node:crypto';
import type { Page } from '@playwright/test';
import { expect, story } from '../person/story.ts';

const FAMILY = 'Keys story';
const imsOrgId = () => `${randomBytes(12).toString('hex').toUpperCase()}@AdobeOrg`;
/** Vaults that nothing else in the product names. */
const vault = `keys-story-${randomBytes(4).toString('hex')}`;
const keyIn = (place: number): string =>
  `https://${vault}-${place}.vault.azure.net/keys/cmk/0123456789abcdef0123456789abcdef`;

const LINES = [
  'name,imsOrgId,region,shield,aepKeyIdentifier',
  ...[1, 2, 3].map(
    (place) => `${FAMILY} ${place},${imsOrgId()},VA7,HEALTHCARE_SHIELD,${keyIn(place)}`,
  ),
  `${FAMILY} elsewhere,${imsOrgId()},VA7,HEALTHCARE_SHIELD,https://contoso.example.com/keys/cmk`,
];

async function preview(omar: Page): Promise<void> {
  await omar.goto('/organizations/import');
  await omar.getByRole('textbox', { name: 'Or paste lines' }).fill(LINES.join('\n'));
  await omar.getByRole('button', { name: 'Preview' }).click();
}

story('an operator imports organizations with their keys', async ({ person }) => {
  const omar = await person('omar');
  await preview(omar);
  await expect(omar.getByRole('heading', { name: '3 new, 0 unchanged, 1 rejected' })).toBeVisible();
  await expect(omar.getByRole('heading', { name: 'No key to provide, 3 refused' })).toBeVisible();
  const lines = omar.getByRole('table', { name: 'Preview' });
  await expect(lines.getByRole('row', { name: /elsewhere/ })).toContainText('aepKeyIdentifier');
  const refused = omar.getByRole('table', { name: 'Keys that are not provided' });
  await expect(refused.getByRole('row', { name: `${FAMILY} 1` })).toContainText('no open run');

  await omar.getByText('Start a run for organizations that have none open').click();
  await expect(omar.getByRole('heading', { name: '3 keys to provide, 0 refused' })).toBeVisible();
  await expect(omar.getByText(/3 runs are started for them/)).toBeVisible();
  await expect(refused).toHaveCount(0);
  await omar.getByRole('button', { name: 'Import 3, provide 3 keys, skip 1' }).click();
  await expect(omar.getByText('3 organizations imported')).toBeVisible();

  await omar.getByRole('link', { name: 'View the job' }).click();
  await expect(omar.getByRole('heading', { level: 1, name: 'Provide keys' })).toBeVisible();
  await expect(omar.getByText('Done · 3 of 3 done')).toBeVisible();
  await omar
    .getByRole('table', { name: 'Organizations of the job' })
    .getByRole('link', { name: `${FAMILY} 2` })
    .click();
  await expect(omar.getByRole('heading', { level: 1, name: `${FAMILY} 2` })).toBeVisible();
  await expect(omar.getByText(`provided the key ${keyIn(2)}`).first()).toBeVisible();

  await preview(omar);
  await expect(omar.getByRole('heading', { name: '0 new, 3 unchanged, 1 rejected' })).toBeVisible();
  await expect(
    omar.getByRole('heading', { name: 'No key to provide, 3 already provided, 0 refused' }),
  ).toBeVisible();
  await expect(omar.getByRole('button', { name: /^(Import|Provide) \d/ })).toHaveCount(0);
});
