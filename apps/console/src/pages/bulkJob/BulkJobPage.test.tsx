// @vitest-environment jsdom
import { screen, within } from '@testing-library/react';
import { describe, expect, it } from 'vitest';
import { Pushes } from '../../fixtures/AnsweringLink.ts';
import type { Answers } from '../../fixtures/AnsweringLink.ts';
import { failsOnce } from '../../fixtures/failsOnce.ts';
import type { Locale } from '../../intl/locale.ts';
import { openConsole } from '../../testing/openConsole.tsx';

const job = (part: object = {}) => ({
  __typename: 'BulkJob',
  id: 'job-1',
  ...{ action: 'START_RUNS', track: null, status: 'RUNNING', total: 3, done: 1, refused: 1 },
  ...{ skipped: 0, startedBy: 'Olga', startedAt: '2026-11-25T08:00:00Z', endedAt: null },
  ...{
    cancelledBy: null,
    actor: null,
    linksUntil: null,
    linksWorkUntil: null,
    needsAttention: 1,
    outcomes: [],
  },
  ...part,
});
const item = (name: string, status: string, part: object = {}) => ({
  organization: { id: `organization-${name}`, name },
  ...{ run: null, status, code: null, message: null },
  ...{ outcome: null, outcomeMessage: null, findings: [], keys: [] },
  ...part,
});
const ITEMS = [
  item('Contoso', 'DONE', { run: { id: 'run-1' } }),
  item('Adatum', 'REFUSED', { code: 'RUN_EXISTS', message: 'It has a run.' }),
  item('Fabrikam', 'PENDING'),
];
const answer = (part: object = {}, items: readonly object[] = ITEMS) => ({
  node: {
    ...job(part),
    items: {
      totalCount: items.length,
      pageInfo: { hasNextPage: false, endCursor: null },
      edges: items.map((node, at) => ({ cursor: `${at}`, node })),
    },
  },
});
const open = (answers: Answers, { locale, address = '/bulk-jobs/job-1' }: Options = {}) =>
  openConsole(address, {
    role: 'OPERATOR',
    locale,
    answers: { BulkJobChanged: new Pushes(), ...answers },
  });
interface Options {
  locale?: Locale;
  address?: string;
}

