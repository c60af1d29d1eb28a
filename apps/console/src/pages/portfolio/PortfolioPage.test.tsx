// @vitest-environment jsdom
import { act, screen, within } from '@testing-library/react';
import { describe, expect, it } from 'vitest';
import { reportAccessChanged } from '../../apollo/accessChange.ts';
import { setLiveConnection } from '../../apollo/liveConnection.ts';
import { Pushes, serverError } from '../../fixtures/AnsweringLink.ts';
import { aCredential } from '../../fixtures/expiringCredentials.ts';
import { aHealth } from '../../fixtures/aHealth.ts';
import { failsOnce } from '../../fixtures/failsOnce.ts';
import type { Answers } from '../../fixtures/AnsweringLink.ts';
import { tasksAnswer } from '../../fixtures/tasksAnswer.ts';
import type { Role } from '../../generated/enums.ts';
import type { Locale } from '../../intl/locale.ts';
import { openConsole } from '../../testing/openConsole.tsx';

const at = (hour: number): string => `2026-11-25T${String(hour).padStart(2, '0')}:00:00.000Z`;
const action = {
  ...{ mutation: 'provideKey', track: 'AEP', step: 'KEY' },
  ...{ label: 'Provide key', reason: null },
};
const keyHealth = aHealth();
const organization = (name: string) => ({ id: name, name, imsOrgId: name, keyHealth });
const task = (name: string, hour: number) => ({
  ...{ since: at(hour), urgency: 'WAITING', position: `3 ${at(hour)} ${name}`, action },
});

