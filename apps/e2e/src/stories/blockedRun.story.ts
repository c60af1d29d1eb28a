/**
 * A vault that could lose the key blocks the run, with cause, remedy and a script; once that is
 * corrected the run continues automatically.
 */
import type { Locator, Page } from '@playwright/test';
import { expect, story } from '../person/story.ts';
import { expectStep, stepCard } from '../person/runPage.ts';
import { prepare } from '../product/customers.ts';
import { createCustomer, changeScenario } from '../product/sandbox.ts';

story('purge protection is missing, is turned on, and the run continues', async ({ person }) => {
  const run = await prepare(await createCustomer('noPurgeProtection'), 'Woodgrove Bank');
  const omar = await person('omar');
  await omar.goto(`/runs/${encodeURIComponent(run.runId)}`);
  await expectStep(omar, 'AEP', 'Vault', 'Blocked');
  await expect(omar).toHaveTitle('Woodgrove Bank · Blocked at Vault · Keyway');

  const card = stepCard(omar, 'AEP', 'Vault');
  const check = card
    .getByRole('list', { name: 'Checks' })
    .getByRole('listitem')
    .filter({ hasText: /purge protection/i });
  await expect(check.getByText('Cause', { exact: true })).toBeVisible();
  await expect(check.getByText('How to fix', { exact: true })).toBeVisible();
  await expect(check).toContainText('VAL-10');
  await card.getByRole('tab', { name: 'az CLI' }).click();
  await expect(card.getByRole('group', { name: 'az CLI' })).toContainText('az keyvault update');
  await expect(card.getByRole('group', { name: 'az CLI' })).toContainText(
    '--enable-purge-protection true',
  );

  expect(await checkNow(omar, card)).toEqual([]);
  await changeScenario(run, 'happyPath');
  await expectStep(omar, 'AEP', 'Vault', 'Done', 'Verified');
  await expectStep(omar, 'AEP', 'Role', 'Done', 'Verified');
  await expectStep(omar, 'AEP', 'Approval', 'Ready');
});

/**
 * Presses "Check now" and returns the user errors. Keyway also checks automatically, several times
 * a second here, and disables the button meanwhile, so the press is repeated until it is sent.
 */
async function checkNow(page: Page, card: Locator): Promise<unknown[]> {
  const request = page.waitForResponse((response) =>
    /"operationName":"Verify"/.test(response.request().postData() ?? ''),
  );
  let answer: Awaited<typeof request> | undefined;
  request.then((response) => (answer = response)).catch(() => undefined);
  await expect(async () => {
    await card.getByRole('button', { name: 'Check now' }).click({ timeout: 2_000 });
    await expect.poll(() => answer, { timeout: 1_000 }).toBeDefined();
  }).toPass({ timeout: 300_000 });
  const { data } = (await (await request).json()) as {
    data: { verify: { userErrors: unknown[] } };
  };
  return data.verify.userErrors;
}
