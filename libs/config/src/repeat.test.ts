import { afterEach, beforeEach, expect, it, vi } from 'vitest';
import { repeat } from './repeat.ts';

beforeEach(() => void vi.useFakeTimers());
afterEach(() => void vi.useRealTimers());

it('skips turns while a pass still runs, and waits for it at the end', async () => {
  const ends: (() => void)[] = [];
  const stop = repeat(() => new Promise((resolve) => ends.push(resolve)));
  await vi.advanceTimersByTimeAsync(100_000);
  expect(ends).toHaveLength(1);

  ends[0]!();
  await vi.advanceTimersByTimeAsync(30_000);
  expect(ends).toHaveLength(2);

  let stopped = false;
  const stopping = stop().then(() => (stopped = true));
  await vi.advanceTimersByTimeAsync(100_000);
  expect([ends.length, stopped]).toEqual([2, false]);
  ends[1]!();
  await stopping;
});
