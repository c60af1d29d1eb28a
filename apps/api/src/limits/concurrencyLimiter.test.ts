import { expect, it } from 'vitest';
import { ConcurrencyLimiter, type ConcurrencyLimits } from './concurrencyLimiter.ts';
import { RateExceeded } from './rateLimiter.ts';

const LIMITS: ConcurrencyLimits = {
  heavyCost: 1000,
  eventCost: 200,
  event: 3,
  light: 2,
  heavy: 1,
  heavyTotal: 2,
  waiting: 3,
  maxWaitMs: 60_000,
};
const turn = (): Promise<void> => new Promise(setImmediate);

/** Enters and records when it is in. */
function entering(
  limiter: ConcurrencyLimiter,
  who: string,
  cost: number,
  log: string[],
  signal?: AbortSignal,
) {
  const entered = limiter.acquire(who, cost, signal).then((leave) => (log.push(who), leave));
  entered.catch(() => undefined);
  return entered;
}

it('lets a principal execute so many at a time, and nobody wait for another’s light ones', async () => {
  const limiter = new ConcurrencyLimiter(LIMITS);
  const log: string[] = [];
  const first = entering(limiter, 'a', 1, log);
  for (let more = 0; more < 3; more += 1) void entering(limiter, 'a', 1, log);
  void entering(limiter, 'b', 1, log);
  await turn();
  expect(log).toEqual(['a', 'a', 'b']);
  (await first)();
  await turn();
  expect(log).toEqual(['a', 'a', 'b', 'a']);
});

it('gives the places of expensive ones in turn, however many one asks for', async () => {
  const limiter = new ConcurrencyLimiter({ ...LIMITS, heavyTotal: 1, waiting: 100 });
  const log: string[] = [];
  const leaves: Promise<() => void>[] = [];
  for (let flood = 0; flood < 50; flood += 1) leaves.push(entering(limiter, 'flood', 5000, log));
  for (const who of ['b', 'c']) leaves.push(entering(limiter, who, 5000, log));
  (await leaves[0]!)();
  await turn();
  (await Promise.race(leaves.slice(1)))();
  await turn();
  void Promise.all(leaves.slice(50).map(async (leave) => (await leave)()));
  await turn();
  await turn();
  expect(
    log
      .slice(0, 4)
      .filter((who) => who !== 'flood')
      .sort(),
  ).toEqual(['b', 'c']);
});

it('keeps light ones of who waits for expensive ones going', async () => {
  const limiter = new ConcurrencyLimiter(LIMITS);
  const log: string[] = [];
  void entering(limiter, 'a', 5000, log);
  void entering(limiter, 'a', 5000, log);
  void entering(limiter, 'a', 1, log);
  await turn();
  expect([log.length, limiter.waiting]).toEqual([2, 1]);
});

it('refuses when too many wait, and who waited too long, with when to come again', async () => {
  const limiter = new ConcurrencyLimiter({ ...LIMITS, maxWaitMs: 20 });
  const log: string[] = [];
  const all = Array.from({ length: 5 }, () => entering(limiter, 'a', 5000, log));
  const outcomes = await Promise.allSettled(all);
  expect(outcomes.map(({ status }) => status)).toEqual([
    'fulfilled',
    ...Array<string>(4).fill('rejected'),
  ]);
  for (const outcome of outcomes.slice(1))
    expect((outcome as PromiseRejectedResult).reason).toBeInstanceOf(RateExceeded);
  expect(limiter.waiting).toBe(0);
});

it('forgets who went away, and who is done', async () => {
  const limiter = new ConcurrencyLimiter(LIMITS);
  const log: string[] = [];
  const going = new AbortController();
  const first = entering(limiter, 'a', 5000, log);
  const second = entering(limiter, 'a', 5000, log, going.signal);
  await turn();
  going.abort();
  await expect(second).rejects.toBeInstanceOf(RateExceeded);
  const leave = await first;
  leave();
  leave();
  void entering(limiter, 'a', 5000, log);
  void entering(limiter, 'a', 5000, log);
  await turn();
  expect([log.length, limiter.waiting]).toEqual([2, 1]);
});

it('executes the small events of many subscriptions in turn and refuses none; large ones are operations', async () => {
  const limiter = new ConcurrencyLimiter({ ...LIMITS, waiting: 0 });
  let [executing, most] = [0, 0];
  const event = async (): Promise<void> => {
    most = Math.max(most, (executing += 1));
    await turn();
    executing -= 1;
  };
  await Promise.all(Array.from({ length: 200 }, () => limiter.runEvent('a', 152, event)));
  expect([most, limiter.waiting]).toEqual([3, 0]);
  const large = Array.from({ length: 3 }, () => limiter.runEvent('a', 900, event));
  expect((await Promise.allSettled(large)).map(({ status }) => status)).toEqual([
    'fulfilled',
    'fulfilled',
    'rejected',
  ]);
});
