/** Limits count for all apis together, cost no round trip, and hold without a database. */
import { setFlagsFromString } from 'node:v8';
import { runInNewContext } from 'node:vm';
import type { RateCounts } from '@keyway/store';
import { aDatabase, type TestDatabase } from '@keyway/testing';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { RateLimiter, type Rate } from './rateLimiter.ts';

const RATE: Rate = { max: 100, windowMs: 60_000 };
let database: TestDatabase;
beforeAll(async () => {
  database = await aDatabase();
});
afterAll(() => database.close());

const limiters: RateLimiter[] = [];
const limiterOn = (counts: RateCounts, rate = RATE, warnings: string[] = []): RateLimiter => {
  const limiter = new RateLimiter(rate, {
    counts,
    name: 'test',
    onWarning: (message) => warnings.push(message),
  });
  limiters.push(limiter);
  return limiter;
};
afterAll(() => limiters.forEach((limiter) => limiter.close()));

const takeMany = (limiter: RateLimiter, key: string, times: number): number => {
  let left = 0;
  for (let time = 0; time < times; time += 1) left = limiter.take(key);
  return left;
};
const until = async (holds: () => boolean): Promise<void> => {
  while (!holds()) await new Promise((resolve) => setTimeout(resolve, 10));
};

describe('two apis on one database', () => {
  it('count together', async () => {
    const [one, two] = [await database.store(), await database.store()].map(({ monitoring }) =>
      limiterOn(monitoring.rates),
    );
    takeMany(one!, 'somebody', 60);
    takeMany(two!, 'somebody', 60);
    expect([one!.isSpent('somebody'), two!.isSpent('somebody')]).toEqual([false, false]);
    await until(() => one!.isSpent('somebody') || two!.isSpent('somebody'));
    // The other api gets the total with its next exchange.
    await until(
      () =>
        (one!.take('somebody'), one!.isSpent('somebody')) &&
        (two!.take('somebody'), two!.isSpent('somebody')),
    );
    expect(one!.isSpent('somebody else')).toBe(false);
    const keys = await database.query<{ key: string; count: number }>(
      'select key, count from rate_count',
    );
    expect(keys).toHaveLength(1);
    expect(JSON.stringify(keys)).not.toContain('somebody');
  });

  it('begin another window at zero', async () => {
    const { monitoring } = await database.store();
    const [first] = await monitoring.rates.add([{ key: 'window', count: 5 }], 1);
    await until(() => performance.now() > 0);
    await new Promise((resolve) => setTimeout(resolve, 5));
    const [second] = await monitoring.rates.add([{ key: 'window', count: 7 }], 60_000);
    const [third] = await monitoring.rates.add([{ key: 'window', count: 1 }], 60_000);
    expect([first!.total, second!.total, third!.total]).toEqual([5, 7, 8]);
    expect(second!.windowId).not.toBe(first!.windowId);
    expect(third!.windowId).toBe(second!.windowId);
  });
});

it('shares no counts of keys with few requests', async () => {
  let requests = 0;
  const limiter = limiterOn({ add: () => ((requests += 1), Promise.resolve([])) });
  for (let somebody = 0; somebody < 1000; somebody += 1)
    takeMany(limiter, `somebody ${somebody}`, 4);
  await new Promise((resolve) => setTimeout(resolve, 400));
  expect(requests).toBe(0);
});

it.each<[string, RateCounts['add']]>([
  ['never answers', () => new Promise(() => undefined)],
  ['is away', () => Promise.reject(new Error('nothing listens there'))],
])('limits by its own count while the database %s', async (_what, add) => {
  const warnings: string[] = [];
  const limiter = limiterOn({ add }, RATE, warnings);
  expect(takeMany(limiter, 'somebody', 100)).toBe(0);
  expect([limiter.take('somebody'), limiter.isSpent('somebody'), limiter.take('another')]).toEqual([
    -1,
    true,
    99,
  ]);
  await until(() => warnings.length > 0);
  expect(limiter.take('somebody')).toBe(-2);
  expect(limiter.retryAfterSeconds('somebody')).toBeGreaterThan(50);
});

it('keeps a bounded number of keys, however many addresses there are', () => {
  setFlagsFromString('--expose-gc');
  const collectGarbage = runInNewContext('gc') as () => void;
  const limiter = new RateLimiter(RATE);
  takeMany(limiter, 'first', 100);
  collectGarbage();
  const before = process.memoryUsage().heapUsed;
  for (let address = 0; address < 300_000; address += 1) limiter.take(`address ${address}`);
  expect(limiter.isSpent('first')).toBe(false);
  collectGarbage();
  expect(process.memoryUsage().heapUsed - before).toBeLessThan(30 * 1024 * 1024);
});
