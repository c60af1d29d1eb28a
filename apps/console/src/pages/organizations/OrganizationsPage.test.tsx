// @vitest-environment jsdom
import { act, screen, within } from '@testing-library/react';
import { describe, expect, it, onTestFinished, vi } from 'vitest';
import { PENDING, Pushes, type Answers } from '../../fixtures/AnsweringLink.ts';
import { aHealth } from '../../fixtures/aHealth.ts';
import { failsOnce } from '../../fixtures/failsOnce.ts';
import type { Role } from '../../generated/enums.ts';
import type { Locale } from '../../intl/locale.ts';
import { openConsole } from '../../testing/openConsole.tsx';

const SINCE = '2026-11-24T12:00:00Z';
const connection = (state: string) => ({
  ...{ state, checkedAt: null, nextCheckAt: null, code: null, message: null, cause: null },
  ...{ remedy: null, clientId: 'client', tenantId: null, subscriptionId: null, replacement: null },
});
const organization = (name: string, part: object = {}) => ({
  id: `organization-${name}`,
  name,
  imsOrgId: '0123456789ABCDEF01234567@AdobeOrg',
  keyHealth: aHealth(),
  cloud: 'AZURE',
  region: 'VA7',
  shield: 'HEALTHCARE_SHIELD',
  adobeConnection: null,
  azureConnection: null,
  awsConnection: null,
  currentRun: null,
  ...part,
});
const WAITING_RUN = {
  id: 'run-1',
  status: 'WAITING',
  ...{ waitingOn: ['AZURE_ADMIN'], nobodysTurnUntil: null, refusedTracks: [], delays: [] },
  ...{ owner: null, dueAt: null, overdue: false },
  tracks: [{ id: 'AEP', steps: [{ id: 'VAULT', status: 'WAITING', since: SINCE }] }],
};

function page(nodes: readonly object[], endCursor: string | null = null) {
  const edges = nodes.map((node, at) => ({ cursor: `cursor-${at}`, node }));
  const pageInfo = { hasNextPage: endCursor !== null, endCursor };
  return { organizations: { totalCount: nodes.length, pageInfo, edges } };
}

interface Opened {
  role?: Role;
  locale?: Locale;
  address?: string;
  answers?: Answers;
}
const RunOwners = { runOwners: [{ id: 'member-2', name: 'Ana Admin' }] };

function open(
  Organizations: object,
  { role, locale, address = '/organizations', answers = {} }: Opened = {},
) {
  return openConsole(address, { role, locale, answers: { Organizations, RunOwners, ...answers } });
}

const names = () =>
  screen.queryAllByRole('rowheader').map((cell) => cell.querySelector('bdi')?.textContent);

