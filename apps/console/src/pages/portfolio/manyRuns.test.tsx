// @vitest-environment jsdom
/** The portfolio of an operator with many organizations: columns, what is blocked, and the file. */
import { screen, within } from '@testing-library/react';
import { parse } from 'csv-parse/sync';
import { beforeEach, describe, expect, it } from 'vitest';
import { PENDING, type Answers } from '../../fixtures/AnsweringLink.ts';
import { aHealth } from '../../fixtures/aHealth.ts';
import { tasksAnswer } from '../../fixtures/tasksAnswer.ts';
import type { Actor, Role } from '../../generated/enums.ts';
import { openConsole } from '../../testing/openConsole.tsx';
import { savedFiles, type SavedFile } from '../../testing/savedFiles.ts';

const since = '2026-11-25T08:00:00.000Z';
const OWNER = { id: 'member-1', name: 'Omar', removedAt: null };

function aRun(name: string, actor: Actor, part: object) {
  const step = { id: 'KEY', status: 'BLOCKED', actor, mode: null, since };
  return {
    ...{ id: `run-${name}`, version: 1, status: 'BLOCKED', waitingOn: [actor] },
    ...{ coolingOffs: [], delays: [], nobodysTurnUntil: null, refusedTracks: [] },
    ...{ owner: null, dueAt: null, overdue: false, progress: { done: 0, total: 19 } },
    tracks: [{ id: 'AEP', status: 'BLOCKED', steps: [step] }],
    ...part,
  };
}
const node = (name: string, currentRun: object | null) => ({
  ...{ id: name, name, imsOrgId: `${name}@AdobeOrg`, keyHealth: aHealth(), currentRun },
});
const many = (count: number, part: (place: number) => object = () => ({})) =>
  Array.from({ length: count }, (_, place) => {
    const name = `Customer ${place}`;
    const actor = place % 3 === 0 ? 'AZURE_ADMIN' : 'ENTRA_ADMIN';
    return node(name, aRun(name, actor, part(place)));
  });

let saved: SavedFile[];
beforeEach(() => {
  saved = savedFiles();
});

function open(nodes: object[], answers: Answers = {}, role: Role = 'OPERATOR', address = '/') {
  const pageInfo = { hasNextPage: false, endCursor: null };
  return openConsole(address, {
    role,
    answers: {
      MatrixPage: { organizations: { totalCount: nodes.length, pageInfo, nodes } },
      ...{ MatrixChanges: PENDING, Tasks: tasksAnswer([]), BulkPreview: PENDING },
      ...answers,
    },
  });
}
const column = (name: RegExp) => screen.queryByRole('columnheader', { name });

describe('a column that no organization has anything in', () => {
  it('leaves its space to the steps, and the menu of columns says so', async () => {
    const { person } = open(many(2));
    await screen.findByRole('grid');
    expect(column(/^Responsible/)).toBeNull();
    expect(column(/^Health/)).toBeTruthy();
    await person.click(await screen.findByRole('button', { name: 'Columns' }));
    expect(
      await screen.findByRole('menuitemcheckbox', { name: 'Responsible (empty, not shown)' }),
    ).toBeTruthy();
  });

  it.each([
    ['somebody is responsible', { owner: OWNER }],
    ['a run is due', { dueAt: '2035-01-01T00:00:00.000Z' }],
  ])('is there once %s, also where a filter leaves that out', async (_, part) => {
    open(
      many(3, (place) => (place === 2 ? part : {})),
      {},
      'OPERATOR',
      '/?text=Customer+0',
    );
    await expect.poll(() => screen.queryAllByRole('rowheader')).toHaveLength(1);
    expect(column(/^Responsible/)).toBeTruthy();
  });
});

