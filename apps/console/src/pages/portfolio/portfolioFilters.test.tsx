// @vitest-environment jsdom
import { screen, within } from '@testing-library/react';
import { beforeEach, describe, expect, it } from 'vitest';
import { reportAccessChanged } from '../../apollo/accessChange.ts';
import { aHealth } from '../../fixtures/aHealth.ts';
import { PENDING, Pushes } from '../../fixtures/AnsweringLink.ts';
import type { AGrant } from '../../fixtures/shellAnswers.ts';
import { tasksAnswer } from '../../fixtures/tasksAnswer.ts';
import type { Locale } from '../../intl/locale.ts';
import { openConsole } from '../../testing/openConsole.tsx';

const since = '2026-11-25T12:00:00.000Z';
const aRun = (name: string, status: string, waitingOn: string[], keyStatus: string) => ({
  ...{ id: `run-${name}`, version: 1, status, waitingOn },
  ...{ coolingOffs: [], delays: [], nobodysTurnUntil: null, refusedTracks: [] },
  ...{ owner: null, dueAt: null, overdue: false, progress: { done: 0, total: 19 } },
  tracks: [
    {
      ...{ id: 'AEP', status: 'READY' },
      steps: [{ id: 'KEY', status: keyStatus, actor: 'PARTNER', mode: null, since }],
    },
  ],
});
const RUNS = {
  Adatum: ['BLOCKED', ['AZURE_ADMIN'], 'BLOCKED'],
  Contoso: ['BLOCKED', ['PARTNER', 'AWS_ADMIN'], 'BLOCKED'],
  Fabrikam: ['WAITING', ['ADOBE'], 'DONE'],
  Litware: ['IN_PROGRESS', ['PARTNER'], 'READY'],
  Northwind: ['FAILED', ['PARTNER'], 'FAILED'],
  Proseware: ['COMPLETED', [], 'DONE'],
  Wingtip: null,
} as const;

type Run = (typeof RUNS)[keyof typeof RUNS];
const isIn = (status: string) => (run: Run) => run?.[0] === status;
const waitsOn =
  (...actors: string[]) =>
  (run: Run) =>
    actors.some((actor) => (run?.[1] as readonly string[] | undefined)?.includes(actor));
const STATUSES: Record<string, (run: Run) => boolean> = {
  All: () => true,
  Failed: isIn('FAILED'),
  Blocked: isIn('BLOCKED'),
  'In progress': isIn('IN_PROGRESS'),
  Waiting: isIn('WAITING'),
  'Key-managed': isIn('COMPLETED'),
  'Not started': (run) => run === null,
};
const TURNS: Record<string, (run: Run) => boolean> = {
  Anyone: () => true,
  Us: waitsOn('PARTNER'),
  Approver: waitsOn('APPROVER'),
  Customer: waitsOn('AZURE_ADMIN', 'AWS_ADMIN'),
  Adobe: waitsOn('ADOBE'),
};

function open(address: string, more: { locale?: Locale; grants?: readonly AGrant[] } = {}) {
  const nodes = Object.entries(RUNS).map(([name, run]) => ({
    ...{ id: name, name, imsOrgId: name, keyHealth: aHealth() },
    currentRun: run && aRun(name, run[0], [...run[1]], run[2]),
  }));
  const pageInfo = { hasNextPage: false, endCursor: null };
  return openConsole(address, {
    ...more,
    answers: {
      MatrixPage: { organizations: { totalCount: nodes.length, pageInfo, nodes } },
      MatrixChanges: new Pushes(),
      Tasks: tasksAnswer([]),
    },
  });
}

const grid = () => screen.findByRole('grid');
const shown = () => screen.queryAllByRole('rowheader').map((one) => one.textContent);
const links = (name: string) =>
  within(screen.getByRole('navigation', { name }))
    .getAllByRole('link')
    .map((link) => link.textContent);

// Rows are kept between visits.
beforeEach(() => reportAccessChanged());