describe('the list of organizations', () => {
  it('shows status, whom a run waits on, and connections, and leads to each', async () => {
    const contoso = organization('Contoso', {
      currentRun: WAITING_RUN,
      azureConnection: connection('FAILED'),
    });
    const onAws = organization('Nod', { cloud: 'AWS', awsConnection: connection('CONNECTED') });
    open(page([contoso, organization('Adatum'), onAws]));
    const table = await screen.findByRole('table', { name: 'Organizations' });
    const [, first, second, third] = within(table).getAllByRole('row');
    expect(first?.textContent).toMatch(/Contoso.*US East.*Healthcare Shield.*Waiting/);
    expect(first?.textContent).toContain('the Azure admin');
    expect(within(first!).getByRole('img', { name: 'Failed' })).toBeTruthy();
    expect(second?.textContent).toContain('Not connected');
    expect(within(third!).getByTitle('Connected').textContent).toContain('AWS');
    expect(within(second!).getByRole('link').getAttribute('href')).toBe(
      '/organizations/organization-Adatum',
    );
  });

  it('says why nothing is sent since the database lost time, and until when', async () => {
    vi.useFakeTimers({ toFake: ['Date', 'setTimeout'], shouldAdvanceTime: true });
    onTestFinished(() => void vi.useRealTimers());
    const until = new Date(Date.now() + 290_000).toISOString();
    const delay = { track: 'AEP', steps: ['SUBMISSION'], until, remainingSeconds: 290 };
    const shorter = { ...delay, until: new Date(Date.now() + 60_000).toISOString() };
    const delays = [
      { ...shorter, sentence: 'A shorter wait.' },
      { ...delay, track: 'CJA', sentence: 'The database failed over on 2026-11-24 00:10 UTC.' },
    ];
    const held = { ...WAITING_RUN, status: 'IN_PROGRESS', waitingOn: ['SYSTEM'], delays };
    const both = { ...held, id: 'run-2', waitingOn: ['AZURE_ADMIN', 'SYSTEM'] };
    open(
      page([
        organization('Contoso', { currentRun: held }),
        organization('Nod', { currentRun: both }),
      ]),
    );
    const table = await screen.findByRole('table', { name: 'Organizations' });
    const [, first, second] = within(table).getAllByRole('row');
    expect(first?.textContent).toMatch(
      /Waits until .*The database failed over on Nov 2[34], 2026, /,
    );
    // Somebody has to act.
    expect(second?.textContent).toMatch(/the Azure admin/);
    expect(second?.textContent).not.toMatch(/Waits until/);
    await act(() => vi.advanceTimersByTimeAsync(61_000));
    expect(first?.textContent).toMatch(/Waits until .*The database failed over/);
    await act(() => vi.advanceTimersByTimeAsync(230_000));
    expect(first?.textContent).not.toMatch(/Waits until|failed over/);
  });

  it('is sorted by the server, says by what, and keeps that with the filters', async () => {
    const { person, sent, router } = open(page([organization('Contoso')]));
    const head = async (name: RegExp) => screen.findByRole('columnheader', { name });
    expect((await head(/^Name/)).ariaSort).toBe('ascending');
    expect(screen.queryByRole('button', { name: /^Sort by/ })).toBeNull();
    await person.click(screen.getByRole('button', { name: 'Due' }));
    await expect.poll(() => sent('Organizations').at(-1)).toMatchObject({ orderBy: 'DUE' });
    expect((await head(/Due$/)).ariaSort).toBe('ascending');
    expect((await head(/^Name/)).ariaSort).toBeNull();
    expect(router.state.location.search).toEqual({ sort: 'due' });
    await person.click(screen.getByRole('button', { name: 'Name' }));
    await expect.poll(() => sent('Organizations').at(-1)).toMatchObject({ orderBy: 'NAME' });
  });

  it('is sorted from a menu where rows are cards, without headers', async () => {
    const { matchMedia } = window;
    window.matchMedia = (query) => ({ ...matchMedia(query), matches: query === '(width < 960px)' });
    onTestFinished(() => {
      window.matchMedia = matchMedia;
    });
    const { person, sent } = open(page([organization('Contoso')]));
    await person.click(await screen.findByRole('button', { name: 'Sort by: Name' }));
    await person.click(await screen.findByRole('menuitemradio', { name: 'Due' }));
    await expect.poll(() => sent('Organizations').at(-1)).toMatchObject({ orderBy: 'DUE' });
    expect(await screen.findByRole('button', { name: 'Sort by: Due' })).toBeTruthy();
    // Out of sight, the headers still name the columns, and take no focus.
    const heads = screen.getAllByRole('columnheader', { name: /^Name|Due$/ });
    expect(heads.map(({ ariaSort }) => ariaSort)).toEqual([null, 'ascending']);
    expect(heads.flatMap((head) => within(head).queryAllByRole('button'))).toEqual([]);
  });

  it('says who is responsible and what is late, and finds that of the viewer', async () => {
    const owner = { id: 'viewer-1', name: 'Omar Operator', removedAt: null };
    const late = { owner, dueAt: '2020-01-31T12:00:00.000Z', overdue: true };
    const contoso = organization('Contoso', { currentRun: { ...WAITING_RUN, ...late } });
    const { sent, person } = open(page([contoso]), {
      address: '/organizations?owner=me&overdue=yes&stuck=7d',
    });
    const table = await screen.findByRole('table', { name: 'Organizations' });
    const [, first] = within(table).getAllByRole('row');
    expect(first?.textContent).toMatch(/Omar Operator \(you\)Overdue since Jan 31, 2020/);
    await expect
      .poll(() => sent('Organizations').at(-1))
      .toMatchObject({
        filter: { ownerId: 'viewer-1', overdue: true, stuckForSeconds: 604_800 },
      });
    await person.click(screen.getByRole('button', { name: /^Responsible/ }));
    await person.click(await screen.findByRole('menuitemradio', { name: 'Anyone' }));
    await expect
      .poll(() => sent('Organizations').at(-1)?.filter)
      .toEqual({ overdue: true, stuckForSeconds: 604_800 });
  });

  it('finds what a colleague is responsible for, and what nobody is', async () => {
    const { sent, person } = open(page([]), { address: '/organizations?owner=member-9' });
    const pick = async (name: string) => {
      await person.click(await screen.findByRole('button', { name: /^Responsible/ }));
      await person.click(await screen.findByRole('menuitemradio', { name }));
      return () => expect.poll(() => sent('Organizations').at(-1)?.filter);
    };
    // Somebody who is responsible for nothing now.
    expect(await screen.findByRole('button', { name: 'Responsible: Another person' })).toBeTruthy();
    await (await pick('Ana Admin'))().toEqual({ ownerId: 'member-2' });
    await (await pick('No one'))().toEqual({ unassigned: true });
    await (await pick('Mine'))().toEqual({ ownerId: 'viewer-1' });
  });

  it('is filtered by the address, and says that nothing matches', async () => {
    const { person, sent, router } = open(
      ({ filter }: { filter?: object }) => page(filter ? [] : [organization('Contoso')]),
      { address: '/organizations?region=NLD2&status=BLOCKED&cloud=MOON' },
    );
    expect(await screen.findByText('No matching organizations')).toBeTruthy();
    expect(sent('Organizations')[0]?.filter).toEqual({ region: 'NLD2', runStatus: ['BLOCKED'] });
    await person.click(screen.getByRole('button', { name: 'Clear filters' }));
    await expect.poll(names).toEqual(['Contoso']);
    expect(router.state.location.href).toBe('/organizations');
  });

  it('loads page by page', async () => {
    const { person } = open(({ after }: { after?: string }) =>
      after ? page([organization('Contoso')]) : page([organization('Adatum')], 'cursor-0'),
    );
    await person.click(await screen.findByRole('button', { name: 'Load more' }));
    await expect.poll(names).toEqual(['Adatum', 'Contoso']);
    expect(screen.queryByRole('button', { name: 'Load more' })).toBeNull();
  });

  it('says why it could not be loaded, and is loaded again', async () => {
    const { person } = open(failsOnce('Too busy.', () => page([organization('Contoso')])));
    expect(await screen.findByText('Couldn’t load the organizations')).toBeTruthy();
    await person.click(screen.getByRole('button', { name: 'Try again' }));
    await expect.poll(names).toEqual(['Contoso']);
  });

  it('invites to add the first organization only who may add one', async () => {
    open(page([]));
    expect(await screen.findByText('Add your first organization')).toBeTruthy();
    const add = screen.getByRole('link', { name: 'Add organization' });
    expect(add.getAttribute('href')).toBe('/organizations/new');
    const steps = within(screen.getByRole('list', { name: 'Three steps' }));
    expect(steps.getAllByRole('heading').map(({ textContent }) => textContent)).toEqual([
      ...['1. Add', '2. Connect', '3. Approve'],
    ]);
  });

  it('offers nothing to a role that only reads', async () => {
    open(page([]), { role: 'AUDITOR' });
    expect(await screen.findByText('Add your first organization')).toBeTruthy();
    expect(screen.queryByRole('link', { name: 'Add organization' })).toBeNull();
  });

  it('offers neither runs nor imports above the list to a role that only reads', async () => {
    open(page([organization('Contoso')]), { role: 'AUDITOR' });
    await expect.poll(names).toEqual(['Contoso']);
    expect(screen.queryByRole('button', { name: 'Start runs' })).toBeNull();
    expect(screen.queryByRole('link', { name: 'Import' })).toBeNull();
  });

  it('shows no empty list while it loads', async () => {
    const { sent } = open(PENDING);
    await expect.poll(() => sent('Organizations')).toHaveLength(1);
    expect(await screen.findByRole('heading', { name: 'Organizations' })).toBeTruthy();
    expect(screen.queryByText('No matching organizations')).toBeNull();
  });

  it('is filtered by the health of keys, and read again when that changes', async () => {
    const changes = new Pushes();
    const Organizations = page([organization('Contoso')]);
    const { sent } = openConsole('/organizations?health=REVOKED', {
      answers: { Organizations, RunOwners, KeyHealthChanges: changes },
    });
    await screen.findByText('Contoso');
    expect(sent('Organizations').at(-1)).toMatchObject({ filter: { health: ['REVOKED'] } });
    const before = sent('Organizations').length;
    await expect
      .poll(() => {
        const id = 'organization-Contoso';
        act(() => changes.push({ keyHealthChanged: { id, keyHealth: aHealth('HEALTHY', 9) } }));
        return screen.queryAllByText('Healthy').length;
      })
      .toBeGreaterThan(0);
    await expect.poll(() => sent('Organizations').length).toBeGreaterThan(before);
  });

  it('is in Spanish', async () => {
    open(page([organization('Contoso')]), { locale: 'es' });
    expect(await screen.findByRole('button', { name: 'Iniciar procesos' })).toBeTruthy();
    expect(screen.getByText('Sin conectar')).toBeTruthy();
  });
});

