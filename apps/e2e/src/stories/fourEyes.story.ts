/**
 * Four eyes: the requester cannot approve, and sees why; an auditor is offered no action.
 */
import { approveWith, requestApprovalAs, statusOfDecision } from '../person/approvalPage.ts';
import { expect, story } from '../person/story.ts';
import { expectStep, stepCard } from '../person/runPage.ts';
import { prepare } from '../product/customers.ts';
import { requestApproval, untilApprovable } from '../product/runs.ts';
import { createCustomer } from '../product/sandbox.ts';

story(
  'an owner, who may approve, cannot approve what she asked for herself',
  async ({ person }) => {
    const run = await prepare(await createCustomer('happyPath'), 'Tailspin Toys');
    await untilApprovable(run, 'AEP');
    // Who never signed in is no approver yet.
    const ana = await person('ana');
    const paula = await person('paula');
    await paula.goto(`/runs/${encodeURIComponent(run.runId)}/approval/AEP`);
    await paula.getByRole('button', { name: 'Request approval' }).click();
    const decision = paula.getByRole('region', { name: 'Decision' });
    await expect(decision.getByRole('heading', { name: 'Someone else decides' })).toBeVisible();
    await expect(decision).toContainText(
      'You requested this approval, yourself or with a token. Any approver or owner other than the requester decides.',
    );
    await expect(decision.getByRole('button', { name: 'Approve', exact: true })).toBeHidden();
    await expect(decision.getByRole('textbox')).toBeHidden();
    await paula.goto('/approvals?show=others');
    const ofAep = paula.locator('[href$="/approval/AEP"]');
    const row = paula.getByRole('row').filter({ hasText: 'Tailspin Toys' }).filter({ has: ofAep });
    await expect(row).toContainText('You requested it; someone else decides');

    await ana.goto(`/runs/${encodeURIComponent(run.runId)}/approval/AEP`);
    await ana.getByRole('button', { name: 'Refuse…' }).click();
    await ana
      .getByRole('textbox', { name: 'Reason for refusing' })
      .fill('The key officer is on leave until Monday.');
    await ana.getByRole('button', { name: 'Refuse', exact: true }).click();
    await expect(ana.getByRole('heading', { name: 'Refused', exact: true })).toBeVisible();
    await paula
      .getByRole('navigation', { name: 'Main' })
      .getByRole('link', { name: 'Portfolio' })
      .click();
    await expect(paula.getByRole('heading', { level: 1, name: 'Portfolio' })).toBeVisible();
    await paula.goto(`/runs/${encodeURIComponent(run.runId)}/approval/AEP`);
    await expect(decision).toContainText('The key officer is on leave until Monday.');
    await expect(paula.getByRole('heading', { name: /^Refused by Ana/ })).toBeVisible();
  },
);

