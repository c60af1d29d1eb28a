/** A small sample of the crash matrix: each way of disturbing once, in one world. */
import { expect, it } from 'vitest';
import { DISTURBANCES } from './coverage.ts';
import { crashMatrix, type MatrixWorld } from './matrix.ts';

const KINDS = DISTURBANCES.filter((kind) => kind !== 'stop' && kind !== 'stopDatabase');
const KILLS = ['kill', 'killInFlight'] as const;

it('makes each change of a set-up once', { timeout: 600_000 }, async () => {
  const world: MatrixWorld = { name: 'sample', kinds: KILLS, apis: 1, workers: 2, mayStop: 0 };
  const at = /PUT |before commit of \S+ setupChange|before \S+known_change setupChange/;
  const { fell, rows } = await crashMatrix({ world, minutes: 5, sample: 6, ways: ['setup'], at });
  expect(fell).toEqual([]);
  const points = rows.map(({ point }) => point).join();
  expect(points).toMatch(/PUT management/);
  expect(points).toMatch(/advance_write\w* setupChange/);
});

it('loses and doubles nothing', { timeout: 600_000 }, async () => {
  const world = { name: 'sample', kinds: KINDS, apis: 1, workers: 2, mayStop: 0 };
  const ways = ['read', 'attested', 'aws', 'kms'] as const;
  const { fell, rows } = await crashMatrix({ world, minutes: 5, every: 3, sample: 1, ways });
  expect(fell).toEqual([]);
  for (const { point, lost, doubled } of rows)
    expect([point, lost, doubled]).toEqual([point, 0, 0]);
});
