// @vitest-environment jsdom
/** The file of the tasks: every page of them, not only what the list shows. */
import { screen } from '@testing-library/react';
import { parse } from 'csv-parse/sync';
import { expect, it } from 'vitest';
import { PENDING, type Answers } from '../../fixtures/AnsweringLink.ts';
import { aHealth } from '../../fixtures/aHealth.ts';
import { tasksAnswer } from '../../fixtures/tasksAnswer.ts';
import { openConsole } from '../../testing/openConsole.tsx';
import { savedFiles } from '../../testing/savedFiles.ts';

const since = '2026-11-25T08:00:00.000Z';
const task = (name: string, label: string) => ({
  ...{ since, urgency: 'WAITING', position: name },
  action: { mutation: 'provideKey', track: 'AEP', step: 'KEY', label, reason: null },
  run: {
    ...{ id: `run-${name}`, version: 1, refusedTracks: [], dueAt: null, overdue: false },
    ...{
      owner: { id: 'member-1', name: 'Omar' },
      organization: { id: name, name, imsOrgId: `${name}@AdobeOrg` },
    },
  },
});
const page = (endCursor: string | null, name: string, label = 'Provide key') => ({
  portfolio: {
    tasks: {
      totalCount: 2,
      pageInfo: { hasNextPage: endCursor !== null, endCursor },
      nodes: [task(name, label)],
    },
  },
});
const answers: Answers = {
  MatrixPage: {
    organizations: {
      totalCount: 1,
      pageInfo: { hasNextPage: false, endCursor: null },
      nodes: [
        {
          ...{ id: 'Contoso', name: 'Contoso', imsOrgId: 'Contoso@AdobeOrg' },
          ...{ keyHealth: aHealth(), currentRun: null },
        },
      ],
    },
  },
  MatrixChanges: PENDING,
  Tasks: tasksAnswer([task('Contoso', 'Provide key')]),
  TasksFile: ({ after }) =>
    after === 'next' ? page(null, 'Adatum', '=1+1') : page('next', 'Contoso'),
};

it('is of every page, safe to open in a spreadsheet', async () => {
  const saved = savedFiles();
  const { person, sent } = openConsole('/', { answers });
  await person.click(await screen.findByRole('button', { name: 'Export tasks as CSV' }));
  await expect.poll(() => saved.length).toBe(1);
  expect(saved[0]!.name).toMatch(/^keyway-tasks-\d{4}-\d\d-\d\d\.csv$/);
  const text = await saved[0]!.text();
  const rows: Record<string, string>[] = parse(text, { columns: true, bom: true });
  expect(rows).toMatchObject([
    {
      ...{ Organization: 'Contoso', 'IMS organization ID': 'Contoso@AdobeOrg' },
      ...{ Action: 'Provide key', 'Action (code)': 'provideKey', Track: 'AEP' },
      ...{
        Step: 'Key',
        'Step (code)': 'KEY',
        Since: since,
        Responsible: 'Omar',
        'Run ID': 'run-Contoso',
      },
    },
    { Organization: 'Adatum', Action: "'=1+1" },
  ]);
  expect(sent('TasksFile').map(({ after }) => (after as string | null) ?? null)).toEqual([
    null,
    'next',
  ]);
});
