/**
 * Which rows of equal height are near the view of a scrolled element. They change in steps of some
 * rows, so that most frames of a scroll render nothing.
 */
import { useLayoutEffect, useMemo, useState } from 'react';
import type { RefObject } from 'react';

/** Rows that are rendered together. */
const STEP = 4;
/** Until the element is measured. */
const DEFAULT_HEIGHT = 640;

/**
 * The first and the last row to render, each at the border of a step. At least one step is rendered
 * beyond the view in each direction.
 *
 * @returns `last` is -1 where there are no rows
 */
export function findVisibleRows(
  scrollTop: number,
  height: number,
  count: number,
  rowHeight: number,
): { first: number; last: number } {
  const firstStep = Math.floor(scrollTop / rowHeight / STEP) - 1;
  const endStep = Math.ceil((scrollTop + height) / rowHeight / STEP) + 1;
  const last = Math.min(endStep * STEP, count) - 1;
  return { first: Math.max(0, Math.min(firstStep * STEP, last)), last };
}

export interface VisibleRows {
  first: number;
  last: number;
  indexes: readonly number[];
}

export function useVisibleRows(
  scrolled: RefObject<HTMLElement | null>,
  count: number,
  rowHeight: number,
): VisibleRows {
  const [range, setRange] = useState(() => findVisibleRows(0, DEFAULT_HEIGHT, count, rowHeight));
  // Without rows there is no element.
  const isShown = count > 0;
  useLayoutEffect(() => {
    const element = scrolled.current;
    if (!element) return undefined;
    const measure = () => {
      const height = element.clientHeight || DEFAULT_HEIGHT;
      const next = findVisibleRows(element.scrollTop, height, count, rowHeight);
      setRange((old) => (old.first === next.first && old.last === next.last ? old : next));
    };
    measure();
    const observer = new ResizeObserver(measure);
    observer.observe(element);
    element.addEventListener('scroll', measure, { passive: true });
    return () => {
      observer.disconnect();
      element.removeEventListener('scroll', measure);
    };
  }, [scrolled, isShown, count, rowHeight]);
  return useMemo(() => {
    const last = Math.min(range.last, count - 1);
    const first = Math.max(0, Math.min(range.first, last));
    return {
      first,
      last,
      indexes: Array.from({ length: last - first + 1 }, (_, place) => first + place),
    };
  }, [range, count]);
}
