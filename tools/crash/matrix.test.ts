/** A small sample of the crash matrix: each way of disturbing once, in one world. */
import { expect, it } from 'vitest';
import { DISTURBANCES } from './coverage.ts';
import { crashMatrix } from './matrix.ts';

const KINDS = DISTURBANCES.filter((kind) => kind !== 'stop' && kind !== 'stopDatabase');

it('loses and doubles nothing', { timeout: 600_000 }, async () => {
  const world = { name: 'sample', kinds: KINDS, apis: 1, workers: 2, mayStop: 0 };
  const ways = ['read', 'attested', 'aws'] as const;
  const { fell, rows } = await crashMatrix({ world, minutes: 5, every: 3, sample: 1, ways });
  expect(fell).toEqual([]);
  for (const { point, lost, doubled } of rows)
    expect([point, lost, doubled]).toEqual([point, 0, 0]);
});
