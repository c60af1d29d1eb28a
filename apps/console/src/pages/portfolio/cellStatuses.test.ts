import { describe, expect, it } from 'vitest';
import { MATRIX_COLUMNS } from './matrixRows.ts';
import type { MatrixRow, MatrixStep } from './matrixRows.ts';
import {
  countProblems,
  countCells,
  filterByStep,
  formatCell,
  parseCell,
  CELL_STATUSES,
  type StepCell,
} from './cellStatuses.ts';

const since = '2026-11-25T12:00:00Z';
const key: Omit<StepCell, 'status'> = { track: 'AEP', step: 'KEY' };

function row(name: string, steps: Partial<MatrixStep>[], run: object = {}): MatrixRow {
  const whole = steps.map((step) => ({ id: 'KEY', actor: 'PARTNER', since, ...step }));
  return {
    ...{ organizationId: name, name, imsOrgId: name, oldestWait: null },
    health: { health: 'NOT_WATCHED', since, version: 0 },
    run: {
      ...{
        id: name,
        status: 'IN_PROGRESS',
        version: 1,
        waitingOn: [],
        coolingOffs: [],
        delays: [],
      },
      ...{ nobodysTurnUntil: null, refusedTracks: [], owner: null, dueAt: null, overdue: false },
      progress: { done: 0, total: 19 },
      tracks: [{ id: 'AEP', status: 'READY', steps: whole as MatrixStep[] }],
      ...run,
    },
  };
}

const rows = [
  row('blocked', [{ status: 'BLOCKED' }]),
  row('failed', [{ status: 'FAILED' }]),
  row('waiting', [{ status: 'WAITING' }]),
  row('cancelled', [{ status: 'BLOCKED' }], { status: 'CANCELLED' }),
  row('refused', [{ id: 'APPROVAL', status: 'READY' }], { refusedTracks: ['AEP'] }),
  row('not needed', [{ status: 'NOT_APPLICABLE' }]),
  { ...row('none', []), run: null },
];

describe('what steps are', () => {
  it('is counted as the filter by it lets through, for each step', () => {
    const counts = countCells(rows);
    for (const column of MATRIX_COLUMNS)
      for (const status of CELL_STATUSES) {
        const text = formatCell({ ...column, status });
        expect([text, filterByStep(rows, text).length]).toEqual([text, counts.get(text) ?? 0]);
      }
    expect(countProblems(counts, key)).toBe(2);
    expect(countProblems(counts, { track: 'AEP', step: 'APPROVAL' })).toBe(1);
    expect(countProblems(counts, { track: 'CJA', step: 'KEY' })).toBe(0);
  });

  it('is read from the address, and what nobody knows leaves all', () => {
    const status = { track: 'AEP', step: 'APP_REGISTRATION', status: 'READY' } as const;
    expect(parseCell(formatCell(status))).toEqual(status);
    for (const text of ['', 'AEP', 'AEP-KEY', 'AEP-KEY-GONE', 'XXX-KEY-READY', 'AEP-KEY-READY-x']) {
      expect(parseCell(text)).toBeNull();
      expect(filterByStep(rows, text)).toBe(rows);
    }
    expect(filterByStep(rows, undefined)).toBe(rows);
  });
});
