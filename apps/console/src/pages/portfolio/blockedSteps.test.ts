import { expect, it } from 'vitest';
import { listBlocked } from './blockedSteps.ts';
import type { MatrixRow, MatrixStep } from './matrixRows.ts';

const at = (hour: number) => `2026-11-25T0${hour}:00:00.000Z`;

function row(name: string, steps: Partial<MatrixStep>[], status = 'BLOCKED'): MatrixRow {
  const whole = steps.map((step) => ({ id: 'KEY', actor: 'PARTNER', since: at(1), ...step }));
  return {
    ...{ organizationId: name, name, imsOrgId: name, oldestWait: null },
    health: { health: 'NOT_WATCHED', since: at(1), version: 0 },
    run: {
      ...{ id: `run-${name}`, status, version: 1, waitingOn: [], coolingOffs: [], delays: [] },
      ...{ nobodysTurnUntil: null, refusedTracks: [], owner: null, dueAt: null, overdue: false },
      progress: { done: 0, total: 19 },
      tracks: [{ id: 'AEP', status: 'BLOCKED', steps: whole as MatrixStep[] }],
    },
  } as MatrixRow;
}

it('lists each blocked step, the one that has been blocked longest first', () => {
  const rows = [
    row('Bellows', [{ status: 'BLOCKED', since: at(5) }]),
    row('Contoso', [
      { status: 'BLOCKED', since: at(2) },
      { id: 'VAULT', status: 'BLOCKED', since: at(7) },
    ]),
    row('Adatum', [{ status: 'BLOCKED', since: at(5) }]),
  ];
  expect(listBlocked(rows).map(({ organization, step }) => `${organization} ${step}`)).toEqual([
    'Contoso KEY',
    'Adatum KEY',
    'Bellows KEY',
    'Contoso VAULT',
  ]);
});

it('leaves out what only waits, and runs that are over', () => {
  const rows = [
    row('waits', [{ status: 'WAITING' }, { id: 'VAULT', status: 'READY' }], 'WAITING'),
    row('cancelled', [{ status: 'BLOCKED' }], 'CANCELLED'),
    { ...row('none', []), run: null },
  ];
  expect(listBlocked(rows)).toEqual([]);
});
