// @vitest-environment jsdom
import { act, screen, within } from '@testing-library/react';
import { describe, expect, it } from 'vitest';
import { setLiveConnection } from '../../apollo/liveConnection.ts';
import { Pushes } from '../../fixtures/AnsweringLink.ts';
import { failsOnce } from '../../fixtures/failsOnce.ts';
import type { Answers } from '../../fixtures/AnsweringLink.ts';
import type { Role } from '../../generated/enums.ts';
import type { Locale } from '../../intl/locale.ts';
import { openConsole } from '../../testing/openConsole.tsx';

const at = (hour: number): string => `2026-11-25T${String(hour).padStart(2, '0')}:00:00.000Z`;
const action = {
  ...{ mutation: 'provideKey', track: 'AEP', step: 'KEY', movesRun: true },
  label: 'Provide key',
};
const organization = (name: string) => ({ id: name, name, imsOrgId: name, archivedAt: null });

function aRun(name: string, version: number, hour: number | null) {
  const since = at(hour ?? 1);
  const step = { id: 'KEY', status: 'READY', actor: 'PARTNER', mode: null, since };
  return {
    ...{ id: `run-${name}`, version, status: 'WAITING', waitingOn: [], startedAt: at(0) },
    ...{ coolingOffs: [], nobodysTurnUntil: null },
    ...{ owner: null, dueAt: null, overdue: false },
    progress: { done: 0, total: 19 },
    tracks: [{ id: 'AEP', status: 'READY', steps: [step] }],
    organization: organization(name),
    nextActions: hour === null ? [] : [action],
  };
}

/** @param version above that of the tests before, because rows are kept */
function open(
  address = '/',
  more: Record<string, object> = {},
  version = 5,
  also: Answers = {},
  role?: Role,
  locale?: Locale,
) {
  const changes = new Pushes();
  const names = ['Adatum', 'Contoso', 'Fabrikam'];
  const nodes = names.map((name) => ({
    ...organization(name),
    currentRun: { ...aRun(name, version, null), ...more[name] },
  }));
  const pageInfo = { hasNextPage: false, endCursor: null };
  const tasks = [
    { since: at(3), action, run: { ...aRun('Adatum', version, 3), ...more['Adatum'] } },
    { since: at(5), action, run: aRun('Contoso', 5, 5) },
  ];
  const answers = {
    MatrixPage: { organizations: { totalCount: 3, pageInfo, nodes } },
    MatrixChanges: changes,
    Tasks: { portfolio: { needsYou: tasks } },
    ...also,
  };
  const { sent, person } = openConsole(address, { answers, locale, ...(role && { role }) });
  const change = (...run: Parameters<typeof aRun>) =>
    act(() => changes.push({ runsChanged: aRun(...run) }));
  return { sent, person, change };
}

const list = () => screen.findByRole('region', { name: 'Your tasks' });
async function names(): Promise<string[]> {
  const items = within(await list()).queryAllByRole('listitem');
  return items.map((item) => item.querySelector('bdi')?.textContent ?? '');
}

describe('the tasks of the portfolio', () => {
  it('follow the changes of runs without being queried again', async () => {
    const { sent, change } = open();
    await expect.poll(names).toEqual(['Adatum', 'Contoso']);
    change('Fabrikam', 6, 4);
    await expect.poll(names).toEqual(['Adatum', 'Fabrikam', 'Contoso']);
    change('Adatum', 6, null);
    await expect.poll(names).toEqual(['Fabrikam', 'Contoso']);
    change('Adatum', 4, 3);
    change('Contoso', 6, null);
    await expect.poll(names).toEqual(['Fabrikam']);
    expect(sent('Tasks')).toHaveLength(1);
    expect(sent('TaskApprovers')).toEqual([]);
  });

  it('are read once when the live connection is back', async () => {
    const { sent } = open();
    await expect.poll(names).toEqual(['Adatum', 'Contoso']);
    act(() => setLiveConnection('reconnecting'));
    act(() => setLiveConnection('live'));
    await expect.poll(() => sent('Tasks')).toHaveLength(2);
    await expect.poll(names).toEqual(['Adatum', 'Contoso']);
    expect(sent('Tasks')).toHaveLength(2);
  });
});

