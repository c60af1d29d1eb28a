// @vitest-environment jsdom
/** Hundreds of pending approvals: found by a text, and in the order of names. */
import { act, screen, within } from '@testing-library/react';
import { expect, it } from 'vitest';
import { aRun, aStep, aTrack, anApproval } from '../../fixtures/aRun.ts';
import { Pushes } from '../../fixtures/AnsweringLink.ts';
import type { Locale } from '../../intl/locale.ts';
import { openConsole } from '../../testing/openConsole.tsx';

function awaiting(name: string, hour: number) {
  const requestedAt = `2026-11-25T0${hour}:00:00Z`;
  return aRun({
    ...{ id: `run-${name}`, version: 5 },
    organization: { ...aRun().organization, id: name, name, ...{ archivedAt: null } },
    tracks: [
      aTrack('AEP', {
        steps: [aStep('APPROVAL', 'WAITING')],
        approval: anApproval({ requestedAt, mayNotDecide: null }),
      }),
    ],
  });
}
const ALL = [awaiting('Contoso', 3), awaiting('adatum', 5), awaiting('Bellows', 4)];

/** The text of the request decides; the order is the page's own, as changes come in any. */
function Approvals({ text }: { text?: string | null }) {
  const wanted = (text ?? '').toLowerCase();
  const runs = ALL.filter(({ organization }) => organization.name.toLowerCase().includes(wanted));
  return {
    pendingApprovals: {
      totalCount: runs.length,
      pageInfo: { hasNextPage: false, endCursor: null },
      edges: runs.map((run) => ({ cursor: run.id, node: { run } })),
    },
  };
}

function open(search = '', locale: Locale = 'en') {
  const changes = new Pushes();
  const opened = openConsole(`/approvals${search}`, {
    ...{ role: 'APPROVER', locale },
    answers: { Approvals, ApprovalChanges: changes },
  });
  const change = (run: ReturnType<typeof awaiting>) =>
    act(() => changes.push({ runsChanged: run }));
  return { ...opened, change };
}
const names = () =>
  screen.queryAllByRole('rowheader').map((cell) => cell.querySelector('bdi')?.textContent);

it('are sorted by name from the header, as the address and the request say', async () => {
  const { person, router, sent } = open();
  await expect.poll(names).toEqual(['Contoso', 'Bellows', 'adatum']);
  const table = within(screen.getByRole('table', { name: 'Approvals' }));
  expect(table.getByRole('columnheader', { name: 'Waiting' }).getAttribute('aria-sort')).toBe(
    'ascending',
  );
  await person.click(table.getByRole('button', { name: 'Organization' }));
  await expect.poll(names).toEqual(['adatum', 'Bellows', 'Contoso']);
  expect(router.state.location.search).toEqual({ sort: 'name' });
  expect(sent('Approvals').at(-1)).toMatchObject({ orderBy: 'NAME' });
  await person.click(await screen.findByRole('button', { name: 'Waiting' }));
  await expect.poll(names).toEqual(['Contoso', 'Bellows', 'adatum']);
  expect(router.state.location.search).toEqual({});
});

it('are found by a text, also those that come later, and are all there again without it', async () => {
  const { person, sent, change } = open();
  await expect.poll(names).toHaveLength(3);
  await person.type(screen.getByRole('searchbox', { name: 'Filter by name or IMS ID' }), 'BELL');
  await expect.poll(names).toEqual(['Bellows']);
  expect(sent('Approvals').at(-1)).toMatchObject({ text: 'BELL' });
  change(awaiting('Fabrikam', 6));
  change(awaiting('Bellman', 7));
  await expect.poll(names).toEqual(['Bellows', 'Bellman']);
  await person.click(screen.getByRole('button', { name: 'Clear filters' }));
  await expect.poll(names).toEqual(['Contoso', 'Bellows', 'adatum', 'Fabrikam', 'Bellman']);
});

it('say that none matches, and keep the text for those of others', async () => {
  open('?text=zzz');
  expect(await screen.findByText('No matching approvals')).toBeTruthy();
  const others = screen.getByRole('link', { name: 'For others' });
  expect(others.getAttribute('href')).toBe('/approvals?show=others&text=zzz');
});

it('are named in Spanish', async () => {
  open('?text=zzz', 'es');
  expect(await screen.findByText('No hay aprobaciones que coincidan')).toBeTruthy();
});
