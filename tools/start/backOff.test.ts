import { expect, test } from 'vitest';
import { backOff } from './backOff.ts';

test('soon at first, then doubling to ten seconds', () => {
  const waits: number[] = [];
  for (let index = 0; index < 8; index += 1) waits.push(backOff(waits.at(-1), 5));
  expect(waits).toEqual([200, 400, 800, 1600, 3200, 6400, 10_000, 10_000]);
});

test('half a minute of life makes it healthy again', () => {
  expect(backOff(10_000, 29_999)).toBe(10_000);
  expect(backOff(10_000, 30_000)).toBe(200);
});
