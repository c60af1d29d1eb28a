import { afterEach, beforeEach, expect, it, vi } from 'vitest';
import { isLockTimeout, withRetry } from './retry.ts';

beforeEach(() => void vi.useFakeTimers());
afterEach(() => void vi.useRealTimers());

const locked = Object.assign(new Error('canceling statement due to lock timeout'), {
  code: '55P03',
});

it('leaves pauses of up to what is given, and ends with the last error', async () => {
  let tries = 0;
  const work = (): Promise<never> => {
    tries += 1;
    return Promise.reject(locked);
  };
  const onRetry = vi.fn();
  const options = { forMilliseconds: 600_000, pauseMilliseconds: 10_000, onRetry };
  const done = expect(withRetry(work, isLockTimeout, options)).rejects.toBe(locked);
  await vi.advanceTimersByTimeAsync(620_000);
  await done;
  // Nine while the pauses grow, and then one every 5 to 10 s.
  expect(tries).toBeGreaterThan(60);
  expect(tries).toBeLessThan(135);
  // Not after the last one, which nothing follows.
  expect(onRetry.mock.calls).toEqual(Array.from({ length: tries - 1 }, () => [locked]));
});

it('reports no other try of what does not pass', async () => {
  const onRetry = vi.fn();
  const options = { forMilliseconds: 600_000, pauseMilliseconds: 10_000, onRetry };
  const wrong = new Error('syntax error');
  await expect(withRetry(() => Promise.reject(wrong), isLockTimeout, options)).rejects.toBe(wrong);
  expect(onRetry).not.toHaveBeenCalled();
});
