// @vitest-environment jsdom
/** One act for all tasks of a group: all of them, also those that the list does not show. */
import { screen, within } from '@testing-library/react';
import { expect, it } from 'vitest';
import { PENDING, type Answers } from '../../fixtures/AnsweringLink.ts';
import { failsOnce } from '../../fixtures/failsOnce.ts';
import { aHealth } from '../../fixtures/aHealth.ts';
import { tasksAnswer } from '../../fixtures/tasksAnswer.ts';
import type { Role } from '../../generated/enums.ts';
import { openConsole } from '../../testing/openConsole.tsx';

const task = (name: string, mutation: string, label: string) => ({
  ...{ since: '2026-11-25T08:00:00.000Z', urgency: 'WAITING', position: name },
  action: { mutation, track: 'CJA', step: null, label, reason: null },
  run: {
    ...{ id: `run-${name}`, version: 1, dueAt: null, overdue: false, owner: null },
    organization: { id: name, name },
  },
});
const TASKS = [
  ...['o-0', 'o-1', 'o-2'].map((name) => task(name, 'requestApproval', 'Request approval')),
  ...['p-0', 'p-1'].map((name) => task(name, 'provideKey', 'Provide key')),
  task('single', 'confirmCja', 'Confirm'),
];
const TOTAL = 250;
/** 100 a page, as the server sends them. */
const GroupOrganizations = ({ mutation, after }: { mutation?: string; after?: string | null }) => {
  const from = Number(after ?? 0);
  const all = mutation === 'requestApproval' ? TOTAL : 2;
  const prefix = mutation === 'requestApproval' ? 'o' : 'p';
  const until = Math.min(from + 100, all);
  const nodes = Array.from({ length: until - from }, (_, place) => ({
    action: { track: 'CJA' },
    run: { id: `run-${from + place}`, organization: { id: `${prefix}-${from + place}` } },
  }));
  const pageInfo = { hasNextPage: until < all, endCursor: String(until) };
  return { portfolio: { tasks: { pageInfo, nodes } } };
};
const Tasks = tasksAnswer(TASKS, TASKS.length + TOTAL - 3);
const organization = { id: 'o-0', name: 'o-0', imsOrgId: 'o-0@AdobeOrg' };
const open = (answers: Answers = {}, role: Role = 'OPERATOR') =>
  openConsole('/', {
    role,
    answers: {
      MatrixPage: {
        organizations: {
          totalCount: 1,
          pageInfo: { hasNextPage: false, endCursor: null },
          nodes: [{ ...organization, keyHealth: aHealth(), currentRun: null }],
        },
      },
      ...{ MatrixChanges: PENDING, BulkJob: PENDING, BulkJobChanged: PENDING },
      ...{ Tasks, TaskGroup: PENDING, TaskApprovers: PENDING, GroupOrganizations },
      BulkPreview: {
        bulkPreview: { affected: TOTAL, blockedCount: 0, eligible: [], blocked: [] },
      },
      StartBulk: { startBulk: { job: { id: 'job-1' }, userErrors: [] } },
      ...answers,
    },
  });
const REQUEST = 'Do for all (250)… Request approval';
const ids = Array.from({ length: TOTAL }, (_, place) => `o-${place}`);

it('requests approval for all of a group, in one act, and leads to the job', async () => {
  const { person, sent, router } = open();
  await person.click(await screen.findByRole('button', { name: REQUEST }));
  const dialog = within(await screen.findByRole('dialog', { name: 'Bulk action' }));
  await person.click(await dialog.findByRole('button', { name: 'Request 250 approvals' }));
  await expect.poll(() => router.latestLocation.pathname).toBe('/bulk-jobs/job-1');
  const wanted = { action: 'REQUEST_APPROVAL', track: 'CJA', organizationIds: ids };
  expect(sent('BulkPreview')).toMatchObject([wanted]);
  expect(sent('StartBulk')).toMatchObject([{ input: wanted }]);
});

it('asks what to do, where the tasks are done one by one', async () => {
  const { person, sent } = open();
  await person.click(await screen.findByRole('button', { name: 'Bulk action (2)… Provide key' }));
  const dialog = within(await screen.findByRole('dialog', { name: 'Bulk action' }));
  expect(dialog.getByText(/^Choose an action/)).toBeTruthy();
  await person.click(dialog.getByRole('radio', { name: 'Check now' }));
  await expect
    .poll(() => sent('BulkPreview'))
    .toMatchObject([{ action: 'VERIFY', organizationIds: ['p-0', 'p-1'] }]);
});

it('says that the tasks could not be read, and starts nothing', async () => {
  const { person, sent } = open({
    GroupOrganizations: failsOnce('Too busy.', GroupOrganizations),
  });
  await person.click(await screen.findByRole('button', { name: REQUEST }));
  expect(await screen.findByText('Couldn’t read the tasks of the group')).toBeTruthy();
  expect(screen.queryByRole('dialog')).toBeNull();
  await person.click(screen.getByRole('button', { name: 'Try again' }));
  expect(await screen.findByRole('dialog', { name: 'Bulk action' })).toBeTruthy();
  expect(sent('StartBulk')).toEqual([]);
});

it('says that one job takes the first 10,000 alone, where there are more', async () => {
  const many = 12_345;
  const pageOfMany = ({ after }: { after?: string | null }) => {
    const from = Number(after ?? 0);
    const until = Math.min(from + 5_000, many);
    const nodes = Array.from({ length: until - from }, (_, place) => ({
      action: { track: 'CJA' },
      run: { id: `run-${from + place}`, organization: { id: `o-${from + place}` } },
    }));
    const pageInfo = { hasNextPage: until < many, endCursor: String(until) };
    return { portfolio: { tasks: { pageInfo, nodes } } };
  };
  const { person, sent } = open({ GroupOrganizations: pageOfMany });
  await person.click(await screen.findByRole('button', { name: REQUEST }));
  const dialog = within(await screen.findByRole('dialog', { name: 'Bulk action' }));
  expect(dialog.getByText(/These are the first 10,000 of 12,345 organizations,/)).toBeTruthy();
  await expect.poll(() => sent('BulkPreview')).toHaveLength(1);
  expect(sent('BulkPreview')[0]?.organizationIds).toHaveLength(10_000);
});

it('is not offered for a single task', async () => {
  open();
  await screen.findByRole('button', { name: REQUEST });
  expect(screen.queryByRole('button', { name: /^Do for all.*Confirm$/ })).toBeNull();
});

it('is not offered to an approver', async () => {
  open({}, 'APPROVER');
  await screen.findByRole('button', { name: /^Request approval · 250/ });
  expect(screen.queryByRole('button', { name: /^Do for all/ })).toBeNull();
});
