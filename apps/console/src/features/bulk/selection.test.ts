import { describe, expect, it } from 'vitest';
import { choose, NOTHING } from './selection.ts';

describe('choose', () => {
  it('adds and takes away', () => {
    const two = choose(NOTHING, ['a', 'b'], true, ['a', 'b', 'c']);
    expect([...two.ids]).toEqual(['a', 'b']);
    expect([...choose(two, ['a'], false, []).ids]).toEqual(['b']);
  });

  it('falls back to the loaded rows where one is taken away from everything', () => {
    const all = { ids: new Set<string>(), isAll: true };
    const { ids, isAll } = choose(all, ['b'], false, ['a', 'b', 'c']);
    expect([[...ids], isAll]).toEqual([['a', 'c'], false]);
  });
});
