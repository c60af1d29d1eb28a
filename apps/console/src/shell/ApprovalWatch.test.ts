import { expect, it } from 'vitest';
import { ApprovalWatch } from './ApprovalWatch.ts';

const pending = { id: 'run-1', waitingOn: ['APPROVER', 'ADOBE'] as const };
const other = { id: 'run-1', waitingOn: ['ADOBE'] as const };
const tick = ({ id, waitingOn }: typeof pending | typeof other) => ({
  id,
  waitingOn: [...waitingOn],
});

it('asks when an approval becomes pending, and when it no longer is', () => {
  const watch = new ApprovalWatch();
  expect([pending, other, pending].map((run) => watch.check(tick(run)))).toEqual([
    'now',
    'now',
    'now',
  ]);
});

it('does not ask for the changes of a run that waits for no approval', () => {
  const watch = new ApprovalWatch();
  expect(watch.check(tick(other))).toBe('later');
  expect(watch.check(tick(other))).toBe('never');
});

it('asks later where the other track of a run may have been decided', () => {
  const watch = new ApprovalWatch();
  watch.check(tick(pending));
  expect(watch.check(tick(pending))).toBe('later');
});

it('asks at once about a run seen for the first time, if the number may count its approval', () => {
  const watch = new ApprovalWatch();
  expect(watch.check(tick(other), 2)).toBe('now');
  expect(watch.check(tick(other), 2)).toBe('never');
});

it('keeps runs apart', () => {
  const watch = new ApprovalWatch();
  watch.check(tick(other));
  expect(watch.check({ ...tick(other), id: 'run-2' })).toBe('later');
});