describe('whose work runs are', () => {
  const owner = { id: 'viewer-1', name: 'Omar Operator', removedAt: null };
  const late = { owner, dueAt: '2020-01-31T12:00:00.000Z', overdue: true };
  const matrix = () => screen.findByRole('grid');
  const rows = async () =>
    within(await matrix())
      .queryAllByRole('rowheader')
      .map((one) => one.textContent);

  it('is in the matrix, with whose turn it is, and beside the tasks', async () => {
    const contoso = { waitingOn: ['AZURE_ADMIN', 'ADOBE'], dueAt: late.dueAt };
    open('/', { Adatum: late, Contoso: contoso }, 10);
    const row = async (name: string) =>
      (await within(await matrix()).findByText(name)).closest('[role="row"]')?.textContent;
    await expect.poll(() => row('Adatum')).toMatch(/Omar Operator \(you\)Overdue: Jan 31, 2020/);
    expect(await row('Contoso')).toMatch(/Azure admin, Adobe.*Jan 31, 2020/);
    expect((await list()).textContent).toMatch(/Omar Operator \(you\)Overdue: Jan 31, 2020/);
  });

  it('filters the matrix by the address, and views count what is left', async () => {
    const mine = { Adatum: late, Contoso: { owner } };
    const { person } = open('/?owner=me&overdue=yes', mine, 20);
    await expect.poll(rows).toEqual(['Adatum']);
    expect(screen.getByRole('link', { name: 'All1' })).toBeTruthy();
    await person.click(screen.getByRole('button', { name: 'Due: Overdue' }));
    await person.click(await screen.findByRole('menuitemradio', { name: 'All' }));
    await expect.poll(rows).toEqual(['Adatum', 'Contoso']);
    await person.click(screen.getByRole('button', { name: 'Clear filters' }));
    await expect.poll(rows).toEqual(['Adatum', 'Contoso', 'Fabrikam']);
  });
});

describe('a selection in the matrix', () => {
  const boxes = () =>
    screen
      .queryAllByRole<HTMLInputElement>('checkbox', { name: /^Select [ACF]/ })
      .map(({ checked }) => checked);
  const bulk = {
    BulkPreview: { bulkPreview: { affected: 2, eligible: [], blockedCount: 0, blocked: [] } },
  };

  it('is of rows, by mouse and keys, and a bulk action is for them', async () => {
    const { person, sent } = open('/', {}, 30, bulk);
    await person.click(await screen.findByRole('checkbox', { name: 'Select Contoso' }));
    expect(await screen.findByText('1 organization selected')).toBeTruthy();
    const grid = screen.getByRole('grid');
    act(() => grid.focus());
    await person.keyboard(' ');
    expect(boxes()).toEqual([true, true, false]);
    expect(within(grid).getAllByRole('row', { selected: true })).toHaveLength(2);
    await person.click(screen.getByRole('button', { name: 'Bulk action' }));
    await person.click(await screen.findByRole('radio', { name: 'Check now' }));
    await screen.findByRole('button', { name: 'Check 2 runs' });
    expect(sent('BulkPreview').at(-1)).toMatchObject({ organizationIds: ['Adatum', 'Contoso'] });
    await person.click(screen.getByRole('button', { name: 'Cancel' }));
    act(() => grid.focus());
    await person.keyboard('{Control>}a{/Control}');
    expect(boxes()).toEqual([true, true, true]);
    await person.click(screen.getByRole('checkbox', { name: 'Select every organization shown' }));
    expect(boxes()).toEqual([false, false, false]);
  });

  it('can be everything that matches, and ends with the filter', async () => {
    const { person } = open('/', {}, 40, bulk);
    await person.click(await screen.findByRole('checkbox', { name: 'Select Contoso' }));
    await person.click(await screen.findByRole('button', { name: 'Select all 3' }));
    expect(boxes()).toEqual([true, true, true]);
    await person.type(screen.getByRole('searchbox'), 'Ada');
    await expect.poll(boxes).toEqual([false]);
    expect(screen.queryByText(/organizations? selected/)).toBeNull();
  });

  it('is for operators', async () => {
    open('/', {}, 50, {}, 'AUDITOR');
    await screen.findByText('Contoso');
    expect(screen.queryByRole('checkbox')).toBeNull();
  });
});

