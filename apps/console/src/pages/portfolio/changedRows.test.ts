import { describe, expect, it } from 'vitest';
import { RowCounts, diffRows, whereRowsMatter } from './changedRows.ts';
import type { MatrixRow } from './matrixRows.ts';

/** Only their identity and their number count. */
const aRow = (number: number) =>
  ({ organizationId: String(number), number }) as unknown as MatrixRow;
const numberOf = (row: MatrixRow): number => Number(row.organizationId);
const placesOf = (row: MatrixRow) => [numberOf(row) % 3, 3 + (numberOf(row) % 4)];

const [a, b, c, d] = [1, 2, 3, 4].map(aRow) as [MatrixRow, MatrixRow, MatrixRow, MatrixRow];

describe('diffRows', () => {
  it.each([
    ['nothing', [a, b], [a, b], [], []],
    ['one at the start', [b, c], [a, b, c], [], [a]],
    ['one in the middle', [a, c], [a, b, c], [], [b]],
    ['one at the end', [a, b], [a, b, c], [], [c]],
    ['another in its place', [a, b, c], [a, d, c], [b], [d]],
    ['one that left', [a, b, c], [a, c], [b], []],
    ['the same twice', [a, a], [a, a, a], [], [a]],
    ['all', [], [a, b], [], [a, b]],
  ])('finds %s', (_, old, next, removed, added) => {
    expect(diffRows(old, next)).toEqual({ removed, added });
  });
});

/** Pseudorandom numbers, the same in each run. */
function numbers(seed: number): (below: number) => number {
  let state = seed;
  return (below) => {
    state = (state * 1_103_515_245 + 12_345) % 2_147_483_648;
    return Math.floor((state / 2_147_483_648) * below);
  };
}

/** Another list: rows replaced, moved, added and removed, or all of another. */
function change(rows: readonly MatrixRow[], random: (below: number) => number): MatrixRow[] {
  const next = random(8) === 0 ? rows.toReversed() : [...rows];
  for (let times = random(4); times >= 0; times -= 1) {
    const at = random(next.length + 1);
    const removed = random(3) === 0 ? [] : next.splice(at, 1 + random(2));
    if (random(3) > 0) next.splice(random(next.length + 1), 0, aRow(random(1_000)), ...removed);
  }
  return next;
}

describe('what is computed of rows', () => {
  it('is the same after any changes as if it were computed of the last rows alone', () => {
    const random = numbers(7);
    const counts = new RowCounts(placesOf, 7);
    const isEven = (row: MatrixRow) => numberOf(row) % 2 === 0;
    const evenOf = (rows: readonly MatrixRow[]) => new Set(rows.filter(isEven));
    const even = whereRowsMatter(isEven, evenOf);
    let rows: MatrixRow[] = Array.from({ length: 40 }, (_, number) => aRow(number));
    for (let round = 0; round < 500; round += 1) {
      expect([...counts.of(rows)]).toEqual([...new RowCounts(placesOf, 7).of(rows)]);
      expect(even(rows)).toEqual(evenOf(rows));
      rows = change(rows, random);
    }
  });

  it('is counted of the changed rows alone', () => {
    const asked: MatrixRow[] = [];
    const counts = new RowCounts((row: MatrixRow) => (asked.push(row), placesOf(row)), 7);
    const rows = Array.from({ length: 100 }, (_, number) => aRow(number));
    counts.of(rows);
    asked.length = 0;
    counts.of(rows.with(50, a));
    expect(asked).toEqual([rows[50], a]);
  });

  it('keeps its identity while rows change that do not matter', () => {
    const listOf = whereRowsMatter(
      (row) => row === a,
      (rows) => rows.filter((row) => row === a),
    );
    const first = listOf([a, b]);
    expect(listOf([a, b, c])).toBe(first);
    expect(listOf([a, d, c])).toBe(first);
    expect(listOf([c])).toEqual([]);
  });
});
