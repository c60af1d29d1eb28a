import { expect, it } from 'vitest';
import type { TaskName } from './neededActions.ts';
import { parseTaskPosition, taskPlace, taskPosition, taskUrgency } from './taskOrder.ts';

const NOW = '2026-11-28T12:00:00.000Z';
const runId = '11111111-1111-4111-8111-111111111111';
const task = (mutation: TaskName, since: string, dueAt: string | null) => ({
  ...{ mutation, since: `2026-11-${since}T00:00:00.000Z`, runId },
  dueAt: dueAt && `2026-${dueAt}T00:00:00.000Z`,
});

it.each([
  ['OVERDUE', 'provideKey', '2026-11-28T11:59:59.999Z'],
  ['OVERDUE', 'retryStep', '2026-11-28T11:59:59.999Z'],
  ['DUE_SOON', 'provideKey', NOW],
  ['PROBLEM', 'retryStep', NOW],
  ['PROBLEM', 'requestApprovalAgain', null],
  ['DUE_SOON', 'provideKey', '2026-12-05T11:59:59.999Z'],
  ['WAITING', 'provideKey', '2026-12-05T12:00:00.000Z'],
  ['WAITING', 'requestApproval', null],
] as const)('is %s: %s of a run that is due at %s', (urgency, mutation, dueAt) => {
  expect(taskUrgency({ mutation, dueAt }, NOW)).toBe(urgency);
});

it('sorts by urgency, then by what is due first, else by what waits longest', () => {
  const sorted = [
    task('provideKey', '20', '11-01'),
    task('retryStep', '01', '11-27'),
    task('requestApprovalAgain', '02', null),
    task('retryStep', '03', '12-01'),
    task('provideKey', '20', '11-29'),
    task('provideKey', '10', '11-30'),
    task('provideKey', '04', null),
    task('provideKey', '05', '12-31'),
  ];
  const positions = sorted.map((one) => taskPosition(taskPlace(one, NOW)));
  expect(positions.toSorted()).toEqual(positions);
  for (const [index, position] of positions.entries())
    expect(parseTaskPosition(position)).toEqual(taskPlace(sorted[index]!, NOW));
});

it.each([
  '',
  `4 ${NOW} ${runId}`,
  `0 2026-02-30T00:00:00.000Z ${runId}`,
  `0 0000-01-01T00:00:00.000Z ${runId}`,
  `0 ${NOW} ${runId.slice(1)}`,
  `0 ${NOW} ${runId} x`,
])('no position is "%s"', (text) => {
  expect(parseTaskPosition(text)).toBeNull();
});