describe('the filters of the portfolio', () => {
  it('have no numbers before rows are known', async () => {
    openConsole('/', {
      answers: { MatrixPage: PENDING, MatrixChanges: PENDING, Tasks: tasksAnswer([]) },
    });
    const turns = await screen.findByRole('navigation', { name: 'Whose turn' });
    expect(turns.textContent).toContain('Customer');
    expect(turns.textContent).not.toMatch(/[0-9]/);
  });

  it('count what their lists have, status and turn together too', async () => {
    const { person } = open('/');
    await grid();
    expect(links('Views')).toEqual([
      ...['All7', 'Failed1', 'Blocked2', 'In progress1', 'Waiting1', 'Key-managed1'],
      'Not started1',
    ]);
    expect(links('Whose turn')).toEqual(['Anyone7', 'Us3', 'Approver0', 'Customer2', 'Adobe1']);
    const turns = screen.getByRole('navigation', { name: 'Whose turn' });
    const hint = document.getElementById(turns.getAttribute('aria-describedby')!);
    expect(hint?.textContent).toBe('An organization counts for everyone its tracks wait on.');
    const counted = (name: string) => links(name).map((text) => text.replace(/\d+$/, ' $&'));
    // The other links lead from where this one led to only once the page is there.
    const choose = async (name: string) => {
      const link = () => screen.findByRole('link', { name: new RegExp(`^${name}(\\d|$)`) });
      await person.click(await link());
      await expect.poll(async () => (await link()).ariaCurrent).toBeTruthy();
    };
    for (const [status, isStatus] of Object.entries(STATUSES)) {
      await choose(status);
      for (const [turn, isTurn] of Object.entries(TURNS)) {
        await choose(turn);
        const names = (of: typeof isStatus, and: typeof isTurn) =>
          Object.entries(RUNS).flatMap(([name, run]) => (of(run) && and(run) ? [name] : []));
        await expect.poll(shown).toEqual(names(isStatus, isTurn));
        // Each number is the length of the list that its link leads to.
        const numbers = Object.entries(TURNS).map(
          ([one, isOne]) => `${one} ${names(isStatus, isOne).length}`,
        );
        await expect.poll(() => counted('Whose turn')).toEqual(numbers);
        const statuses = Object.entries(STATUSES).flatMap(([one, isOne]) => {
          const { length } = names(isOne, isTurn);
          return length > 0 || one === status || one === 'All' ? [`${one} ${length}`] : [];
        });
        await expect.poll(() => counted('Views')).toEqual(statuses);
      }
      await choose('Anyone');
    }
  });

  it('keep addresses that were saved before they were apart', async () => {
    open('/?waiting=CUSTOMER');
    await grid();
    await expect.poll(shown).toEqual(['Adatum', 'Contoso']);
    expect(screen.getByRole('link', { name: 'Customer2' }).ariaCurrent).toBeTruthy();
    expect(links('Views')).toEqual(['All2', 'Blocked2']);
  });

  it('call the customer "us" for its own people, in Spanish too', async () => {
    const organization = (name: string) => ({ id: name, name });
    const grants: AGrant[] = ['Adatum', 'Contoso'].map((name) => ({
      role: 'APPROVER' as const,
      organization: organization(name),
    }));
    open('/', { grants, locale: 'es' });
    await grid();
    expect(links('A quién le toca')).toEqual([
      ...['A cualquiera7', 'Northwind3', 'Aprobador0', 'Nosotros2', 'Adobe1'],
    ]);
  });
});

describe('the head of a step', () => {
  const head = (name: RegExp) => screen.findByRole('button', { name });
  it('counts problems, and its menu filters the rows, as the address does', async () => {
    const { person, router } = open('/');
    await grid();
    await person.click(await head(/^AEP, Key: 3 problems/));
    const choices = (await screen.findAllByRole('menuitemradio')).map((one) => one.textContent);
    expect(choices).toEqual(['All', 'Blocked (2)', 'Failed (1)', 'Ready (1)', 'Done (2)']);
    await person.click(await screen.findByRole('menuitemradio', { name: 'Blocked (2)' }));
    await expect.poll(shown).toEqual(['Adatum', 'Contoso']);
    expect(router.state.location.search).toEqual({ step: 'AEP-KEY-BLOCKED' });
    // The other filters count what is left.
    expect(links('Views')).toEqual(['All2', 'Blocked2']);
    await person.click(await screen.findByRole('button', { name: /^AEP, Key: Blocked \(clear/ }));
    await expect.poll(() => shown().length).toBe(7);
  });

  it('is one stop of the tab key; arrows lead to the others and move no cell', async () => {
    const { person } = open('/');
    await grid();
    const stops = () =>
      within(screen.getByRole('grid'))
        .getAllByRole('button', { name: /^(AEP|CJA), / })
        .filter((button) => button.tabIndex === 0);
    expect(stops()).toHaveLength(1);
    stops()[0]!.focus();
    await person.keyboard('{ArrowRight}{ArrowRight}{ArrowRight}');
    expect(document.activeElement?.getAttribute('aria-label')).toMatch(/^AEP, Key/);
    expect(stops()).toEqual([document.activeElement]);
    await person.keyboard('{End}');
    expect(document.activeElement?.getAttribute('aria-label')).toMatch(/^CJA, Confirmation/);
    const active = screen.getByRole('grid').getAttribute('aria-activedescendant') ?? '';
    expect(document.getElementById(active)).toBe(screen.getAllByRole('rowheader')[0]);
  });
});
