import { describe, expect, it } from 'vitest';
import {
  MATRIX_COLUMNS,
  countViews,
  filterRows,
  findStep,
  inTurnOf,
  isInView,
  sortRows,
} from './matrixRows.ts';
import { listOwners } from './listOwners.ts';
import { findWaitStart } from '../../features/work/findWaitStart.ts';
import { MINE, NOBODY } from '../../features/work/workSearch.ts';
import type { MatrixFilter, MatrixRow, MatrixRun, MatrixStep } from './matrixRows.ts';
import { COLUMN_COUNT, moveCell } from './gridKeys.ts';

const step = (status: MatrixStep['status'], since: string): MatrixStep => ({
  id: 'VAULT',
  status,
  actor: 'AZURE_ADMIN',
  since,
});

function row(name: string, run: Partial<MatrixRun> | null, steps: MatrixStep[] = []): MatrixRow {
  const whole: MatrixRun | null = run && {
    id: `run-${name}`,
    status: 'WAITING',
    version: 1,
    waitingOn: [],
    ...{
      owner: null,
      dueAt: null,
      overdue: false,
      coolingOffs: [],
      delays: [],
      nobodysTurnUntil: null,
      refusedTracks: [],
    },
    progress: { done: 0, total: 19 },
    tracks: [{ id: 'AEP', status: 'WAITING', steps }],
    ...run,
  };
  return {
    organizationId: name,
    name,
    imsOrgId: `${name.toUpperCase()}@AdobeOrg`,
    health: { health: 'NOT_WATCHED', since: '2026-11-25T12:00:00Z', version: 0 },
    run: whole,
    oldestWait: findWaitStart(whole),
  };
}

describe('the wait of whose turn is shown', () => {
  const steps: MatrixStep[] = [
    { ...step('WAITING', '2026-11-02T00:00:00Z'), actor: 'PARTNER' },
    { ...step('WAITING', '2026-11-20T00:00:00Z'), actor: 'ADOBE' },
    { ...step('WAITING', '2026-11-10T00:00:00Z'), actor: 'ADOBE' },
  ];
  const both = row('a', { waitingOn: ['PARTNER', 'ADOBE'] }, steps);

  it('is the longest on them, however long it waits on others', () => {
    const since = (waiting?: string) => inTurnOf(both, waiting).oldestWait;
    expect(since('ADOBE')).toBe(Date.parse('2026-11-10T00:00:00Z'));
    expect(since('PARTNER')).toBe(Date.parse('2026-11-02T00:00:00Z'));
    expect(since()).toBe(Date.parse('2026-11-02T00:00:00Z'));
  });

  it('orders the rows, and each stays the same row', () => {
    const later = row('b', { waitingOn: ['ADOBE'] }, [
      { ...step('WAITING', '2026-11-05T00:00:00Z'), actor: 'ADOBE' },
    ]);
    const turn = [both, later].map((one) => inTurnOf(one, 'ADOBE'));
    expect(sortRows(turn, 'wait').map(({ name }) => name)).toEqual(['b', 'a']);
    expect(inTurnOf(both, 'ADOBE')).toBe(turn[0]);
    expect(inTurnOf(both, undefined)).toBe(both);
  });
});

describe('findStep', () => {
  it('waits for the time and for nobody while an approval can’t be used', () => {
    const at = '2026-11-25T12:00:00Z';
    const ready: MatrixStep = { ...step('READY', at), id: 'SUBMISSION', actor: 'PARTNER' };
    const where = { track: 'AEP', step: 'SUBMISSION' } as const;
    const cooling = row('a', { coolingOffs: [{ ...where, until: at, remainingSeconds: 60 }] }, [
      ready,
    ]);
    expect(findStep(cooling, where)).toMatchObject({
      ...{ status: 'WAITING', actor: 'SYSTEM', coolingOffUntil: at },
    });
    expect(findStep(row('a', {}, [ready]), where)).toBe(ready);
  });
});

