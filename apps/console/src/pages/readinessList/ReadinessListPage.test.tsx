// @vitest-environment jsdom
/** The dry runs: what they are for while there are none, and where each leads. */
import { screen, within } from '@testing-library/react';
import { parse } from 'csv-parse/sync';
import { expect, it } from 'vitest';
import { serverError } from '../../fixtures/AnsweringLink.ts';
import { openConsole } from '../../testing/openConsole.tsx';
import { savedFiles } from '../../testing/savedFiles.ts';

const DRY_RUN = {
  ...{ __typename: 'DryRun', id: 'dry-1', status: 'DONE', tracks: ['AEP', 'CJA'] },
  ...{ total: 3, checked: 3, skipped: 0, startedBy: 'Olga', cancelledBy: null },
  ...{ startedAt: '2026-11-25T08:00:00Z', endedAt: '2026-11-25T08:01:00Z' },
  outcomes: [
    { outcome: 'BLOCKED', count: 1 },
    { outcome: 'READY', count: 2 },
  ],
};
const open = (answer: object) =>
  openConsole('/readiness', { role: 'OPERATOR', answers: { DryRuns: answer } });
const list = (edges: object[]) => ({
  dryRuns: { pageInfo: { hasNextPage: false, endCursor: null }, edges },
});

it('says what it is for while it is empty', async () => {
  open(list([]));
  expect(await screen.findByText('No readiness checks yet')).toBeTruthy();
});

it('says that it could not be loaded', async () => {
  open(serverError('down'));
  expect(await screen.findByText('Couldn’t load the readiness checks')).toBeTruthy();
});

it('leads to each', async () => {
  open(list([{ cursor: '1', node: DRY_RUN }]));
  const table = within(await screen.findByRole('table', { name: 'Readiness checks' }));
  expect(table.getByText('1 blocked, 2 ready')).toBeTruthy();
  expect(table.getByRole('link').getAttribute('href')).toBe('/readiness/dry-1');
});

it('is saved as a file, with the counts of each', async () => {
  const saved = savedFiles();
  const { person } = open(list([{ cursor: '1', node: DRY_RUN }]));
  await person.click(await screen.findByRole('button', { name: 'Export CSV' }));
  await expect.poll(() => saved.length).toBe(1);
  expect(saved[0]!.name).toMatch(/^keyway-readiness-checks-/);
  expect(parse(await saved[0]!.text(), { columns: true, bom: true })).toMatchObject([
    {
      ...{ Status: 'Done', 'Status (code)': 'DONE', Organizations: '3', Checked: '3' },
      ...{ Ready: '2', Blocked: '1', Waiting: '0', 'Started by': 'Olga' },
    },
  ]);
});
