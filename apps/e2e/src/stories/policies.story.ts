/**
 * An owner tightens and loosens an organization's policy; who meets it sees what it asks for, until
 * when, and that a loosening voided what was approved.
 */
import type { Locator, Page } from '@playwright/test';
import { leaveOutOther, requestApprovalAs, statusOfDecision } from '../person/approvalPage.ts';
import { expect, story } from '../person/story.ts';
import { prepare } from '../product/customers.ts';
import { approve, untilApprovable } from '../product/runs.ts';
import { createCustomer } from '../product/sandbox.ts';

/** Opens the dialog of the organization's policy, changes it and saves. */
async function changePolicy(
  page: Page,
  action: 'Set its own' | 'Change policy',
  change: (dialog: Locator) => Promise<void>,
  save = 'Save policy',
): Promise<Locator> {
  await page.getByRole('button', { name: action }).click();
  const dialog = page.getByRole('dialog', { name: action });
  await change(dialog);
  await dialog.getByRole('button', { name: save }).click();
  return dialog;
}

const waitingTime = async (dialog: Locator, hours: number) => {
  const field = dialog.getByRole('textbox', { name: /^Waiting time/ });
  await field.fill(String(hours));
  await field.blur();
};

story('a policy is tightened and loosened, and says so where it bites', async ({ person }) => {
  const run = await prepare(await createCustomer('happyPath'), 'Lucerne Publishing');
  for (const track of ['AEP', 'CJA'] as const) await untilApprovable(run, track);
  const runPage = `/runs/${encodeURIComponent(run.runId)}`;
  const omar = await person('omar');
  await omar.goto(`${runPage}/approval/AEP`);
  await leaveOutOther(omar);
  await requestApprovalAs(omar, 'lucerne-cmk');

  const paula = await person('paula');
  await paula.goto(`/organizations/${encodeURIComponent(run.organizationId)}`);
  const tightened = await changePolicy(paula, 'Set its own', async (dialog) => {
    await dialog
      .getByText(/^An approver who was given access to the organization in particular/)
      .click();
    await waitingTime(dialog, 2);
    // Nobody has access to this organization in particular yet.
    await expect(dialog).toContainText('Nobody could approve for Lucerne Publishing');
  });
  await expect(tightened).toBeHidden();

  const nobody = paula.getByRole('alert').filter({ hasText: 'Nobody can approve here' });
  await nobody.getByRole('button', { name: 'Invite an approver…' }).click();
  const invite = paula.getByRole('dialog', { name: 'Invite person' });
  await expect(invite.getByRole('button', { name: /Approver/ })).toBeVisible();
  await expect(invite.getByRole('combobox', { name: /^Organization/ })).toHaveValue(
    'Lucerne Publishing',
  );
  await invite.getByRole('button', { name: 'Cancel' }).click();

  // The partner's approver may not approve, reads that nobody can yet, and may still refuse.
  const ana = await person('ana');
  await ana.goto(`${runPage}/approval/AEP`);
  const decision = ana.getByRole('region', { name: 'Decision' });
  await expect(decision).toContainText(
    'By policy, an approver of Lucerne Publishing decides: someone whose access was given',
  );
  await expect(decision).toContainText('Nobody can approve this request');
  await expect(decision).toContainText('used after 2 hours');
  await expect(decision.getByRole('button', { name: 'Approve', exact: true })).toHaveCount(0);
  await expect(decision.getByRole('button', { name: 'Refuse…' })).toBeVisible();
  await expect(approve(run, 'AEP')).rejects.toThrow(/POLICY_FORBIDS.*approver/);
  await approve(run, 'AEP', true);
  await expect(statusOfDecision(ana)).toHaveText('Approved');

  await omar.goto(`${runPage}/submit`);
  const submit = omar.getByRole('region', { name: 'Submit', exact: true });
  await expect(
    submit.getByRole('heading', { name: /^The approval can be used from / }),
  ).toBeVisible();
  await expect(submit).toContainText('in 2 hours');
  await expect(submit).toContainText('Nothing is sent automatically');
  await expect(submit.getByRole('button', { name: 'Submit to Adobe' })).toBeDisabled();

  // Loosening says so before it is saved, and voids what was given, which the open page shows.
  const loosened = await changePolicy(
    paula,
    'Change policy',
    async (dialog) => {
      await waitingTime(dialog, 1);
      const outcome = dialog.getByRole('list', { name: 'What saving does' });
      await expect(outcome).toContainText('This loosens the policy');
      await expect(outcome).toContainText('1 approval becomes void');
    },
    'Loosen and void approvals',
  );
  await expect(loosened).toBeHidden();
  await expect(submit.getByRole('heading', { name: /^The approval can be used/ })).toHaveCount(0);
  await expect(submit).toContainText('A second person must approve it first.');
  await expect(statusOfDecision(ana)).toHaveText(/^Void/);
  await expect(decision).toContainText('loosened');

  await paula.goto(`/history?organization=${encodeURIComponent(run.organizationId)}`);
  const entries = paula.getByRole('listitem');
  await expect(
    entries.filter({ hasText: 'Loosened the policy for approvals' }).first(),
  ).toContainText('usable after 1 hour');
  await expect(entries.filter({ hasText: 'usable after 2 hours' }).first()).toContainText(
    'Changed the policy for approvals',
  );
});