describe('starting runs', () => {
  const named = (name: string) => ({ id: `organization-${name}`, name });
  const preview = (more: object = {}) => ({
    bulkPreview: {
      ...{ affected: 1, blockedCount: 1, eligible: [named('Contoso')] },
      blocked: [
        { organization: named('Adatum'), code: 'NOT_ENTITLED', message: 'It has no shield.' },
      ],
      ...more,
    },
  });
  const STARTED = { startBulk: { job: { id: 'job-1' }, userErrors: [] } };

  async function openDialog(BulkPreview: Answers[string], StartBulk: Answers[string] = STARTED) {
    const opened = open(page([organization('Contoso')]), {
      address: '/organizations?region=VA7',
      answers: { BulkPreview, StartBulk, BulkJob: PENDING, BulkJobChanged: PENDING },
    });
    await opened.person.click(await screen.findByRole('button', { name: 'Start runs' }));
    return { ...opened, dialog: within(await screen.findByRole('dialog', { name: 'Start runs' })) };
  }

  it('shows what would start and what is refused, then starts exactly that as a job', async () => {
    const { person, sent, router, dialog } = await openDialog(preview());
    const start = await dialog.findByRole('button', { name: 'Start 1 run' });
    expect(dialog.getAllByText('It has no shield. (1)')).toHaveLength(2);
    expect(dialog.queryByRole('radio')).toBeNull();
    expect(sent('BulkPreview')).toMatchObject([
      { action: 'START_RUNS', filter: { region: 'VA7' } },
    ]);
    await person.click(start);
    await expect.poll(() => router.latestLocation.pathname).toBe('/bulk-jobs/job-1');
    const [job] = sent('StartBulk');
    expect(job?.input).toMatchObject({
      ...{ action: 'START_RUNS', organizationIds: ['organization-Contoso'] },
    });
    expect(job?.input.filter).toBeUndefined();
  });

  it('starts everything that matches, where the preview lists the beginning alone', async () => {
    const { person, sent, router, dialog } = await openDialog(preview({ affected: 740 }));
    await person.click(await dialog.findByRole('button', { name: 'Start 740 runs' }));
    await expect.poll(() => router.latestLocation.pathname).toBe('/bulk-jobs/job-1');
    const [job] = sent('StartBulk');
    expect(job?.input).toMatchObject({ action: 'START_RUNS', filter: { region: 'VA7' } });
    expect(job?.input.organizationIds).toBeUndefined();
  });

  it('is sent again with the same key after a failure', async () => {
    const { person, sent, router, dialog } = await openDialog(
      preview(),
      failsOnce('Timed out.', () => STARTED),
    );
    await person.click(await dialog.findByRole('button', { name: 'Start 1 run' }));
    await person.click(await dialog.findByRole('button', { name: 'Try again' }));
    await expect.poll(() => router.latestLocation.pathname).toBe('/bulk-jobs/job-1');
    const [first, second] = sent('StartBulk');
    expect(first?.input.idempotencyKey).toBeTruthy();
    expect(second).toEqual(first);
  });

  it('shows why the server refused it', async () => {
    const userErrors = [{ code: 'FORBIDDEN', message: 'Ask an owner.', field: null }];
    const refusal = { startBulk: { job: null, userErrors } };
    const { person, dialog } = await openDialog(preview(), refusal);
    await person.click(await dialog.findByRole('button', { name: 'Start 1 run' }));
    expect(await dialog.findByText('Ask an owner.')).toBeTruthy();
  });

  it('says that the preview failed, and starts nothing', async () => {
    const { dialog } = await openDialog(failsOnce('Too busy.', () => preview()));
    expect(await dialog.findByText('Couldn’t check what the action would do')).toBeTruthy();
    expect(dialog.getByRole('button', { name: 'Nothing to do' })).toHaveProperty('disabled', true);
  });
});
