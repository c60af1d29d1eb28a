// @vitest-environment jsdom
import { screen } from '@testing-library/react';
import { afterEach, expect, it, vi } from 'vitest';
import { reportAccessChanged } from '../../apollo/accessChange.ts';
import { clientOf } from '../../apollo/clientOf.ts';
import { beginFirstReads } from '../../apollo/firstReads.ts';
import { LATE_MILLISECONDS, setLiveConnection } from '../../apollo/liveConnection.ts';
import { AnsweringLink, serverError } from '../../fixtures/AnsweringLink.ts';
import { aHealth } from '../../fixtures/aHealth.ts';
import { tasksAnswer } from '../../fixtures/tasksAnswer.ts';
import { openConsole } from '../../testing/openConsole.tsx';
import './PortfolioPage.tsx';

const pageOf = (name: string) => ({
  organizations: {
    totalCount: 1,
    pageInfo: { hasNextPage: false, endCursor: null },
    nodes: [{ id: name, name, imsOrgId: name, keyHealth: aHealth(), currentRun: null }],
  },
});
const open = () =>
  openConsole('/', { answers: { MatrixPage: pageOf('Newer'), Tasks: tasksAnswer([]) } });
function readFirst(answer: object): AnsweringLink {
  const link = new AnsweringLink({ MatrixPage: answer });
  beginFirstReads(clientOf(link));
  return link;
}

afterEach(() => {
  vi.restoreAllMocks();
  setLiveConnection('idle');
  reportAccessChanged();
});

/** However slow the machine, so that nothing is too old unless the test says so. */
function stopClock(at = performance.now()) {
  return vi.spyOn(performance, 'now').mockReturnValue(at);
}

it('shows what was read before it was there, and reads it no second time', async () => {
  stopClock();
  expect(readFirst(pageOf('Older')).sent('MatrixPage')).toHaveLength(1);
  const { sent } = open();
  await screen.findByText('Older');
  setLiveConnection('live');
  expect(sent('MatrixPage')).toEqual([]);
});

it('reads again what is too old for its live updates', async () => {
  const clock = stopClock(performance.now() - LATE_MILLISECONDS);
  readFirst(pageOf('Older'));
  clock.mockRestore();
  open();
  await screen.findByText('Newer');
});

it('reads again where its live updates begin too late', async () => {
  const clock = stopClock();
  readFirst(pageOf('Older'));
  const { sent } = open();
  await screen.findByText('Older');
  clock.mockReturnValue(performance.now() + LATE_MILLISECONDS + 1);
  setLiveConnection('live');
  await screen.findByText('Newer');
  expect(sent('MatrixPage')).toHaveLength(1);
});

it('reads again what could not be read', async () => {
  stopClock();
  readFirst(serverError('The database does not answer'));
  // The answer has come by then.
  await new Promise((resolve) => setTimeout(resolve));
  open();
  await screen.findByText('Newer');
});