describe('findWaitStart', () => {
  it('is the earliest instant since which a step stands still', () => {
    const steps = [
      step('DONE', '2026-01-01T00:00:00Z'),
      step('BLOCKED', '2026-11-03T00:00:00Z'),
      step('WAITING', '2026-11-02T00:00:00Z'),
    ];
    expect(row('a', {}, steps).oldestWait).toBe(Date.parse('2026-11-02T00:00:00Z'));
  });
  it('is nothing for a run that is over, for steps at work and without a run', () => {
    const waiting = [step('WAITING', '2026-11-02T00:00:00Z')];
    expect(row('a', { status: 'CANCELLED' }, waiting).oldestWait).toBeNull();
    expect(row('a', {}, [step('WORKING', '2026-11-02T00:00:00Z')]).oldestWait).toBeNull();
    expect(row('a', null).oldestWait).toBeNull();
  });
});

describe('sortRows', () => {
  const rows = [
    row('a', null),
    row('b', {}, [step('WAITING', '2026-11-09T00:00:00Z')]),
    row('c', {}, [step('FAILED', '2026-11-02T00:00:00Z')]),
    row('d', null),
  ];
  it('puts the longest wait first and keeps the order of the rest', () => {
    expect(sortRows(rows, 'wait').map((one) => one.name)).toEqual(['c', 'b', 'a', 'd']);
  });
  it('leaves the order of the server by name', () => {
    expect(sortRows(rows, 'name')).toBe(rows);
    expect(sortRows(rows, '-name').map((one) => one.name)).toEqual(['d', 'c', 'b', 'a']);
  });
  it('puts rows without a wait or a day last in both directions', () => {
    expect(sortRows(rows, '-wait').map((one) => one.name)).toEqual(['b', 'c', 'a', 'd']);
    const due = [
      row('none', {}),
      row('late', { dueAt: '2026-12-09T00:00:00Z' }),
      row('over', { dueAt: '2026-11-01T00:00:00Z', status: 'COMPLETED' }),
      row('soon', { dueAt: '2026-12-01T00:00:00Z' }),
    ];
    expect(sortRows(due, 'due').map((one) => one.name)).toEqual(['soon', 'late', 'none', 'over']);
    expect(sortRows(due, '-due').map((one) => one.name)).toEqual(['late', 'soon', 'none', 'over']);
  });
});

