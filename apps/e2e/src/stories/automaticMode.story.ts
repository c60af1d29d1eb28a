/**
 * Keyway makes vault, key, audit log and lock in an empty subscription, as a person confirmed them,
 * each once; then the customer's configuration is submitted as after a set-up by hand.
 */
import type { Page } from '@playwright/test';
import { approveWith, requestApprovalAs, statusOfDecision } from '../person/approvalPage.ts';
import { attestEntitlement, expectStep, stepCard } from '../person/runPage.ts';
import { expect, story } from '../person/story.ts';
import { begin } from '../product/customers.ts';
import { changesOfVault, configurationsSent, createCustomer } from '../product/sandbox.ts';
import type { Customer } from '../product/sandbox.ts';

const ADDED = ['PUT vaults 201', 'PUT keys 200', 'PUT diagnosticSettings 200', 'PUT locks 201'];

story(
  'an empty subscription becomes a submitted key, each change made once',
  async ({ person }) => {
    const customer = await createCustomer('emptySubscription');
    const run = await begin(customer, 'Trey Research Labs', 'WRITE');
    const omar = await person('omar');
    await omar.goto(`/runs/${encodeURIComponent(run.runId)}`);
    await attestEntitlement(omar, 'AEP');

    const vault = await planSetup(omar, customer);
    const panel = omar
      .getByRole('region', { name: 'Experience Platform' })
      .getByRole('region', { name: 'Set-up by Keyway' });
    await expect(panel.getByText('Plan to review', { exact: true })).toBeVisible();
    await expect(panel.getByRole('listitem')).toHaveCount(ADDED.length);
    await expect(panel).toContainText(vault);
    // A plan is not a change.
    expect(await changesOfVault(vault)).toEqual([]);
    await panel
      .getByRole('button', { name: 'Make 4 changes with permanent purge protection' })
      .click();
    await expect(panel.getByText('Done', { exact: true })).toBeVisible();
    for (const step of ['Vault', 'Network', 'Key']) await expectStep(omar, 'AEP', step, 'Done');
    await expectStep(omar, 'AEP', 'Role', 'Done', 'Automatic');

    await stepCard(omar, 'AEP', 'Approval').getByRole('link', { name: 'Open approval' }).click();
    await requestApprovalAs(omar, 'trey-cmk');
    const ana = await person('ana');
    await ana.goto(`/runs/${encodeURIComponent(run.runId)}/approval/AEP`);
    await approveWith(ana, customer.imsOrgId);
    await expect(statusOfDecision(ana)).toHaveText('Approved');
    await omar.getByRole('link', { name: 'Open submission' }).click();
    await omar
      .getByRole('textbox', { name: 'Type the IMS organization ID' })
      .fill(customer.imsOrgId);
    await omar.getByRole('button', { name: 'Submit to Adobe' }).click();
    await expect(omar.getByRole('region', { name: 'At Adobe' })).toContainText('COMPLETED');

    const changes = await changesOfVault(vault);
    expect(changes.filter((change) => !change.includes('roleAssignments'))).toEqual(ADDED);
    expect(changes.filter((change) => change.includes('roleAssignments'))).toHaveLength(1);
    expect(await configurationsSent(customer)).toHaveLength(1);
  },
);

/** Gives the name of the vault that Keyway proposed. */
async function planSetup(omar: Page, customer: Customer): Promise<string> {
  const card = stepCard(omar, 'AEP', 'Vault');
  await card.getByRole('button', { name: 'Let Keyway set this up' }).click();
  const dialog = omar.getByRole('dialog', { name: 'Let Keyway set up vault and key (AEP)' });
  await dialog.getByRole('textbox', { name: 'Resource group' }).fill('rg-adobe-cmk');
  await expect(dialog.getByRole('textbox', { name: 'Azure region' })).toHaveValue('eastus2');
  const vault = await dialog.getByRole('textbox', { name: 'Vault name' }).inputValue();
  const workspace = `/subscriptions/${customer.subscriptionId}/resourceGroups/rg-adobe-cmk/providers/Microsoft.OperationalInsights/workspaces/log-security`;
  await dialog.getByRole('textbox', { name: 'Log Analytics workspace' }).fill(workspace);
  await dialog.getByRole('button', { name: 'Plan changes' }).click();
  await expect(dialog).toBeHidden();
  return vault;
}
