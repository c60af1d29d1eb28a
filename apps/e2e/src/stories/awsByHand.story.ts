/**
 * On AWS Keyway calls no cloud: two people bring an organization to its own key by attesting each
 * step, and one of them alone cannot (AWS-14).
 */
import { randomBytes } from 'node:crypto';
import type { Locator, Page } from '@playwright/test';
import { approveWith, requestApprovalAs, statusOfDecision } from '../person/approvalPage.ts';
import { expandCard } from '../person/runPage.ts';
import { expect, story } from '../person/story.ts';

const NAME = 'Northwind on AWS';
const KEY = 'arn:aws:kms:us-east-1:111122223333:key/5d0f6a7e-91c2-4f38-8b1d-c07a94e2d613';

story(
  'two people bring an organization on AWS to its own key; one alone is stopped',
  async ({ person }) => {
    const imsOrgId = `${randomBytes(12).toString('hex').toUpperCase()}@AdobeOrg`;
    // Somebody else must have signed in once, or nobody could approve.
    const ana = await person('ana');
    const omar = await person('omar');
    await addOrganization(omar, imsOrgId);
    await omar.getByRole('button', { name: 'Start run' }).click();
    await expect(omar).toHaveTitle(/^Northwind on AWS · .* · Keyway$/);
    const run = new URL(omar.url()).pathname;

    await attest(omar, 'Entitlement');
    await attest(omar, 'Key', (dialog) =>
      dialog.getByRole('textbox', { name: 'ARN of the KMS key' }).fill(KEY),
    );
    await attest(omar, 'Key policy');
    // The submission cannot be attested before a second person has approved it.
    const submission = await expandCard(omar, 'AEP', 'Submission');
    await expect(submission.getByRole('button', { name: 'Attest…' })).toHaveCount(0);
    await omar.goto(`${run}/approval/AEP`);
    await requestApprovalAs(omar, 'northwind-cmk');
    await expect(omar.getByRole('heading', { name: 'Someone else decides' })).toBeVisible();
    await expect(omar.getByRole('button', { name: 'Approve', exact: true })).toHaveCount(0);

    await ana.goto(`${run}/approval/AEP`);
    const sent = ana.getByRole('region', { name: 'What will be sent' });
    await expect(sent).toContainText('northwind-cmk');
    await expect(sent).toContainText(KEY);
    const consequences = ana.getByRole('region', { name: 'What can’t be undone' });
    await expect(consequences.getByRole('listitem')).toHaveCount(4);
    await expect(consequences).not.toContainText(/vault|tenant|Microsoft/i);
    await approveWith(ana, imsOrgId);
    await expect(statusOfDecision(ana)).toHaveText('Approved');

    await omar.goto(run);
    await attest(omar, 'Submission', async (dialog) => {
      await expect(dialog.getByRole('textbox', { name: 'Configuration name' })).toHaveValue(
        'northwind-cmk',
      );
      const typed = dialog.getByRole('textbox', { name: 'Type the IMS organization ID' });
      await typed.fill('0123456789ABCDEF01234567@AdobeOrg');
      await expect(dialog.getByRole('button', { name: 'Attest' })).toBeDisabled();
      await typed.fill(imsOrgId);
    });
    // Text typed for one step does not appear in the next.
    for (const step of ['Activation', 'Confirmation'])
      await attest(omar, step, (dialog) =>
        expect(dialog.getByRole('textbox', { name: 'Reference' })).toHaveValue(''),
      );
    await expect(omar.getByRole('main')).toContainText('7 of 7 steps done');
    await expect(omar).toHaveTitle(`${NAME} · Key-managed · Keyway`);
  },
);

async function addOrganization(omar: Page, imsOrgId: string): Promise<void> {
  await omar.goto('/organizations/new');
  await omar.getByRole('textbox', { name: 'Name' }).fill(NAME);
  await omar.getByRole('textbox', { name: 'IMS organization ID' }).fill(imsOrgId);
  await omar.getByText('AWS', { exact: true }).click();
  await omar.getByText('Privacy & Security Shield', { exact: true }).click();
  await omar.getByRole('button', { name: 'Add organization' }).click();
  await expect(omar.getByRole('heading', { level: 1, name: NAME })).toBeVisible();
  await expect(omar.getByRole('main')).toContainText('Keyway needs no credential of Adobe.');
}

async function attest(
  page: Page,
  step: string,
  fill?: (dialog: Locator) => Promise<void>,
): Promise<void> {
  const card = await expandCard(page, 'AEP', step);
  await card.getByRole('button', { name: 'Attest…' }).click();
  const dialog = page.getByRole('dialog', { name: `Attest ${step} (AEP)` });
  await dialog
    .getByRole('textbox', { name: 'What was done, and how do you know?' })
    .fill('Seen on Adobe’s page');
  await fill?.(dialog);
  await dialog.getByRole('button', { name: 'Attest' }).click();
  await expect(dialog).toBeHidden();
}