describe('a bulk job', () => {
  it('shows how far it is and what became of each organization', async () => {
    open({ BulkJob: answer() });
    expect(await screen.findByRole('heading', { name: 'Start runs' })).toBeTruthy();
    expect(screen.getByText(/1 of 3 done, 1 refused/)).toBeTruthy();
    const rows = within(screen.getByRole('table', { name: 'Organizations of the job' }))
      .getAllByRole('row')
      .slice(1);
    expect(rows.map((row) => row.textContent)).toEqual([
      expect.stringMatching(/Contoso.*Done/),
      expect.stringMatching(/Adatum.*Refused.*It has a run\./),
      expect.stringMatching(/Fabrikam.*Pending/),
    ]);
    expect(within(rows[0]!).getByRole('link').getAttribute('href')).toBe('/runs/run-1');
  });

  it('that provides keys shows them, with why one was refused', async () => {
    const keyOf = (place: number) => [
      { track: 'AEP', keyIdentifier: `https://v${place}.vault.azure.net/keys/a` },
    ];
    const items = [
      item('Contoso', 'DONE', { run: { id: 'run-1' }, keys: keyOf(1) }),
      item('Adatum', 'REFUSED', { code: 'CONFLICT', message: 'Another key.', keys: keyOf(2) }),
    ];
    open({ BulkJob: answer({ action: 'PROVIDE_KEYS' }, items) });
    expect(await screen.findByRole('heading', { name: 'Provide keys' })).toBeTruthy();
    const rows = within(screen.getByRole('table', { name: 'Organizations of the job' }))
      .getAllByRole('row')
      .slice(1);
    expect(rows.map((row) => row.textContent)).toEqual([
      expect.stringMatching(/Contoso.*AEP.*v1\.vault.*Done/),
      expect.stringMatching(/Adatum.*AEP.*v2\.vault.*Refused.*Another key\./),
    ]);
  });

  it('is read again when it changes', async () => {
    const pushes = new Pushes();
    let current = answer();
    open({ BulkJob: () => current, BulkJobChanged: pushes });
    await screen.findByText(/1 of 3 done/);
    current = answer({ status: 'DONE', done: 2 });
    pushes.push({ bulkJobChanged: job({ status: 'DONE', done: 2 }) });
    expect(await screen.findAllByText(/2 of 3 done, 1 refused/)).toBeTruthy();
    expect(screen.queryByRole('button', { name: 'Cancel job' })).toBeNull();
  });

  it('says what came of checks, asks again until all ended, and leads to what needs attention', async () => {
    const checked = (name: string, outcome: string, outcomeMessage: string, findings: object[]) =>
      item(name, 'DONE', { run: { id: `run-${name}` }, outcome, outcomeMessage, findings });
    const failed = '1 check failed: VAL-05 Purge protection. Blocked at Vault.';
    const bad = checked('Adatum', 'NEEDS_ATTENTION', failed, [{ track: 'AEP', step: 'VAULT' }]);
    const part = { action: 'VERIFY', status: 'DONE', done: 2, total: 2, refused: 0 };
    const count = (outcome: string) => ({ outcome, count: 1 });
    let current = answer({ ...part, outcomes: [count('NEEDS_ATTENTION'), count('CHECKING')] }, [
      bad,
      checked('Contoso', 'CHECKING', 'Checking…', []),
    ]);
    const { sent, person, router } = open({ BulkJob: () => current });
    expect(await screen.findByText('Running · checks started for 2 of 2')).toBeTruthy();
    const outcomes = screen.getByRole('group', { name: 'Outcomes' });
    expect(outcomes.textContent).toMatch(/1 needs attention.*1 being checked/);
    const [first] = within(screen.getByRole('table')).getAllByRole('row').slice(1);
    expect(first!.textContent).toMatch(/Adatum.*Needs attention.*1 check failed: VAL-05/);
    expect(within(first!).getByRole('link').getAttribute('href')).toBe(
      '/runs/run-Adatum#step-AEP-VAULT',
    );
    current = answer({ ...part, outcomes: [count('NEEDS_ATTENTION'), count('PASSED')] }, [
      bad,
      checked('Contoso', 'PASSED', 'All checks passed.', []),
    ]);
    expect(await screen.findByText('All checks passed.')).toBeTruthy();
    expect(screen.getByText('Done · checks started for 2 of 2')).toBeTruthy();
    await person.click(
      screen.getByRole('link', { name: 'Show what needs attention or was refused (1)' }),
    );
    await expect.poll(() => router.latestLocation.search).toEqual({ status: 'ATTENTION' });
    await expect
      .poll(() => sent('BulkJob').at(-1))
      .toMatchObject({ status: null, needsAttention: true });
  });

  it.each([
    [{ refused: 1, needsAttention: 1 }, 'warning'],
    [{ refused: 0, needsAttention: 0 }, 'check'],
  ])('is marked as passed only where nothing was refused: %o', async (part, shape) => {
    open({ BulkJob: answer({ status: 'DONE', done: 2, ...part }) });
    const line = await screen.findByText(/^Done · /);
    expect(line.parentElement!.innerHTML).toContain(`data-shape="${shape}"`);
  });

  it('is filtered by the address', async () => {
    const { sent } = open({ BulkJob: answer() }, { address: '/bulk-jobs/job-1?status=REFUSED' });
    await screen.findByText(/1 of 3 done/);
    expect(sent('BulkJob')[0]).toMatchObject({ status: 'REFUSED' });
  });

  it('is canceled after a confirmation', async () => {
    const { person, sent } = open({
      BulkJob: answer(),
      CancelBulk: { cancelBulk: { job: job({ status: 'CANCELLED', skipped: 1 }), userErrors: [] } },
    });
    await person.click(await screen.findByRole('button', { name: 'Cancel job' }));
    const dialog = within(await screen.findByRole('alertdialog'));
    await person.click(dialog.getByRole('button', { name: 'Cancel job' }));
    expect(await screen.findAllByText(/1 skipped/)).toBeTruthy();
    expect(sent('CancelBulk')).toMatchObject([{ input: { id: 'job-1' } }]);
  });

  const link = 'https://keyway.example/hand-off/kwh_0123456789';
  const made = [item('Contoso', 'DONE', { run: { id: 'run-1' }, message: link })];

  it('shows the links that it made, and saves all of them as a file', async () => {
    const part = {
      ...{ action: 'CREATE_HAND_OFFS', actor: 'AZURE_ADMIN' },
      ...{ linksUntil: '2026-11-26T08:00:00Z', linksWorkUntil: '2026-12-09T08:00:00Z' },
    };
    const one = { ...made[0], organization: { id: 'o', name: 'Contoso', imsOrgId: 'A@Adobe' } };
    const pageInfo = { hasNextPage: false, endCursor: null };
    const items = { totalCount: 1, pageInfo, edges: [{ cursor: 'o', node: one }] };
    const node = { __typename: 'BulkJob', id: 'job-1', items };
    const { person } = open({ BulkJob: answer(part, made), BulkItemsFile: { node } });
    expect(await screen.findByText('Copy or download the links now')).toBeTruthy();
    const heading = { name: 'Create hand-offs · for the Azure admins' };
    expect(screen.getByRole('heading', heading)).toBeTruthy();
    expect(
      screen.getByText(/^They work until Dec 9, 2026.* read them here, until Nov 26/),
    ).toBeTruthy();
    expect(screen.getByRole('button', { name: 'Copy link' })).toBeTruthy();
    const saved: Blob[] = [];
    Object.assign(URL, {
      createObjectURL: (blob: Blob) => `blob:${saved.push(blob)}`,
      revokeObjectURL: () => undefined,
    });
    await person.click(screen.getByRole('button', { name: 'Download as CSV' }));
    await expect.poll(() => saved.length).toBe(1);
    expect(await saved[0]!.text()).toContain(`"Contoso","A@Adobe","${link}"`);
    // Only this file has them.
    await person.click(await screen.findByRole('button', { name: 'Export CSV' }));
    await expect.poll(() => saved.length).toBe(2);
    expect(await saved[1]!.text()).toContain('"Contoso"');
    expect(await saved[1]!.text()).not.toContain('kwh_');
    // The dialog that read them closes first.
    await person.click(await screen.findByRole('button', { name: 'Copy all links' }));
    expect(await screen.findAllByText(/^1 link copied/)).not.toEqual([]);
    expect(await navigator.clipboard.readText()).toBe(`Contoso\t${link}`);
  });

  it('says where a link is not shown any more', async () => {
    const part = { action: 'CREATE_HAND_OFFS', linksUntil: '2026-11-26T08:00:00Z' };
    open({ BulkJob: answer(part, [item('Contoso', 'DONE', { run: { id: 'run-1' } })]) });
    expect(await screen.findByText(/^Link no longer shown/)).toBeTruthy();
  });

  it('says whose its links are, to others', async () => {
    open({ BulkJob: answer({ action: 'CREATE_HAND_OFFS' }) });
    expect(await screen.findByText(/shown to whoever started the job/)).toBeTruthy();
    expect(screen.queryByRole('button', { name: 'Download as CSV' })).toBeNull();
  });

  it('says that it could not be loaded, and that there is none', async () => {
    const { person } = open({ BulkJob: failsOnce('Too busy.', () => ({ node: null })) });
    await person.click(await screen.findByRole('button', { name: 'Try again' }));
    expect(await screen.findByText('Page not found')).toBeTruthy();
  });

  it('is in Spanish', async () => {
    open({ BulkJob: answer() }, { locale: 'es' });
    expect(await screen.findByText(/1 de 3 hechas, 1 rechazada/)).toBeTruthy();
  });
});
