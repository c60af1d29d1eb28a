/** The approval page as people use it: asking, deciding, and what is said of the decision. */
import { expect } from '@playwright/test';
import type { Locator, Page } from '@playwright/test';

const decisionOf = (page: Page): Locator => page.getByRole('region', { name: 'Decision' });

/** Where the approval stands, such as "Approved". */
export const statusOfDecision = (page: Page): Locator =>
  decisionOf(page).getByRole('heading', { level: 3 }).first();

/** Of Experience Platform alone, where the other track could be requested too. */
export async function leaveOutOther(page: Page): Promise<void> {
  await page
    .getByText('Also request approval for Customer Journey Analytics', { exact: true })
    .click();
}

export async function requestApprovalAs(page: Page, configurationName: string): Promise<void> {
  await page.getByRole('textbox', { name: 'Configuration name' }).fill(configurationName);
  await page.getByRole('button', { name: 'Request approval' }).click();
  await expect(statusOfDecision(page)).toHaveText('Waiting for a decision');
}

export async function approveWith(page: Page, imsOrgId: string): Promise<void> {
  await decisionOf(page)
    .getByRole('textbox', { name: 'Type the IMS organization ID' })
    .fill(imsOrgId);
  await decisionOf(page).getByRole('button', { name: 'Approve', exact: true }).click();
}