describe('the tooltip of a cell', () => {
  const matrix = () => screen.findByRole('grid');
  it('waits until the pointer rests, and Escape hides it', async () => {
    const { person } = open('/', { Contoso: {} }, 30);
    const name = await within(await matrix()).findByText('Contoso');
    const tips = () => screen.queryAllByRole('tooltip');
    await person.hover(name);
    expect(tips()).toEqual([]);
    await expect.poll(() => tips().length).toBe(1);
    await person.keyboard('{Escape}');
    expect(tips()).toEqual([]);
    await person.hover(await within(await matrix()).findByText('Adatum'));
    await expect.poll(() => tips().length).toBe(1);
    await person.unhover(name.closest('[role="rowgroup"]')!);
    expect(tips()).toEqual([]);
  });
});

describe('a task to request an approval', () => {
  const request = { mutation: 'requestApproval', track: 'AEP', step: 'APPROVAL' };
  const task = (name: string, hour: number, mutation = request) => ({
    ...{ since: at(hour), run: aRun(name, 40, hour) },
    action: { ...action, ...mutation, label: 'Request approval' },
  });
  const needsYou = [task('Adatum', 3), task('Contoso', 4), task('Fabrikam', 5, action)];
  const Tasks = { portfolio: { needsYou } };
  const notice = () => screen.findByRole('note');
  const answer = (...reasons: (string | null)[]) => ({
    organizations: {
      nodes: reasons.map((noApprover, place) => {
        const name = ['Adatum', 'Contoso'][place] ?? `Organization ${place}`;
        return { id: place < 2 ? name : 'Adatum', name, noApprover };
      }),
    },
  });

  it.each([
    ['en', 'NO_OWN_APPROVER', /^Nobody can approve yet.*given access: Adatum$/],
    ['en', 'ONLY_REQUESTER', /^Nobody but you can approve yet/],
    ['en', 'ONLY_TOKENS', /^No other person can approve yet/],
    ['es', 'NO_APPROVER', /^Aún nadie puede aprobar.*tenga acceso: Adatum$/],
  ] as const)('says before it that nobody could approve: %s, %s', async (locale, why, text) => {
    const answers = { Tasks, TaskApprovers: answer(why, null) };
    const { sent } = open('/', {}, 40, answers, undefined, locale);
    expect((await notice()).textContent).toMatch(text);
    expect(sent('TaskApprovers')).toEqual([{ first: 2, ids: ['Adatum', 'Contoso'] }]);
  });

  it('names the first organizations, and says how many more there are', async () => {
    const many = Array<string>(5).fill('ONLY_REQUESTER');
    open('/', {}, 40, { Tasks, TaskApprovers: answer('NO_APPROVER', ...many) });
    expect((await notice()).textContent).toMatch(
      /^Nobody can approve yet.*: Adatum, Contoso, Organization 2, and 3 more$/,
    );
  });

  it('is listed without it where somebody can, and where that could not be asked', async () => {
    const { sent } = open('/', {}, 40, {
      Tasks,
      TaskApprovers: failsOnce('Timed out.', () => answer(null, null)),
    });
    await expect.poll(names).toEqual(['Adatum', 'Contoso', 'Fabrikam']);
    await expect.poll(() => sent('TaskApprovers').length).toBe(1);
    expect(screen.queryByRole('note')).toBeNull();
  });
});
