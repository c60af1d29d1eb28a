import { afterEach, beforeEach, expect, it, vi } from 'vitest';
import { watchSealing, type WatchedSealing } from './watchSealing.ts';

type SealingProblem = NonNullable<WatchedSealing['problem']>;

beforeEach(() => void vi.useFakeTimers());
afterEach(() => void vi.useRealTimers());

const aProblem = (part: Partial<SealingProblem> = {}): SealingProblem => ({
  kind: 'unavailable',
  code: 'ECONNREFUSED',
  permission: null,
  message: 'Its vault cannot be reached.',
  ...part,
});

it('logs again where the code or the permission changed, not where the text did', async () => {
  let problem: SealingProblem | null = aProblem();
  const logged: string[] = [];
  const log = {
    info: (_about: object, message: string) => logged.push(message),
    warn: (_about: object, message: string) => logged.push(message),
  };
  const sealing: WatchedSealing = {
    get problem() {
      return problem;
    },
    check: () => Promise.resolve(problem),
    rewrap: () => Promise.reject(new Error('not asked for')),
  };
  const stop = watchSealing(sealing, { log, rewraps: false, everyMs: 10 });
  const pass = async (next: SealingProblem | null) => {
    problem = next;
    await vi.advanceTimersByTimeAsync(10);
  };
  await pass(aProblem({ message: 'Request 1.' }));
  await pass(aProblem({ message: 'Request 2.' }));
  expect(logged).toEqual([]);
  await pass(aProblem({ code: 'ETIMEDOUT', message: 'other code' }));
  await pass(aProblem({ code: 'ETIMEDOUT', permission: 'wrap', message: 'other permission' }));
  await pass(aProblem({ kind: 'denied', code: 'ETIMEDOUT', permission: 'wrap', message: 'kind' }));
  await pass(null);
  await pass(null);
  expect(logged).toEqual([
    'other code',
    'other permission',
    'kind',
    'the sealing key can be used again',
  ]);
  await stop();
});

it('skips passes while a slow one still runs', async () => {
  const ends: (() => void)[] = [];
  const sealing: WatchedSealing = {
    problem: aProblem(),
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
