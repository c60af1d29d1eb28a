import { expect, test } from 'vitest';
import { backOff } from './backOff.ts';

test('soon at first, then doubling to ten seconds', () => {
  const waits: number[] = [];
  for (let index = 0; index < 8; index += 1) waits.push(backOff(waits.at(-1), 5));
  expect(waits).toEqual([200, 400, 800, 1600, 3200, 6400, 10_000, 10_000]);
});

test('five seconds of life make it healthy again', () => {
  expect(backOff(10_000, 4_999)).toBe(10_000);
  expect(backOff(10_000, 5_000)).toBe(200);
});

test('what is killed from outside comes back within a second, however often', () => {
  expect(backOff(800, 5, true)).toBe(1_000);
  expect(backOff(1_000, 5, true)).toBe(1_000);
});
