// @vitest-environment jsdom
/** The order, the columns and the density of the matrix. */
import { screen, within } from '@testing-library/react';
import { beforeEach, describe, expect, it } from 'vitest';
import { aHealth } from '../../fixtures/aHealth.ts';
import { Pushes } from '../../fixtures/AnsweringLink.ts';
import { tasksAnswer } from '../../fixtures/tasksAnswer.ts';
import { openConsole } from '../../testing/openConsole.tsx';

const keyHealth = aHealth();

function aRun(name: string, day: number, dueAt: string | null) {
  const since = `2026-11-0${day}T00:00:00.000Z`;
  const step = { id: 'KEY', status: 'READY', actor: 'PARTNER', mode: null, since };
  return {
    ...{ id: `run-${name}`, version: 50, status: 'WAITING', waitingOn: [] },
    ...{ coolingOffs: [], delays: [], nobodysTurnUntil: null, refusedTracks: [] },
    ...{ owner: null, dueAt, overdue: false, progress: { done: 0, total: 19 } },
    tracks: [{ id: 'AEP', status: 'READY', steps: [step] }],
  };
}
const nodes = [
  { name: 'Adatum', currentRun: aRun('Adatum', 5, '2035-01-01T00:00:00.000Z') },
  { name: 'Contoso', currentRun: aRun('Contoso', 3, null) },
  { name: 'Fabrikam', currentRun: aRun('Fabrikam', 9, '2034-01-01T00:00:00.000Z') },
].map((one) => ({ id: one.name, imsOrgId: one.name, keyHealth, ...one }));
const pageInfo = { hasNextPage: false, endCursor: null };

beforeEach(() => {
  for (const key of Object.keys(localStorage))
    if (key.startsWith('keyway.matrix.')) localStorage.removeItem(key);
});

const open = (address = '/') =>
  openConsole(address, {
    answers: {
      MatrixPage: { organizations: { totalCount: 3, pageInfo, nodes } },
      MatrixChanges: new Pushes(),
      Tasks: tasksAnswer([]),
    },
  });
const grid = async () => within(await screen.findByRole('grid'));
const names = async () =>
  (await grid()).getAllByRole('rowheader').map((cell) => cell.textContent ?? '');
const header = async (name: RegExp) => (await grid()).findByRole('columnheader', { name });

describe('the order of the matrix', () => {
  it('is changed and turned around by the headers, which say it', async () => {
    const { person, router } = open();
    await expect.poll(names).toEqual(['Adatum', 'Contoso', 'Fabrikam']);
    expect((await header(/Organization/)).getAttribute('aria-sort')).toBe('ascending');
    await person.click((await grid()).getByRole('button', { name: 'Wait' }));
    await expect.poll(names).toEqual(['Contoso', 'Adatum', 'Fabrikam']);
    expect((await header(/Wait/)).getAttribute('aria-sort')).toBe('descending');
    expect((await header(/Organization/)).getAttribute('aria-sort')).toBe('none');
    await person.click((await grid()).getByRole('button', { name: 'Due' }));
    await expect.poll(names).toEqual(['Fabrikam', 'Adatum', 'Contoso']);
    await person.click((await grid()).getByRole('button', { name: 'Due' }));
    await expect.poll(names).toEqual(['Adatum', 'Fabrikam', 'Contoso']);
    expect(router.state.location.search).toEqual({ sort: '-due' });
  });

  it('is changed by the keyboard, which opens no run', async () => {
    const { person, router } = open();
    await expect.poll(names).toEqual(['Adatum', 'Contoso', 'Fabrikam']);
    (await grid()).getByRole('button', { name: 'Wait' }).focus();
    await person.keyboard('{Enter}');
    await expect.poll(names).toEqual(['Contoso', 'Adatum', 'Fabrikam']);
    expect(router.state.location.pathname).toBe('/');
  });
});

describe('on a narrow screen', () => {
  const wide = window.matchMedia;
  beforeEach(() => {
    window.matchMedia = (query) => ({ ...wide(query), matches: query === '(width < 960px)' });
    return () => {
      window.matchMedia = wide;
    };
  });

  it('the order is chosen from a menu, since headers are beyond the edge', async () => {
    const { person, router } = open('/?sort=-wait');
    await expect.poll(names).toEqual(['Fabrikam', 'Adatum', 'Contoso']);
    await person.click(await screen.findByRole('button', { name: 'Sort by: Wait' }));
    await person.click(await screen.findByRole('menuitemradio', { name: 'Due' }));
    await expect.poll(names).toEqual(['Fabrikam', 'Adatum', 'Contoso']);
    expect(router.state.location.search).toEqual({ sort: 'due' });
    expect(await screen.findByRole('button', { name: 'Sort by: Due' })).toBeTruthy();
  });
});

describe('the columns of the matrix', () => {
  const hide = async (person: ReturnType<typeof open>['person'], name: string) => {
    await person.click(await screen.findByRole('button', { name: 'Columns' }));
    await person.click(await screen.findByRole('menuitemcheckbox', { name }));
    await person.keyboard('{Escape}');
  };

  it('are hidden one by one or by track, and kept for the person', async () => {
    const { person, router } = open();
    await expect.poll(names).toHaveLength(3);
    const count = async () => (await grid()).getAllByRole('columnheader').length;
    const all = await count();
    await hide(person, 'All steps of CJA');
    await expect.poll(count).toBe(all - 10);
    await hide(person, 'AEP: Vault');
    await expect.poll(count).toBe(all - 11);
    const { hidden } = router.state.location.search as { hidden: string };
    expect(hidden.split(',')).toHaveLength(10);
    expect(hidden).toContain('AEP.VAULT');
  });

  it('are those of the person where the address names none, and else those of the address', async () => {
    const { person } = open();
    await expect.poll(names).toHaveLength(3);
    await hide(person, 'Health');
    await expect
      .poll(async () => (await grid()).queryByRole('columnheader', { name: 'Health' }))
      .toBeNull();
    const kept = Object.entries(localStorage).find(([key]) => key.startsWith('keyway.matrix.'));
    expect(JSON.parse(String(kept?.[1]))).toMatchObject({ hidden: 'health' });
  });

  it('of an address come before those of the person', async () => {
    open('/?hidden=run&density=compact');
    await expect.poll(names).toHaveLength(3);
    expect((await grid()).queryByRole('columnheader', { name: /^Run/ })).toBeNull();
    expect(screen.getByRole('grid').parentElement?.dataset['density']).toBe('compact');
  });
});
