import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { findVisibleRows, nextRange } from './useVisibleRows.ts';

const HEIGHT = 40;

describe('findVisibleRows', () => {
  it('has every row that is in the view, and few others', () => {
    fc.assert(
      fc.property(
        fc.nat(10_000),
        fc.nat(500_000),
        fc.integer({ min: 1, max: 3_000 }),
        (count, scrolled, height) => {
          // The browser scrolls no further than the end.
          const scrollTop = Math.min(scrolled, Math.max(0, count * HEIGHT - height));
          const { first, last } = findVisibleRows(scrollTop, height, count, HEIGHT);
          expect(first).toBeGreaterThanOrEqual(0);
          expect(last).toBeLessThan(count);
          for (let row = 0; row < count; row += 1) {
            const isInView = (row + 1) * HEIGHT > scrollTop && row * HEIGHT < scrollTop + height;
            if (isInView) expect(row >= first && row <= last).toBe(true);
          }
          expect(last - first + 1).toBeLessThanOrEqual(height / HEIGHT + 18);
        },
      ),
      { numRuns: 60 },
    );
  });

  it('is the same for small movements', () => {
    const at = (top: number) => findVisibleRows(top, 600, 10_000, HEIGHT);
    const ranges = new Set(
      Array.from({ length: 160 }, (_, top) => JSON.stringify(at(4_000 + top))),
    );
    expect(ranges.size).toBeLessThanOrEqual(3);
  });

  it('is nothing where there are no rows', () => {
    expect(findVisibleRows(0, 600, 0, HEIGHT)).toEqual({ first: 0, last: -1 });
  });
});

describe('after a scroll', () => {
  const old = { first: 0, last: 23 };

  it('rows near the view are rendered with those in it', () => {
    const near = { first: 8, last: 31 };
    expect(nextRange(old, near, { first: 12, last: 26 })).toBe(near);
  });

  it('only those in view are, where none of them was rendered before', () => {
    const inView = { first: 104, last: 118 };
    expect(nextRange(old, { first: 100, last: 123 }, inView)).toBe(inView);
    expect(nextRange({ first: 200, last: 223 }, { first: 100, last: 123 }, inView)).toBe(inView);
  });

  it('the others follow, and then nothing changes', () => {
    const near = { first: 100, last: 123 };
    expect(nextRange({ first: 104, last: 118 }, near, near)).toBe(near);
    expect(nextRange(near, { ...near }, near)).toBe(near);
  });
});
