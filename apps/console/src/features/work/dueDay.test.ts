import { expect, it } from 'vitest';
import { toDay, toDueAt } from './dueDay.ts';

it('is due at the end of the day that was chosen, and shows that day again', () => {
  expect(toDay(toDueAt('2026-11-25'))).toBe('2026-11-25');
  expect(toDay(toDueAt('2026-02-28'))).toBe('2026-02-28');
  expect(toDueAt('2026-11-25')! > new Date('2026-11-25T23:59:00').toISOString()).toBe(true);
  expect([toDay(null), toDueAt(undefined)]).toEqual([undefined, null]);
});
