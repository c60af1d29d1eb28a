/** Links that name a place lead to it: the step is open, in view, and has the focus. */
import type { Page } from '@playwright/test';
import { PEOPLE } from '../person/people.ts';
import { expect, story } from '../person/story.ts';
import { expectAtStep } from '../person/runPage.ts';
import { prepare, type Prepared } from '../product/customers.ts';
import { memberIdOf } from '../product/members.ts';
import { ask, type Payload } from '../product/graphql.ts';
import { requestApproval, untilApprovable } from '../product/runs.ts';
import { createCustomer } from '../product/sandbox.ts';

const NAME = 'Relecloud';
const runAddress = ({ runId }: Prepared) => `/runs/${encodeURIComponent(runId)}`;
const onRun = (page: Page, run: Prepared, anchor = '') =>
  expect(page).toHaveURL((url) => url.pathname + url.hash === runAddress(run) + anchor);

/** A comment on a step that names a member. */
async function mention({ runId }: Prepared, memberId: string): Promise<void> {
  const input = {
    runId,
    track: 'AEP',
    step: 'KEY',
    text: 'Can you call them?',
    mentions: [memberId],
  };
  const { addComment } = await ask<{ addComment: Payload }>(
    'mutation($input: AddCommentInput!) { addComment(input: $input) { userErrors { message } } }',
    { input },
  );
  expect(addComment.userErrors).toEqual([]);
}

story(
  'what is blocked, the heads, and the inbox lead to the step they name',
  async ({ person }) => {
    const run = await prepare(await createCustomer('expiredKey'), `${NAME} Blocked`);
    // Whoever has signed in can be named.
    const omar = await person('omar');
    // Only rows in view are in the page, and other stories have theirs.
    const portfolio = `/?text=${NAME}`;
    await omar.goto(portfolio);
    const row = omar
      .getByRole('grid', { name: 'Organizations by step' })
      .getByRole('row')
      .filter({ hasText: run.name });
    await expect(row).toContainText('Blocked');

    const tasks = omar.getByRole('region', { name: 'Your tasks' });
    const blocked = tasks.getByRole('button', { name: /^Blocked steps · / });
    await expect(blocked).toHaveAttribute('aria-expanded', 'true');
    const link = tasks.getByRole('link', { name: `Open Key: ${run.name}` }).first();
    const more = tasks
      .getByRole('list', { name: 'Blocked steps' })
      .locator('..')
      .getByRole('button');
    if (!(await link.isVisible())) await more.click();
    await link.click();
    await onRun(omar, run, '#step-AEP-KEY');
    await expectAtStep(omar, 'AEP', 'KEY');

    await omar.goto(portfolio);
    await omar.getByRole('button', { name: /^AEP, Key:/ }).click();
    await omar.getByRole('menuitemradio', { name: /^Blocked/ }).click();
    await expect(omar).toHaveURL(/step=AEP-KEY-BLOCKED/);
    await row.getByRole('gridcell', { name: 'AEP, Key: Blocked' }).click();
    await onRun(omar, run, '#step-AEP-KEY');

    // The inbox is open before: what comes is shown without a reload.
    await omar.getByRole('link', { name: /^Inbox/ }).click();
    await expect(omar.getByRole('heading', { level: 1, name: 'Inbox' })).toBeVisible();
    await mention(run, await memberIdOf(PEOPLE.omar));
    await omar
      .getByRole('listitem')
      .filter({ hasText: 'Can you call them?' })
      .filter({ hasText: run.name })
      .getByRole('link')
      .click();
    await onRun(omar, run, '#step-AEP-KEY');
    await expectAtStep(omar, 'AEP', 'KEY');
  },
);

story('approvals, history, activity and search lead to what they name', async ({ person }) => {
  const run = await prepare(await createCustomer('happyPath'), `${NAME} Approval`);
  await untilApprovable(run, 'AEP');
  await requestApproval(run, 'AEP');
  const ana = await person('ana');
  await ana
    .getByRole('navigation', { name: 'Main' })
    .getByRole('link', { name: /^Approvals/ })
    .click();
  const listed = ana.getByRole('row').filter({ hasText: run.name });
  await listed.getByRole('link').first().click();
  await expect(ana).toHaveURL((url) => url.pathname === `${runAddress(run)}/approval/AEP`);
  await ana.getByRole('link', { name: `Back to ${run.name}` }).click();
  await onRun(ana, run);

  await mention(run, await memberIdOf(PEOPLE.ana));
  const activity = ana.getByRole('region', { name: 'Activity' });
  const place = activity.getByRole('link', { name: 'AEP · Key' });
  // The second press is of the address that the page has already.
  for (let turn = 0; turn < 2; turn += 1) {
    await place.click();
    await expectAtStep(ana, 'AEP', 'KEY');
  }
  await onRun(ana, run, '#step-AEP-KEY');

  await ana
    .getByRole('navigation', { name: 'Main' })
    .getByRole('link', { name: 'History' })
    .click();
  await expect(ana.getByRole('heading', { level: 1, name: 'History' })).toBeVisible();
  await ana
    .getByRole('listitem')
    .filter({ hasText: 'Can you call them?' })
    .filter({ hasText: run.name })
    .getByRole('link', { name: run.name })
    .click();
  await onRun(ana, run, '#step-AEP-KEY');
  await expectAtStep(ana, 'AEP', 'KEY');

  await ana.goto('/history');
  await expect(ana.getByRole('heading', { level: 1, name: 'History' })).toBeVisible();
  await ana.keyboard.press('Control+k');
  await ana.getByRole('combobox', { name: /^Search by organization/ }).fill(run.name);
  await ana.getByRole('option').filter({ hasText: run.name }).click();
  await onRun(ana, run);
  await expect(ana.getByRole('heading', { level: 1, name: run.name })).toBeVisible();
});

story('the counts of the home page lead to what they count', async ({ person }) => {
  const run = await prepare(await createCustomer('expiredKey'), `${NAME} Counted`);
  const omar = await person('omar');
  await omar.goto(`/?text=${encodeURIComponent(run.name)}`);
  const row = omar
    .getByRole('grid', { name: 'Organizations by step' })
    .getByRole('row')
    .filter({ hasText: run.name });
  await expect(row).toContainText('Blocked');
  const asksFor = (name: string, value: string | null) =>
    expect(omar).toHaveURL((url) => url.searchParams.get(name) === value);

  const statuses = omar.getByRole('navigation', { name: 'Views' });
  const blocked = statuses.getByRole('link', { name: /^Blocked/ });
  await expect(blocked).toContainText('1');
  await blocked.click();
  await asksFor('status', 'BLOCKED');
  await expect(blocked).toHaveAttribute('aria-current', /./);
  await expect(row).toBeVisible();

  // Both hold at once, and each is left by its own first tab.
  const turns = omar.getByRole('navigation', { name: 'Whose turn' });
  const customer = turns.getByRole('link', { name: /^Customer/ });
  await expect(customer).toContainText('1');
  await customer.click();
  await asksFor('waiting', 'CUSTOMER');
  await asksFor('status', 'BLOCKED');
  await expect(row).toBeVisible();
  await turns.getByRole('link', { name: /^Adobe/ }).click();
  await asksFor('waiting', 'ADOBE');
  await expect(row).toHaveCount(0);
  await turns.getByRole('link', { name: /^Anyone/ }).click();
  await asksFor('waiting', null);
  await expect(row).toBeVisible();
  await statuses.getByRole('link', { name: /^All/ }).click();
  await asksFor('status', null);
  await expect(row).toBeVisible();
});
