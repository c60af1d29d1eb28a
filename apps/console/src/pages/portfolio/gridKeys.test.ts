import { describe, expect, it } from 'vitest';
import { COLUMN_COUNT, moveCell, findActiveCell } from './gridKeys.ts';

const rows = (...names: string[]) => names.map((organizationId) => ({ organizationId }));
const key = (name: string, far = false) => ({
  key: name,
  ctrlKey: far,
  metaKey: false,
  altKey: false,
});

describe('findActiveCell', () => {
  it('stays with its organization when a row comes before it', () => {
    const active = { organizationId: 'b', row: 1, column: 4 };
    expect(findActiveCell(active, rows('a', 'b', 'c'))).toEqual({ row: 1, column: 4 });
    expect(findActiveCell(active, rows('a', 'aa', 'b', 'c'))).toEqual({ row: 2, column: 4 });
  });

  it('takes the nearest row when its organization is filtered away', () => {
    expect(findActiveCell({ organizationId: 'c', row: 2, column: 0 }, rows('a', 'b'))).toEqual({
      row: 1,
      column: 0,
    });
    expect(findActiveCell({ organizationId: 'c', row: 2, column: 0 }, rows())).toEqual({
      row: 0,
      column: 0,
    });
  });

  it('is at the top until a key has moved it', () => {
    expect(findActiveCell({ row: 0, column: 0 }, rows('z', 'a'))).toEqual({ row: 0, column: 0 });
  });
});

describe('moveCell', () => {
  it('goes no further than the grid', () => {
    expect(moveCell({ row: 0, column: 0 }, key('k'), 3, 10)).toEqual({ row: 0, column: 0 });
    expect(moveCell({ row: 2, column: 0 }, key('PageDown'), 3, 10)).toEqual({ row: 2, column: 0 });
    expect(moveCell({ row: 1, column: 1 }, key('End', true), 3, 10)).toEqual({
      row: 2,
      column: COLUMN_COUNT - 1,
    });
  });

  it('leaves other keys to the browser', () => {
    expect(moveCell({ row: 0, column: 0 }, key('Tab'), 3, 10)).toBeUndefined();
    expect(moveCell({ row: 0, column: 0 }, key('j', true), 3, 10)).toBeUndefined();
  });
});
