/**
 * Which rows of equal height are near the view of a scrolled element. They change in steps of some
 * rows, so that most frames of a scroll render nothing.
 */
import { useLayoutEffect, useMemo, useRef, useState } from 'react';
import type { RefObject } from 'react';

interface Range {
  first: number;
  /** -1 where there are no rows. */
  last: number;
}

/** Rows that are rendered together. */
const STEP = 4;
/** Until the element is measured. */
const DEFAULT_HEIGHT = 640;

/**
 * The first and the last row to render, each at the border of a step. At least one step is rendered
 * beyond the view in each direction.
 */
export function findVisibleRows(
  scrollTop: number,
  height: number,
  count: number,
  rowHeight: number,
): Range {
  const firstStep = Math.floor(scrollTop / rowHeight / STEP) - 1;
  const endStep = Math.ceil((scrollTop + height) / rowHeight / STEP) + 1;
  const last = Math.min(endStep * STEP, count) - 1;
  return { first: Math.max(0, Math.min(firstStep * STEP, last)), last };
}

/** Until so long after a jump only the rows in view are rendered. */
const SETTLE_MILLISECONDS = 100;

/**
 * The rows to render after a scroll. Of a jump, none of them is there yet: those beyond the view
 * come later, as all at once would take longer than a frame.
 */
export function nextRange(old: Range, near: Range, inView: Range): Range {
  if (old.first === near.first && old.last === near.last) return old;
  const isJump = near.first > old.last || near.last < old.first;
  return isJump ? inView : near;
}

function findRowsInView(
  scrollTop: number,
  height: number,
  count: number,
  rowHeight: number,
): Range {
  const last = Math.min(Math.ceil((scrollTop + height) / rowHeight), count) - 1;
  return { first: Math.max(0, Math.min(Math.floor(scrollTop / rowHeight), last)), last };
}

export interface VisibleRows extends Range {
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
  const seen = useRef({ scrollTop: 0, height: DEFAULT_HEIGHT });
  const latestCount = useRef(count);
  // As it was measured last: to measure again here would lay the changed page out at once.
  useLayoutEffect(() => {
    latestCount.current = count;
    const { scrollTop, height } = seen.current;
    const near = findVisibleRows(scrollTop, height, count, rowHeight);
    setRange((old) => nextRange(old, near, near));
  }, [count, rowHeight]);
  useLayoutEffect(() => {
    const element = scrolled.current;
    if (!element) return undefined;
    let timer: ReturnType<typeof setTimeout> | undefined;
    const measure = () => {
      const { scrollTop, clientHeight } = element;
      seen.current = { scrollTop, height: clientHeight || DEFAULT_HEIGHT };
      const view = () => [scrollTop, seen.current.height, latestCount.current, rowHeight] as const;
      const [near, inView] = [findVisibleRows(...view()), findRowsInView(...view())];
      setRange((old) => nextRange(old, near, inView));
      clearTimeout(timer);
      timer = setTimeout(() => {
        // There may be more rows by now.
        const settled = findVisibleRows(...view());
        setRange((old) => nextRange(old, settled, settled));
      }, SETTLE_MILLISECONDS);
    };
    measure();
    const observer = new ResizeObserver(measure);
    observer.observe(element);
    element.addEventListener('scroll', measure, { passive: true });
    return () => {
      clearTimeout(timer);
      observer.disconnect();
      element.removeEventListener('scroll', measure);
    };
  }, [scrolled, isShown, rowHeight]);
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
