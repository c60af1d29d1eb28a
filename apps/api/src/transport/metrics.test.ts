/** Figures of the database in `/metrics`: of this moment, and none where it does not answer. */
import type { Store } from '@keyway/store';
import Fastify from 'fastify';
import { expect, it } from 'vitest';
import { makeMetrics } from './metrics.ts';

type Depth = Awaited<ReturnType<Store['monitoring']['depth']>>;
const DEPTH: Depth = {
  ...{ due: 2, waiting: 5, failing: 1, statusesUnread: 4, oldestDueSeconds: 1.5 },
  ...{ resumed: 7, workers: 3, workerSkewSeconds: -60 },
};
const OF_THE_DATABASE = /^keyway_(effects_failing|statuses_unread|effects_oldest_due|work)/;

it('says what the database knows now, from the first time on, and nothing in place of it', async () => {
  let depth: () => Promise<Depth> = () => Promise.resolve(DEPTH);
  const store = { clockSkewSeconds: () => 0, monitoring: { depth: () => depth() } };
  const none = () => 0;
  // Cast: it reads nothing else of a store.
  const read = makeMetrics(Fastify(), store as unknown as Store, {
    ...{ sockets: none, subscriptions: none, waiting: none },
  });
  const figures = async (): Promise<string[]> =>
    (await read()).text.split('\n').filter((line) => OF_THE_DATABASE.test(line));
  const expected = [
    ...['keyway_effects_failing 1', 'keyway_statuses_unread 4'],
    ...['keyway_effects_oldest_due_seconds 1.5', 'keyway_work_resumed_total 7'],
    ...['keyway_workers 3', 'keyway_worker_clock_skew_seconds -60'],
  ];
  expect(await figures()).toEqual(expected);

  depth = () => Promise.reject(new Error('The database is away.'));
  await expect.poll(figures).toEqual([]);

  depth = () => Promise.resolve({ ...DEPTH, resumed: 8 });
  await expect.poll(figures).toEqual(expected.map((line) => line.replace('total 7', 'total 8')));
});
