/**
 * The primary fails in the middle of fifty runs, and its synchronous standby takes over: what was
 * committed is there, nothing is sent twice, and a primary that nobody fenced can't send.
 */
import { beforeAll, expect, it, vi } from 'vitest';
import { MAX_WAIT_MILLISECONDS, type PostgresServer } from '@keyway/testing';
import { aStandby, address, failingOver, primary } from './testing/failingOver.ts';
import { expectRight, toTheEnd, type Portfolio } from './testing/portfolio.ts';
import { begin, database, store, withWorkers } from './testing/workerUnderTest.ts';

failingOver();

const RUNS = 50;
let present: PostgresServer;
beforeAll(() => {
  present = primary;
});

/** Every commit waits for the standby from now on. */
async function synchronous(server: PostgresServer): Promise<void> {
  await server.query(`alter system set synchronous_standby_names = '*'`);
  await server.query('select pg_reload_conf()');
  await vi.waitFor(
    async () =>
      expect(await server.query('select sync_state from pg_stat_replication')).toEqual([
        { sync_state: 'sync' },
      ]),
    { timeout: MAX_WAIT_MILLISECONDS },
  );
}

const countSent = async (): Promise<number> => {
  const [row] = await database.query<{ sent: number }>(
    `select count(*)::int as sent from history_entry where kind = 'configurationSending'`,
  );
  return row!.sent;
};

async function fiftyRuns(): Promise<Portfolio> {
  const waiting = await withWorkers(2, () =>
    Promise.all(Array.from({ length: RUNS }, () => begin('happyPath'))),
  );
  return { waiting, approved: [], sending: [], sent: [], done: [], aws: [] };
}

type Fail = (former: PostgresServer, standby: PostgresServer) => Promise<void>;

async function losesNothing(fail: Fail): Promise<void> {
  const standby = await aStandby(present);
  await synchronous(present);
  const portfolio = await fiftyRuns();
  const before = await countSent();
  const former = present;
  const failing = vi.waitFor(
    async () => {
      expect(await countSent()).toBeGreaterThan(before + RUNS / 5);
    },
    { timeout: MAX_WAIT_MILLISECONDS },
  );
  const { waiting } = portfolio;
  const part = (from: number, to: number) =>
    toTheEnd({ ...portfolio, waiting: waiting.slice(from, to) });
  // However fast the others are, some have everything before them.
  const done = [part(0, RUNS / 2)];
  await failing;
  done.push(part(RUNS / 2, RUNS));
  // What fails first is what is reported.
  for (const one of done) one.catch(() => undefined);
  await fail(former, standby.server);
  present = standby.server;
  await store.eras.beat();
  // As long as nothing is sent after a failover.
  await database.query(`update database_era set began_at = began_at - interval '10 minutes'`);
  await Promise.all(done);
  await expectRight(portfolio);
  const [last] = await database.query<{ cause: string }>(
    'select cause from database_era order by number desc limit 1',
  );
  expect(last).toEqual({ cause: 'FAILED_OVER' });
  await former.kill();
}

it('loses nothing where the primary ends at once', () =>
  losesNothing(async (former, standby) => {
    address.cut();
    await former.kill();
    await standby.promote();
    address.leadTo(standby.url, { closes: true });
  }));

it('loses nothing where the primary hangs, and keeps its connections', () =>
  losesNothing(async (former, standby) => {
    former.freeze();
    try {
      await standby.promote();
      address.leadTo(standby.url, { closes: false });
    } finally {
      // Nobody fences it: it is back while workers may still be connected to it.
      former.thaw();
    }
  }));
