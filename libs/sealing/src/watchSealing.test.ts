import { afterEach, beforeEach, expect, it, vi } from 'vitest';
import { watchSealing, type WatchedSealing } from './watchSealing.ts';

beforeEach(() => void vi.useFakeTimers());
afterEach(() => void vi.useRealTimers());

it('skips passes while a slow one still runs', async () => {
  const ends: (() => void)[] = [];
  const sealing: WatchedSealing = {
    problem: { kind: 'unavailable', message: 'Its vault cannot be reached.' },
    check: () => new Promise((resolve) => ends.push(() => resolve(sealing.problem))),
    rewrap: () => Promise.reject(new Error('not asked for')),
  };
  const log = { info: () => undefined, warn: () => undefined };
  const stop = watchSealing(sealing, { log, rewraps: false, everyMs: 10 });
  await vi.advanceTimersByTimeAsync(100);
  expect(ends).toHaveLength(1);

  ends[0]!();
  await vi.advanceTimersByTimeAsync(0);
  expect(ends).toHaveLength(1);
  await vi.advanceTimersByTimeAsync(10);
  expect(ends).toHaveLength(2);

  const stopping = stop();
  ends[1]!();
  await vi.advanceTimersByTimeAsync(0);
  await stopping;
});