story(
  'an approval is withdrawn with a reason, requested again and approved',
  async ({ person }) => {
    const run = await prepare(await createCustomer('happyPath'), 'Wingtip Toys');
    await untilApprovable(run, 'AEP');
    const page = `/runs/${encodeURIComponent(run.runId)}/approval/AEP`;
    const omar = await person('omar');
    // She may decide too, and has her inbox open.
    const paula = await person('paula');
    await paula.goto('/inbox?kind=APPROVAL_REQUESTED');
    const askedOf = (track: string) =>
      paula
        .getByRole('listitem')
        .filter({ hasText: 'Wingtip Toys' })
        .filter({ has: paula.locator(`[href$="/approval/${track}"]`) });
    const unreadOf = (track: string) => askedOf(track).getByText('Unread', { exact: true });
    await omar.goto(page);
    await requestApprovalAs(omar, 'wingtip-cmk');
    // Both tracks are requested.
    for (const track of ['AEP', 'CJA']) await expect(unreadOf(track)).toHaveCount(1);
    const ana = await person('ana');
    await ana.goto(page);
    await approveWith(ana, run.imsOrgId);
    await expect(statusOfDecision(ana)).toHaveText('Approved');
    await expect(unreadOf('AEP')).toHaveCount(0);
    await expect(askedOf('AEP')).toHaveCount(1);
    await expect(unreadOf('CJA')).toHaveCount(1);
    // Only its approver or an owner can withdraw it.
    await expect(statusOfDecision(omar)).toHaveText('Approved');
    await expect(omar.getByRole('button', { name: 'Withdraw approval…' })).toHaveCount(0);

    await ana.getByRole('button', { name: 'Withdraw approval…' }).click();
    const dialog = ana.getByRole('dialog', { name: 'Withdraw approval (AEP)' });
    await expect(dialog.getByRole('button', { name: 'Withdraw' })).toBeDisabled();
    await dialog.getByRole('textbox', { name: 'Reason' }).fill('The key is replaced on Monday.');
    await dialog.getByRole('button', { name: 'Withdraw' }).click();
    await expect(dialog).toBeHidden();
    await expect(statusOfDecision(omar)).toHaveText('Withdrawn');
    const decision = omar.getByRole('region', { name: 'Decision' });
    await expect(decision).toContainText('The key is replaced on Monday.');
    await expect(decision).toContainText('Ana Approver');

    await requestApprovalAs(omar, 'wingtip-second-cmk');
    await expect(statusOfDecision(ana)).toHaveText('Waiting for a decision');
    await approveWith(ana, run.imsOrgId);
    await expect(statusOfDecision(ana)).toHaveText('Approved');

    // Who requested it finds both decisions, and the page of each.
    await omar.goto('/inbox?kind=APPROVAL_GRANTED');
    const granted = omar
      .getByRole('link', { name: /^Ana Approver approved the request for Wingtip Toys/ })
      .first();
    await granted.click();
    await expect(omar).toHaveURL((url) => url.pathname === page);
    await expect(statusOfDecision(omar)).toHaveText('Approved');

    const aud = await person('aud');
    await aud.goto(`/history?organization=${encodeURIComponent(run.organizationId)}`);
    const entry = aud
      .getByRole('listitem')
      .filter({ hasText: 'withdrew the approval because “The key is replaced on Monday.”' });
    await entry.getByRole('button', { name: /^Show details/ }).click();
    await expect(entry).toContainText('approvalWithdrawn');
    // Members choose their names, but not their principals.
    await expect(entry.getByText('Ana Approver')).not.toHaveCount(0);
    await expect(entry.getByText(/^member:/)).toBeVisible();
  },
);

story('an auditor sees everything and is offered no action', async ({ person }) => {
  const run = await prepare(await createCustomer('happyPath'), 'Proseware');
  await untilApprovable(run, 'AEP');
  await requestApproval(run, 'AEP');
  const aud = await person('aud');
  await expect(aud.getByText('You have no tasks.')).toBeVisible();
  await aud.goto(`/runs/${encodeURIComponent(run.runId)}`);
  await expectStep(aud, 'AEP', 'Approval', 'Waiting');
  for (const name of [/^Attest/, /Check now/, /^Name /, /More actions/, /Cancel/, /Accept this/]) {
    await expect(aud.getByRole('main').getByRole('button', { name })).toHaveCount(0);
  }
  await stepCard(aud, 'AEP', 'Approval').getByRole('link', { name: 'Open approval' }).click();
  await expect(aud.getByRole('region', { name: 'Evidence' })).toContainText(run.keys.AEP);
  await expect(aud.getByRole('region', { name: 'Decision' })).toContainText(
    'Your role can read this but not decide. Any approver or owner other than the requester decides.',
  );
  await expect(aud.getByRole('button', { name: /Approve|Refuse/ })).toHaveCount(0);
  await aud.goto('/organizations');
  await expect(aud.getByRole('link', { name: 'Proseware' })).toBeVisible();
  await expect(aud.getByRole('link', { name: /Add organization|^Import$/ })).toHaveCount(0);
});
