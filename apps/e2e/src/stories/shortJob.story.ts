/** The main job by the shortest way for two people, whose presses and fields are counted. */
import type { Page } from '@playwright/test';
import { credentialFiles } from '../product/credentialFiles.ts';
import { Effort } from '../person/Effort.ts';
import { showTasks } from '../person/showTasks.ts';
import { expect, story } from '../person/story.ts';
import { configurationsSent, createCustomer } from '../product/sandbox.ts';
import type { Customer } from '../product/sandbox.ts';

const NAME = 'Shortest Health';
/** Of both people together. A longer way is a decision, not an accident. */
const MAX_PRESSES = 16;
const MAX_FIELDS = 8;

story('two people bring an organization to its own key in few presses', async ({ person }) => {
  const customer = await createCustomer('happyPath');
  const omar = await person('omar');
  const ofOmar = await Effort.of(omar);
  await addInOneForm(omar, customer);
  await requestBoth(omar);

  const ana = await person('ana');
  const task = ana
    .getByRole('region', { name: 'Your tasks' })
    .getByRole('link', { name: new RegExp(`: ${NAME}$`) })
    .and(ana.locator('[href$="/approval/AEP"]'));
  // What other stories left for her may fold it, which is no part of this way.
  await showTasks(ana, task);
  const ofAna = await Effort.of(ana);
  await task.click();
  await approveBoth(ana, customer);

  await submit(omar, customer);
  await recordCaseAndConfirmation(omar);
  await expect(omar).toHaveTitle(`${NAME} · Adobe Customer Care ticket · Keyway`);
  expect(await configurationsSent(customer)).toHaveLength(1);
  expect.soft(ofOmar.presses + ofAna.presses).toBeLessThanOrEqual(MAX_PRESSES);
  expect.soft(ofOmar.fields + ofAna.fields).toBeLessThanOrEqual(MAX_FIELDS);
  // What is counted is what was done: a page that lost its counter would count nothing.
  expect(ofOmar.presses).toBeGreaterThan(10);
  expect(ofAna.fields).toBe(2);
});

async function addInOneForm(omar: Page, customer: Customer): Promise<void> {
  await omar.getByRole('link', { name: 'Add organization', exact: true }).click();
  const chooser = omar.waitForEvent('filechooser');
  await omar.getByRole('button', { name: 'Choose JSON files' }).click();
  await (await chooser).setFiles(credentialFiles(customer, NAME));
  await expect(omar.getByRole('textbox', { name: 'Name' })).toHaveValue(NAME);
  await expect(omar.getByRole('textbox', { name: 'IMS organization ID' })).toHaveValue(
    customer.imsOrgId,
  );
  await omar.getByText('US East (VA7)', { exact: true }).click();
  await omar.getByText('Healthcare Shield', { exact: true }).click();
  const keys = omar.getByRole('region', { name: 'Keys (optional)' });
  for (const [track, key] of [
    ['Experience Platform', customer.keys.AEP],
    ['Customer Journey Analytics', customer.keys.CJA],
  ] as const)
    await expect(keys.getByRole('textbox', { name: `Key of ${track}` })).toHaveValue(key);
  await expect(keys.getByText('Passed')).toHaveCount(2);
  const entitlement = omar.getByRole('region', { name: 'Entitlement (optional)' });
  await entitlement
    .getByRole('textbox', { name: 'How do you know?' })
    .fill('Both are in the contract of March');
  await entitlement.getByText(/^Also for Customer Journey Analytics/).click();
  await expect(entitlement.getByRole('checkbox')).toBeChecked();
  await omar.getByRole('button', { name: 'Add organization' }).click();
  await expect(omar).toHaveTitle(new RegExp(`^${NAME} · .* · Keyway$`));
}

async function requestBoth(omar: Page): Promise<void> {
  const row = (name: string) => omar.getByRole('group', { name });
  const request = { name: 'Request approval' };
  await expect(row('Customer Journey Analytics').getByRole('link', request)).toBeVisible({
    timeout: 300_000,
  });
  await row('Experience Platform').getByRole('link', request).click({ timeout: 300_000 });
  await expect(
    omar.getByRole('checkbox', { name: 'Also request approval for Customer Journey Analytics' }),
  ).toBeChecked();
  await omar.getByRole('button', request).click();
  await expect(omar.getByText('Waiting for a decision')).toBeVisible();
}

async function approveBoth(ana: Page, { imsOrgId, keys }: Customer): Promise<void> {
  const decision = ana.getByRole('region', { name: 'Decision' });
  for (const [track, press] of [
    ['AEP', 'Approve and review next'],
    ['CJA', 'Approve'],
  ] as const) {
    await expect(ana).toHaveURL(new RegExp(`/approval/${track}$`));
    await expect(ana.getByRole('region', { name: 'Evidence' })).toContainText(keys[track]);
    await decision.getByRole('textbox', { name: 'Type the IMS organization ID' }).fill(imsOrgId);
    await decision.getByRole('button', { name: press, exact: true }).click();
  }
  await expect(decision.getByRole('heading', { name: 'Approved' })).toBeVisible();
}

async function submit(omar: Page, { imsOrgId }: Customer): Promise<void> {
  await omar.getByRole('link', { name: 'Open submission' }).click();
  await omar.getByRole('textbox', { name: 'Type the IMS organization ID' }).fill(imsOrgId);
  await omar.getByRole('button', { name: 'Submit to Adobe' }).click();
  await expect(
    omar.getByRole('region', { name: 'At Adobe' }).getByText('3. In use · done'),
  ).toBeVisible();
}

async function recordCaseAndConfirmation(omar: Page): Promise<void> {
  await omar.getByRole('link', { name: /Record case|Open ticket/ }).click();
  const form = omar.getByRole('region', { name: 'Case' });
  await form.getByRole('textbox', { name: 'Case number' }).fill('E-001234569');
  await form.getByText('Adobe has confirmed it already', { exact: true }).click();
  await form
    .getByRole('textbox', { name: 'Who confirmed it at Adobe?' })
    .fill('Customer Care, J. Rivera');
  await form
    .getByRole('textbox', { name: 'Adobe’s message' })
    .fill('The customer-managed key is configured.');
  await form.getByRole('button', { name: 'Record case' }).click();
  await expect(form).toContainText('E-001234569');
  await expect(omar.getByRole('region', { name: 'Confirmation' })).toContainText(
    'Customer Care, J. Rivera',
  );
}