describe('what is blocked', () => {
  it('is handed off from its group, for whom most of it waits on', async () => {
    const { person, sent } = open(many(7));
    await person.click(await screen.findByRole('button', { name: 'Hand off all (7)…' }));
    const dialog = within(await screen.findByRole('dialog', { name: 'Bulk action' }));
    const chosen = dialog.getByRole<HTMLInputElement>('radio', { name: 'Create hand-offs' });
    expect(chosen.checked).toBe(true);
    await expect.poll(() => sent('BulkPreview')).toHaveLength(1);
    const organizationIds = many(7).map(({ id }) => id);
    expect(new Set(sent('BulkPreview')[0]?.organizationIds as string[])).toEqual(
      new Set(organizationIds),
    );
    expect(sent('BulkPreview')).toMatchObject([
      { action: 'CREATE_HAND_OFFS', actor: 'ENTRA_ADMIN' },
    ]);
  });

  it.each([
    ['a single organization', 'OPERATOR', many(1)],
    ['an auditor', 'AUDITOR', many(4)],
    [
      'steps of the partner’s own',
      'OPERATOR',
      [node('a', aRun('a', 'PARTNER', {})), node('b', aRun('b', 'PARTNER', {}))],
    ],
  ] as const)('is not handed off in bulk for %s', async (_, role, nodes) => {
    open([...nodes], {}, role);
    await screen.findByRole('button', { name: /^Blocked steps/ });
    expect(screen.queryByRole('button', { name: /^Hand off all/ })).toBeNull();
  });
});

describe('the file of the matrix', () => {
  const check = (id: string, title: string, part: object = {}) => ({
    ...{ id, title, verdict: 'BLOCK', override: null },
    ...part,
  });
  const checks = [
    check('vaultHasPurgeProtection', 'Purge protection'),
    check('vaultHasSoftDelete', 'Soft-delete', { override: { at: since } }),
    check('vaultIsKnown', 'The vault', { verdict: 'PASS' }),
  ];
  const detailsOf = (id: string) => ({
    ...{ id, cloud: 'AZURE', region: 'VA7', shield: 'HEALTHCARE_SHIELD' },
    currentRun: {
      id: `run-${id}`,
      tracks: [
        { id: 'AEP', ticket: null, steps: [{ id: 'VAULT', status: 'BLOCKED', checks }] },
        {
          ...{ id: 'CJA', ticket: { caseNumber: 'E-001' } },
          steps: [
            { id: 'VAULT', status: 'BLOCKED', checks },
            { id: 'KEY', status: 'DONE', checks: [check('keyIsEnabled', 'Enabled')] },
          ],
        },
      ],
    },
  });
  const MatrixFile = ({ ids }: { ids?: unknown }) => ({
    organizations: {
      // In any order, and without one that was archived meanwhile.
      nodes: (ids as string[])
        .filter((id) => id !== 'Customer 1')
        .map(detailsOf)
        .toReversed(),
    },
  });
  const read = async () => {
    await expect.poll(() => saved.length).toBe(1);
    const text = await saved[0]!.text();
    const rows: Record<string, string>[] = parse(text, { columns: true, bom: true });
    return rows;
  };

  it('says of every organization where it is, what blocks it, and its case', async () => {
    const { person, sent } = open(many(230), { MatrixFile });
    await person.click(await screen.findByRole('button', { name: 'Export CSV' }));
    const rows = await read();
    expect(rows).toHaveLength(230);
    expect(rows.map((row) => row['Organization'])).toEqual(many(230).map(({ name }) => name));
    expect(rows[0]).toMatchObject({
      ...{ Region: 'US East (VA7)', 'Region (code)': 'VA7', 'Cloud (code)': 'AZURE' },
      ...{ 'Shield (code)': 'HEALTHCARE_SHIELD', 'Case number': 'E-001' },
      ...{ 'Blocked by': 'Purge protection', 'Blocked by (code)': 'vaultHasPurgeProtection' },
    });
    expect(rows[1]).toMatchObject({ 'Run (code)': 'BLOCKED', Region: '', 'Blocked by': '' });
    expect(Object.keys(rows[0]!).slice(-9)).toEqual([
      ...['Cloud', 'Cloud (code)', 'Region', 'Region (code)', 'Shield', 'Shield (code)'],
      ...['Blocked by', 'Blocked by (code)', 'Case number'],
    ]);
    expect(sent('MatrixFile').map(({ ids }) => (ids as string[]).length)).toEqual([100, 100, 30]);
    expect(saved[0]!.name).toMatch(/^keyway-portfolio-\d{4}-\d\d-\d\d\.csv$/);
  });

  it('is named as one of some organizations, where a filter leaves others out', async () => {
    const { person } = open(many(12), { MatrixFile }, 'OPERATOR', '/?text=Customer+11');
    await expect.poll(() => screen.queryAllByRole('rowheader')).toHaveLength(1);
    await person.click(await screen.findByRole('button', { name: 'Export CSV' }));
    expect(await read()).toHaveLength(1);
    expect(saved[0]!.name).toMatch(/^keyway-portfolio-filtered-\d{4}-\d\d-\d\d\.csv$/);
  });
});
