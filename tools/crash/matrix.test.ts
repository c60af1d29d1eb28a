/** A small sample of the crash matrix: each way of disturbing once, in one world. */
import { expect, it } from 'vitest';
import { DISTURBANCES } from './coverage.ts';
import { crashMatrix, type MatrixWorld } from './matrix.ts';

// The time that a busy machine needs: each sample ends once it is complete.
const MINUTES = 30;
const KINDS = DISTURBANCES.filter((kind) => kind !== 'stop' && kind !== 'stopDatabase');
const KILLS = ['kill', 'killInFlight'] as const;

it('makes each change of a set-up once', async () => {
  const world: MatrixWorld = { name: 'sample', kinds: KILLS, apis: 1, workers: 2, mayStop: 0 };
  const at = /PUT |before commit of \S+ setupChange|before \S+known_change setupChange/;
  const { fell, rows } = await crashMatrix({
    world,
    minutes: MINUTES,
    sample: 6,
    ways: ['setup'],
    at,
  });
  expect(fell).toEqual([]);
  const points = rows.map(({ point }) => point).join();
  expect(points).toMatch(/PUT management/);
  expect(points).toMatch(/advance_write\w* setupChange/);
});

it('gives each track the tenant of its vault once, asked later', async () => {
  const world: MatrixWorld = { name: 'sample', kinds: KILLS, apis: 1, workers: 2, mayStop: 0 };
  const at = /GET \*\.vault\.|vaultProbed|vault_probe_(ask|claim|count)/;
  const { fell, rows } = await crashMatrix({
    world,
    minutes: MINUTES,
    sample: 6,
    ways: ['late'],
    at,
  });
  expect(fell).toEqual([]);
  const points = rows.map(({ point }) => point).join();
  expect(points).toMatch(/worker before GET \*\.vault\.azure\.net/);
  expect(points).toMatch(/vaultProbed/);
});

it('sends once what was on its way when its worker died', async () => {
  const kinds = ['killInFlight'] as const;
  const world: MatrixWorld = { name: 'sample', kinds, apis: 1, workers: 2, mayStop: 0 };
  const at = /POST platform\S+config$|PUT \S+roleAssignments/;
  const ways = ['read', 'write'] as const;
  const { fell, rows } = await crashMatrix({ world, minutes: MINUTES, sample: 2, ways, at });
  expect(fell).toEqual([]);
  const points = rows.map(({ point }) => point).join();
  expect(points).toMatch(/POST platform/);
  expect(points).toMatch(/PUT management\S+roleAssignments/);
});

it('loses and doubles nothing', async () => {
  const world = { name: 'sample', kinds: KINDS, apis: 1, workers: 2, mayStop: 0 };
  const ways = ['read', 'attested', 'aws', 'kms'] as const;
  const { fell, rows } = await crashMatrix({ world, minutes: MINUTES, every: 3, sample: 1, ways });
  expect(fell).toEqual([]);
  for (const { point, lost, doubled } of rows)
    expect([point, lost, doubled]).toEqual([point, 0, 0]);
});
