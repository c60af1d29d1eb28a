/**
 * An operator makes a hand-off of a blocked step; the customer's admin, without an account and on a
 * phone, corrects it and checks it; then the operator revokes the link.
 */
import { showIn, violations } from '../person/accessibility.ts';
import { expectFits, handOff } from '../person/handOffPage.ts';
import { expect, story } from '../person/story.ts';
import { expectStep } from '../person/runPage.ts';
import { prepare } from '../product/customers.ts';
import { changeScenario, createCustomer } from '../product/sandbox.ts';

const PHONE = { viewport: { width: 360, height: 740 }, hasTouch: true };

story(
  'a step is handed off, done without an account, and the link revoked',
  async ({ person, signedOut }) => {
    const run = await prepare(await createCustomer('noPurgeProtection'), 'Tailspin Toys');
    const omar = await person('omar');
    await omar.goto(`/runs/${encodeURIComponent(run.runId)}`);
    await expectStep(omar, 'AEP', 'Vault', 'Blocked');
    const path = await handOff(omar, 'Please turn on purge protection.');
    const list = omar.getByRole('region', { name: 'Hand-offs' });
    await expect(list).toContainText('not used yet');

    const luis = await signedOut(PHONE);
    const response = await luis.goto(path);
    expect(response?.headers()).toMatchObject({
      'cache-control': 'no-store',
      'referrer-policy': 'no-referrer',
    });
    await expect(luis.getByRole('heading', { level: 1 })).toContainText('Tailspin Toys');
    await expect(luis.getByText('Please turn on purge protection.')).toBeVisible();
    const step = luis.getByRole('article', { name: /Vault · Experience Platform/ });
    const checks = step.getByRole('list', { name: 'Checks' });
    await expect(checks.getByText('Required: Purge protection is on')).toBeVisible();
    await expect(step.getByText(/^Found: Purge protection is off/)).toBeVisible();
    await expect(step.getByText('2 of these are done already')).toBeVisible();
    await expect(async () => {
      // While Keyway checks by its schedule, the button does nothing.
      await step.getByRole('button', { name: 'Check now' }).click({ timeout: 2_000 });
      await expect(step.getByRole('status')).toContainText(
        'Still the same: Purge protection is off',
        { timeout: 5_000 },
      );
    }).toPass();
    await step.getByRole('tab', { name: 'az CLI' }).click();
    await expect(step.getByRole('group', { name: 'az CLI' })).toContainText('az keyvault update');
    await expectFits(luis);

    for (const colorScheme of ['light', 'dark'] as const) {
      await showIn(luis, 'the page of a hand-off', colorScheme);
      expect(await violations(luis), colorScheme).toEqual([]);
    }

    await changeScenario(run, 'happyPath');
    // Keyway checks by a schedule too, and may be first.
    await step
      .getByRole('button', { name: 'Check now' })
      .click({ timeout: 5_000 })
      .catch(() => undefined);
    await expect(async () => {
      await luis.evaluate(() => document.dispatchEvent(new Event('visibilitychange')));
      await expect(
        luis.getByRole('listitem').filter({ hasText: /^Vault \(Experience Platform\)/ }),
      ).toBeVisible({ timeout: 2_000 });
    }).toPass();
    await expectStep(omar, 'AEP', 'Vault', 'Done', 'Verified');
    expect(await luis.context().cookies()).toEqual([]);

    await luis.getByRole('radio', { name: 'Español' }).click();
    await expect(luis.getByRole('heading', { level: 1 })).toContainText('Claves de cifrado');

    await omar.reload();
    await expect(list).toContainText('used');
    await list.getByRole('button', { name: /^Revoke/ }).click();
    await omar.getByRole('dialog').getByRole('button', { name: 'Revoke' }).click();
    await expect(list).toContainText('revoked');
    await luis.reload();
    await expect(luis.getByRole('heading', { name: 'Este enlace se revocó' })).toBeVisible();
  },
);
