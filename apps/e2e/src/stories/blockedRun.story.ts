/** A vault that could lose the key blocks the run: with cause, remedy and a script to run, and after "Check now" it goes on. */
import { expect, story } from '../person/story.ts';
import { expectStep, stepCard } from '../person/runPage.ts';
import { prepare } from '../product/api.ts';
import { layOut, moveTo } from '../product/sandbox.ts';

story('purge protection is missing, is turned on, and the run goes on', async ({ person }) => {
  const run = await prepare(await layOut('noPurgeProtection'), 'Woodgrove Bank');
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
  await expect(check.getByText('Remedy', { exact: true })).toBeVisible();
  await expect(check).toContainText('VAL-10');
  await card.getByRole('tab', { name: 'az CLI' }).click();
  await expect(card.getByRole('group', { name: 'az CLI' })).toContainText('az keyvault update');
  await expect(card.getByRole('group', { name: 'az CLI' })).toContainText('--enable-purge-protection true');

  await moveTo(run, 'happyPath');
  await card.getByRole('button', { name: 'Check now' }).click();
  await expectStep(omar, 'AEP', 'Vault', 'Done', 'Verified');
  await expectStep(omar, 'AEP', 'Role', 'Done', 'Verified');
  await expectStep(omar, 'AEP', 'Approval', 'Ready');
});
