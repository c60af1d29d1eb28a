import { describe, expect, it } from 'vitest';
import { compareNames } from './compareNames.ts';

/** As the database sorts them: sortKey.test.ts of the store has the same list. */
const IN_ORDER = [
  'a b',
  'Ab',
  'abc',
  'zava',
  'Árbol',
  'árbol b',
  'éclair',
  '\u{ff5a}',
  '\u{1f511}',
];

describe('compareNames', () => {
  it('is the order of the API', () => {
    expect(IN_ORDER.toReversed().toSorted(compareNames)).toEqual(IN_ORDER);
  });

  it('compares as much of a name as the API does', () => {
    const long = 'x'.repeat(400);
    expect(compareNames(`${long}a`, `${long.toUpperCase()}b`)).toBe(0);
    expect(compareNames('abc', 'ABC')).toBe(0);
  });
});
