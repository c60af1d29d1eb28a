// @vitest-environment jsdom
import { act, render } from '@testing-library/react';
import { useRef } from 'react';
import { afterEach, expect, it, vi } from 'vitest';
import '../../testing/browser.ts';
import { useVisibleRows } from './useVisibleRows.ts';

afterEach(() => void vi.useRealTimers());

let indexes: readonly number[];

function Rows({ count }: { count: number }) {
  const scrolled = useRef<HTMLDivElement>(null);
  ({ indexes } = useVisibleRows(scrolled, count, 40));
  return count > 0 ? <div ref={scrolled} /> : null;
}

it('keeps rows that come while the view settles, without a scroll', () => {
  vi.useFakeTimers();
  const { rerender } = render(<Rows count={1} />);
  expect(indexes).toEqual([0]);
  rerender(<Rows count={2} />);
  expect(indexes).toEqual([0, 1]);
  act(() => void vi.runAllTimers());
  expect(indexes).toEqual([0, 1]);
});