function aRun(name: string, version: number, hour: number | null) {
  const since = at(hour ?? 1);
  const step = { id: 'KEY', status: 'READY', actor: 'PARTNER', mode: null, since };
  return {
    ...{ id: `run-${name}`, version, status: 'WAITING', waitingOn: [] },
    ...{ coolingOffs: [], delays: [], nobodysTurnUntil: null, refusedTracks: [] },
    ...{ owner: null, dueAt: null, overdue: false },
    progress: { done: 0, total: 19 },
    tracks: [{ id: 'AEP', status: 'READY', steps: [step] }],
    organization: organization(name),
    task: hour === null ? null : task(name, hour),
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
    { ...task('Adatum', 3), run: { ...aRun('Adatum', version, 3), ...more['Adatum'] } },
    { ...task('Contoso', 5), run: aRun('Contoso', 5, 5) },
  ];
  const answers = {
    MatrixPage: { organizations: { totalCount: 3, pageInfo, nodes } },
    MatrixChanges: changes,
    Tasks: tasksAnswer(tasks),
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

  it('are counted, and more are shown when asked', async () => {
    const all = Array.from({ length: 45 }, (_, place) => {
      const name = `Customer ${100 + place}`;
      return { ...task(name, 3), run: aRun(name, 5, 3) };
    });
    const { person, sent } = open('/', {}, 5, {
      Tasks: tasksAnswer(all.slice(0, 40), all.length),
      TaskGroup: ({ first, after }) => {
        const from = after === null ? 0 : Number(after);
        const answer = tasksAnswer(all.slice(from, from + Number(first)), all.length);
        const endCursor = String(from + Number(first));
        answer.portfolio.tasks.pageInfo = { hasNextPage: Number(endCursor) < 45, endCursor };
        return answer;
      },
    });
    const heading = async () => (await screen.findByRole('heading', { level: 2 })).textContent;
    await expect.poll(heading).toBe('Your tasks (45)');
    const tasks = within(await list());
    await expect.poll(async () => (await names()).length).toBe(3);
    expect(tasks.getByRole('button', { name: 'Provide key · 45' }).ariaExpanded).toBe('true');
    await person.click(tasks.getByRole('button', { name: 'Show all (45)' }));
    await expect.poll(async () => (await names()).length).toBe(45);
    expect(tasks.queryByRole('button', { name: /^Show all/ })).toBeNull();
    expect(sent('TaskGroup')).toMatchObject([{ mutation: 'provideKey', isProblem: false }]);
    await person.click(tasks.getByRole('button', { name: 'Provide key · 45' }));
    expect(await names()).toEqual([]);
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

describe('the numbers of the tabs', () => {
  it('are shown only when every row is loaded', async () => {
    const answerWith = (hasNextPage: boolean) => ({
      organizations: {
        totalCount: 2,
        pageInfo: { hasNextPage, endCursor: hasNextPage ? 'c' : null },
        nodes: [{ ...organization('Partly'), currentRun: aRun('Partly', 9, null) }],
      },
    });
    const last = new Pushes();
    const MatrixPage: Answers[string] = ({ after }) => (!after ? answerWith(true) : last);
    act(() => reportAccessChanged());
    open('/', {}, 9, { MatrixPage });
    const turns = within(await screen.findByRole('navigation', { name: 'Whose turn' }));
    expect(await screen.findByText('2 organizations')).toBeTruthy();
    expect(turns.getByRole('link', { name: 'Anyone' })).toBeTruthy();
    act(() => last.push(answerWith(false), true));
    expect(await turns.findByRole('link', { name: /Anyone ?1/ })).toBeTruthy();
  });
});

describe('credentials that expire, among the tasks', () => {
  const expiringTasks = (nodes: readonly object[], totalCount = nodes.length): Answers => ({
    ExpiringTasks: { expiringCredentials: { totalCount, nodes } },
  });
  const credentials = [aCredential('Litware', -1), aCredential('Contoso', 5)];

  it('come first, with a link to where they are replaced', async () => {
    open('/', {}, 5, expiringTasks(credentials, 4), 'OPERATOR');
    await expect.poll(names).toEqual(['Litware', 'Contoso', 'Adatum', 'Contoso']);
    const tasks = within(await list());
    const replace = tasks.getByRole('link', { name: 'Replace credential: Litware' });
    expect(replace.getAttribute('href')).toBe('/organizations/organization-Litware');
    expect(tasks.getByText('Expired')).toBeTruthy();
    expect(tasks.getByRole('link', { name: 'Show all 4' }).getAttribute('href')).toBe('/health');
    // Two other tasks, and four credentials, of which two are shown.
    const heading = screen.getByRole('heading', { level: 2, name: /Your tasks/ });
    await expect.poll(() => heading.textContent).toBe('Your tasks (6)');
  });

  it('are a task also where nothing else is', async () => {
    const { sent } = open('/', {}, 5, { ...expiringTasks(credentials), Tasks: tasksAnswer([]) });
    await expect.poll(names).toEqual(['Litware', 'Contoso']);
    expect(screen.queryByText(/You have no tasks/)).toBeNull();
    await expect.poll(() => screen.getByText('Your tasks').parentElement?.textContent).toMatch(/2/);
    expect(sent('ExpiringTasks')).toHaveLength(1);
  });

  it('are nothing that an approver can do', async () => {
    const { sent } = open('/', {}, 5, expiringTasks(credentials), 'APPROVER');
    await expect.poll(names).toEqual(['Adatum', 'Contoso']);
    expect(screen.getByText('Your tasks').parentElement?.textContent).toBe('Your tasks (2)');
    expect(sent('ExpiringTasks')).toEqual([]);
  });

  it('that can’t be read hide no other task', async () => {
    open('/', {}, 5, { ExpiringTasks: serverError('Too busy.'), Tasks: tasksAnswer([]) });
    expect(await screen.findByText(/You have no tasks/)).toBeTruthy();
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
  const aTask = (name: string, hour: number, mutation = request) => ({
    ...{ ...task(name, hour), run: aRun(name, 40, hour) },
    action: { ...action, ...mutation, label: 'Request approval' },
  });
  const requests = [aTask('Adatum', 3), aTask('Contoso', 4), aTask('Fabrikam', 5, action)];
  const Tasks = tasksAnswer(requests);
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

describe('a run whose request was refused', () => {
  it('says so in its row, its cell and its view, and is not in progress', async () => {
    const steps = [{ id: 'APPROVAL', status: 'READY', actor: 'PARTNER', mode: null, since: at(1) }];
    const tracks = [{ id: 'AEP', status: 'READY', steps }];
    const part = { status: 'IN_PROGRESS', refusedTracks: ['AEP'], tracks, waitingOn: ['PARTNER'] };
    const { person } = open('/', { Contoso: part, Fabrikam: { status: 'IN_PROGRESS' } }, 50);
    const grid = within(await screen.findByRole('grid'));
    expect(await grid.findByText('Refused')).toBeTruthy();
    expect(grid.getByRole('gridcell', { name: /^AEP, Approval: Refused/ })).toBeTruthy();
    expect(grid.getAllByText('In progress')).toHaveLength(1);
    await person.click(screen.getByRole('link', { name: /^Refused1/ }));
    await expect
      .poll(() => grid.getAllByRole('rowheader').map((one) => one.textContent))
      .toEqual(['Contoso']);
  });

  it('is usable from a time where an approval cools off, beside whom it waits on', async () => {
    const until = new Date(Date.now() + 86_400_000).toISOString();
    const coolingOffs = [{ track: 'AEP', step: 'SUBMISSION', until, remainingSeconds: 86_400 }];
    open('/', { Contoso: { status: 'IN_PROGRESS', waitingOn: ['ADOBE'], coolingOffs } }, 60);
    const grid = within(await screen.findByRole('grid'));
    expect(await grid.findByText(/^Adobe, Usable from /)).toBeTruthy();
  });
});

describe('a run that sends nothing since the database lost time', () => {
  it('says in its row and its cell until when', async () => {
    const until = new Date(2027, 0, 5, 14, 3, 10).toISOString();
    const delays = [{ track: 'AEP', steps: ['SUBMISSION'], until, remainingSeconds: 290 }];
    const steps = [
      { id: 'SUBMISSION', status: 'WORKING', actor: 'SYSTEM', mode: 'AUTOMATIC', since: at(1) },
    ];
    const tracks = [{ id: 'AEP', status: 'WORKING', steps }];
    const part = { status: 'IN_PROGRESS', waitingOn: ['SYSTEM'], delays, tracks };
    open('/', { Contoso: part }, 60);
    const grid = within(await screen.findByRole('grid'));
    // A whole minute later, as the sentence says it.
    expect(await grid.findByText(/^Waits until 2:04\sPM$/)).toBeTruthy();
    expect(
      grid.getByRole('gridcell', { name: /^AEP, Submission: Waits until Jan 5, 2027, 2:04\sPM$/ }),
    ).toBeTruthy();
  });
});

describe('the health of keys in the matrix', () => {
  const rowOf = (name: string) =>
    screen
      .queryAllByRole('rowheader')
      .find(({ textContent }) => textContent === name)
      ?.closest('[role="row"]') ?? null;
  const healthOf = (name: string) =>
    rowOf(name)?.querySelector('[aria-colindex="4"]')?.getAttribute('aria-label');
  const tab = (name: string) => screen.queryByRole('link', { name: new RegExp(`^${name}`) });
  const push = (changes: Pushes, id: string, keyHealth: object) =>
    act(() => changes.push({ keyHealthChanged: { id, keyHealth } }));

  it('follows what is sent, whatever comes late, and counts what needs somebody', async () => {
    const changes = new Pushes();
    open('/', {}, 50, { KeyHealthChanges: changes });
    await expect.poll(() => rowOf('Contoso')).not.toBeNull();
    expect(healthOf('Contoso')).toBe('Not watched');
    expect(tab('Revoked')).toBeNull();
    await expect
      .poll(() => {
        push(changes, 'Contoso', aHealth('REVOKED', 7));
        return healthOf('Contoso');
      })
      .toBe('Revoked');
    await expect.poll(() => tab('Revoked')?.textContent).toMatch(/1$/);
    push(changes, 'Contoso', aHealth('HEALTHY', 6));
    push(changes, 'Nobody knows', aHealth('REVOKED', 9));
    expect(healthOf('Contoso')).toBe('Revoked');
    push(changes, 'Contoso', aHealth('HEALTHY', 8));
    await expect.poll(() => healthOf('Contoso')).toBe('Healthy');
    await expect.poll(() => tab('Revoked')).toBeNull();
  });

  it('keeps what was sent when an older page or a run comes after it', async () => {
    const changes = new Pushes();
    const { change } = open('/', {}, 60, { KeyHealthChanges: changes });
    await expect
      .poll(() => {
        push(changes, 'Fabrikam', aHealth('CUT_OFF', 12));
        return healthOf('Fabrikam');
      })
      .toBe('Cut off');
    change('Fabrikam', 61, null);
    act(() => setLiveConnection('reconnecting'));
    act(() => setLiveConnection('live'));
    await new Promise((resolve) => setTimeout(resolve, 300));
    expect(healthOf('Fabrikam')).toBe('Cut off');
  });

  it('filters by it from the address, in Spanish too', async () => {
    open('/?health=NOT_WATCHED', {}, 70, {}, undefined, 'es');
    await expect.poll(() => rowOf('Adatum')).not.toBeNull();
    expect(healthOf('Adatum')).toBe('Sin vigilar');
    expect(rowOf('Fabrikam')).toBeNull();
  });
});

describe('what is blocked', () => {
  const steps = [{ id: 'KEY', status: 'BLOCKED', actor: 'PARTNER', mode: null, since: at(1) }];
  const tracks = [{ id: 'AEP', status: 'BLOCKED', steps }];
  const openWith = (version: number, role: Role) =>
    open('/', { Fabrikam: { status: 'BLOCKED', tracks } }, version, {}, role);
  const fold = /^Blocked steps · 1/;

  it('comes before what else can be done, and leads to its step', async () => {
    const { person } = openWith(80, 'OPERATOR');
    const tasks = within(await list());
    await tasks.findByRole('button', { name: fold });
    await expect.poll(names).toEqual(['Fabrikam', 'Adatum', 'Contoso']);
    const link = tasks.getByRole('link', { name: 'Open Key: Fabrikam' });
    expect(link.getAttribute('href')).toBe('/runs/run-Fabrikam#step-AEP-KEY');
    await person.click(tasks.getByRole('button', { name: fold }));
    expect(await names()).toEqual(['Adatum', 'Contoso']);
  });

  it('comes after what an approver can do, who can’t correct it', async () => {
    openWith(81, 'APPROVER');
    await within(await list()).findByRole('button', { name: fold });
    await expect.poll(names).toEqual(['Adatum', 'Contoso', 'Fabrikam']);
  });
});
