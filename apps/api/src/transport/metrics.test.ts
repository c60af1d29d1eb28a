/** Figures of the database in `/metrics`: of this moment, and none where it does not answer. */
import type { Store } from '@keyway/store';
import Fastify from 'fastify';
import { expect, it } from 'vitest';
import { HookCounts } from '../hooks/hookCounts.ts';
import { makeMetrics } from './metrics.ts';

type Depth = Awaited<ReturnType<Store['monitoring']['depth']>>;
const DEPTH: Depth = {
  ...{ due: 2, waiting: 5, failing: 1, statusesUnread: 4, oldestDueSeconds: 1.5 },
  ...{ resumed: 7, workers: 3, workerSkewSeconds: -60 },
};
const OBSERVATIONS: Awaited<ReturnType<Store['monitoring']['observations']>> = {
  ...{ watched: 900, workers: 3, due: 12, overdue: 3, oldestDueSeconds: 75, aSecond: 5 },
  totals: [
    { outcome: 'unchanged', observations: 40, seconds: 20, calls: 400 },
    { outcome: 'failed', observations: 1, seconds: 0.5, calls: 2 },
  ],
};
const WEBHOOKS: Awaited<ReturnType<Store['monitoring']['webhooks']>> = {
  ...{ pending: 6, oldestPendingSeconds: 9, changes: 2, unreadable: 0 },
  attempts: [
    { result: 'delivered', attempts: 30 },
    { result: 'late', attempts: 4 },
  ],
};
const ATTENTION: Awaited<ReturnType<Store['monitoring']['attention']>> = {
  ...{ purgeAlerts: 1, otherAlerts: 4, expiring: 5, expired: 2 },
};
const ERA: Awaited<ReturnType<Store['monitoring']['era']>> = {
  ...{ number: 3, cause: 'FAILED_OVER', settlingSeconds: 120 },
};
const OF_THE_DATABASE =
  /^keyway_(alerts|credentials|database_(era|settling)|effects_failing|statuses_unread|effects_oldest_due|work|watched|observation|webhook)/;

it('says what the database knows now, from the first time on, and nothing in place of it', async () => {
  let depth: () => Promise<Depth> = () => Promise.resolve(DEPTH);
  const observations = () => depth().then(() => OBSERVATIONS);
  const webhooks = () => depth().then(() => WEBHOOKS);
  const attention = () => depth().then(() => ATTENTION);
  const era = () => depth().then(() => ERA);
  const monitoring = { depth: () => depth(), observations, webhooks, attention, era };
  const sealing = { problem: 'The key is disabled.' };
  const store = { clockSkewSeconds: () => 0, monitoring, sealing };
  const none = () => 0;
  // Cast: it reads nothing else of a store.
  const read = makeMetrics(Fastify(), store as unknown as Store, {
    ...{ sockets: none, subscriptions: none, waiting: none, hooks: new HookCounts() },
  });
  const figures = async (): Promise<string[]> =>
    (await read.text()).text.split('\n').filter((line) => OF_THE_DATABASE.test(line));
  const expected = [
    ...['keyway_effects_failing 1', 'keyway_statuses_unread 4'],
    ...['keyway_effects_oldest_due_seconds 1.5', 'keyway_work_resumed_total 7'],
    ...['keyway_workers 3', 'keyway_worker_clock_skew_seconds -60'],
    ...['keyway_watched_organizations 900', 'keyway_observations_due 12'],
    ...['keyway_observations_overdue 3', 'keyway_observations_oldest_due_seconds 75'],
    'keyway_observations_pace 5',
    ...['keyway_observations_total{outcome="unchanged"} 40'],
    ...['keyway_observations_total{outcome="failed"} 1'],
    ...['keyway_observation_seconds_total{outcome="unchanged"} 20'],
    ...['keyway_observation_seconds_total{outcome="failed"} 0.5'],
    ...['keyway_observation_calls_total{outcome="unchanged"} 400'],
    ...['keyway_observation_calls_total{outcome="failed"} 2'],
    ...['keyway_webhook_deliveries_pending 6', 'keyway_webhook_oldest_pending_seconds 9'],
    ...['keyway_webhook_changes 2', 'keyway_webhook_changes_unreadable 0'],
    ...['keyway_webhook_attempts_total{result="delivered"} 30'],
    ...['keyway_webhook_attempts_total{result="late"} 4'],
    ...['keyway_alerts_open{class="purge"} 1', 'keyway_alerts_open{class="other"} 4'],
    ...['keyway_credentials_expiring 5', 'keyway_credentials_expired 2'],
    'keyway_database_era{cause="FAILED_OVER"} 3',
    'keyway_database_settling_seconds 120',
  ];
  expect(await figures()).toEqual(expected);
  const all = async (): Promise<string> => (await read.text()).text;
  expect(await all()).toContain('keyway_database_reachable 1');
  expect(await all()).toContain('keyway_sealing_usable 0');

  depth = () => Promise.reject(new Error('The database is away.'));
  await expect.poll(figures).toEqual([]);
  expect(await all()).toContain('keyway_database_reachable 0');

  depth = () => Promise.resolve({ ...DEPTH, resumed: 8 });
  await expect.poll(figures).toEqual(expected.map((line) => line.replace('total 7', 'total 8')));
});