describe('views', () => {
  const rows = [
    row('Contoso', { waitingOn: ['ENTRA_ADMIN', 'ADOBE'] }),
    row('Fabrikam', { status: 'BLOCKED', waitingOn: ['AZURE_ADMIN'] }),
    row('Wingtip', { status: 'COMPLETED', waitingOn: ['ADOBE'] }),
    row('Litware', { status: 'CANCELLED' }),
    row('Proseware', null),
  ];
  it('counts a run under everybody it waits on, and none that is over', () => {
    expect(countViews(rows)).toMatchObject({
      CUSTOMER: 2,
      ADOBE: 1,
      BLOCKED: 1,
      COMPLETED: 1,
      NOT_STARTED: 2,
      FAILED: 0,
    });
  });
  it('filter by text and by view together', () => {
    expect(filterRows(rows, { text: 'CON' }).map((one) => one.name)).toEqual(['Contoso']);
    expect(
      filterRows(rows, { waiting: 'CUSTOMER', status: 'BLOCKED' }).map((one) => one.name),
    ).toEqual(['Fabrikam']);
    expect(
      filterRows(rows, { text: '@adobeorg', waiting: 'ADOBE' }).map((one) => one.name),
    ).toEqual(['Contoso']);
  });
  it('filter by who is responsible, by what is late, and by what makes no progress', () => {
    const daysAgo = (days: number) => new Date(Date.now() - days * 86_400_000).toISOString();
    const owner = (id: string) => ({ owner: { id, name: id, removedAt: null } });
    const work = [
      row('Old', owner('omar'), [step('BLOCKED', daysAgo(8)), step('DONE', daysAgo(90))]),
      row('New', { ...owner('ana'), overdue: true }, [step('READY', daysAgo(2))]),
      row('Done', { ...owner('omar'), status: 'COMPLETED' }, [step('READY', daysAgo(90))]),
      row('Cancelled', { ...owner('omar'), status: 'CANCELLED' }),
      row('Free', {}, [step('LOCKED', daysAgo(90))]),
      row('None', null),
    ];
    const names = (filter: MatrixFilter, viewerId?: string) =>
      filterRows(work, filter, viewerId).map((one) => one.name);
    expect(names({ owner: MINE }, 'omar')).toEqual(['Old', 'Done']);
    expect(names({ owner: 'ana' }, 'omar')).toEqual(['New']);
    expect(names({ owner: MINE })).toEqual([]);
    expect(names({ owner: NOBODY })).toEqual(['Free']);
    expect(names({ overdue: 'yes' })).toEqual(['New']);
    expect(names({ stuck: '1d' })).toEqual(['Old', 'New']);
    expect(names({ stuck: '7d' })).toEqual(['Old']);
    expect(names({ stuck: '1d', overdue: 'yes', owner: MINE }, 'omar')).toEqual([]);
    expect(listOwners(work).map(({ id }) => id)).toEqual(['ana', 'omar']);
    const known = [{ id: 'zoe', name: 'Zoe' }];
    expect(listOwners(work.slice(0, 1), known).map(({ id }) => id)).toEqual(['omar', 'zoe']);
  });
  it('filter by when runs are due', () => {
    const due = (days: number) => new Date(Date.now() + days * 86_400_000).toISOString();
    const dated = [
      row('Late', { dueAt: due(-1), overdue: true }),
      row('Soon', { dueAt: due(6) }),
      row('Later', { dueAt: due(29) }),
      row('Free', {}),
      row('Done', { status: 'COMPLETED' }),
    ];
    const names = (filter: MatrixFilter) => filterRows(dated, filter).map((one) => one.name);
    expect(names({ due: '7d' })).toEqual(['Soon']);
    expect(names({ due: '30d' })).toEqual(['Soon', 'Later']);
    expect(names({ due: 'none' })).toEqual(['Free']);
  });
  it('are not changed by what nobody knows', () => {
    expect(filterRows(rows, { status: 'CUSTOMER', waiting: 'NOBODY' })).toBe(rows);
    expect(isInView(row('x', { waitingOn: ['PARTNER'] }), 'PARTNER')).toBe(true);
  });
});

describe('moveCell', () => {
  const key = (name: string, ctrlKey = false) => ({
    key: name,
    ctrlKey,
    metaKey: false,
    altKey: false,
  });
  it('stays within the grid', () => {
    expect(moveCell({ row: 0, column: 0 }, key('ArrowUp'), 5, 3)).toEqual({ row: 0, column: 0 });
    expect(moveCell({ row: 3, column: 0 }, key('PageDown'), 5, 3)).toEqual({ row: 4, column: 0 });
    expect(moveCell({ row: 0, column: COLUMN_COUNT - 1 }, key('ArrowRight'), 5, 3)).toEqual({
      row: 0,
      column: COLUMN_COUNT - 1,
    });
    expect(moveCell({ row: 2, column: 2 }, key('End', true), 5, 3)).toEqual({
      row: 4,
      column: COLUMN_COUNT - 1,
    });
  });
  it('leaves the browser and the shell their keys', () => {
    expect(moveCell({ row: 0, column: 0 }, key('k', true), 5, 3)).toBeUndefined();
    expect(moveCell({ row: 0, column: 0 }, key('Tab'), 5, 3)).toBeUndefined();
    expect(
      moveCell({ row: 0, column: 0 }, { ...key('ArrowRight'), altKey: true }, 5, 3),
    ).toBeUndefined();
  });
  it('has a column for every step of both tracks, on either cloud', () => {
    expect(MATRIX_COLUMNS).toContainEqual({ track: 'AEP', step: 'POLICY' });
    expect(MATRIX_COLUMNS.filter((one) => one.track === 'AEP').length).toBe(12);
    expect(MATRIX_COLUMNS.filter((one) => one.track === 'CJA').length).toBe(9);
  });
});
