/**
 * What an observation that finds nothing new writes, beside a job of pg-boss that is fetched,
 * completed and sent again. Counts, so that a busy machine changes nothing.
 */
import type { ClaimedObservation } from '@keyway/store';
import { WatchWorld } from '@keyway/store/testing';
import { PgBoss } from 'pg-boss';

const ORGANIZATIONS = 50;
const ROUNDS = 4;
/** As a worker claims. */
const AT_ONCE = 16;

export interface Written {
  rows: number;
  walBytes: number;
  entries: number;
}

/** What one of those wrote that `work` counts, as the write-ahead log has it. */
async function written(
  { query }: WatchWorld['database'],
  work: () => Promise<number>,
): Promise<Written> {
  const position = async (): Promise<{ lsn: string; entries: number }> => {
    const [row] = await query<{ lsn: string; entries: number }>(
      'select pg_current_wal_insert_lsn() as lsn, (select count(*)::int from history_entry) as entries',
    );
    return row!;
  };
  const before = await position();
  const times = await work();
  const after = await position();
  // Commits of tests do not wait until they are written, and only what is can be read.
  await query('checkpoint');
  const [row] = await query<{ rows: number; bytes: number }>(
    `select count(*) filter (where resource_manager like 'Heap%' and record_type ~ '^(INSERT|MULTI_INSERT|UPDATE|HOT_UPDATE|DELETE)')::int as rows,
       sum(record_length)::int as bytes from pg_get_wal_records_info($1, $2)`,
    [before.lsn, after.lsn],
  );
  return {
    rows: row!.rows / times,
    walBytes: row!.bytes / times,
    entries: (after.entries - before.entries) / times,
  };
}

export async function watchWrites(): Promise<{ unchanged: Written; job: Written }> {
  const world = new WatchWorld();
  await world.open();
  const { database, store, observations } = world;
  const boss = new PgBoss(database.url);
  try {
    for (let count = 0; count < ORGANIZATIONS; count += 1)
      await world.completed(`Watched ${count}`);
    while ((await store.observations.begin()) > 0);
    await database.query('create extension pg_walinspect');
    const due = () =>
      database.query(`update watch_observation set due_at = now() - interval '1 s'`);
    const observeAll = async (): Promise<number> => {
      let done = 0;
      while (done < ORGANIZATIONS) {
        const claimed: ClaimedObservation[] = await store.observations.claim(AT_ONCE);
        for (const one of claimed) await observations.record(one);
        done += claimed.length;
      }
      return done;
    };
    const rounds: Written[] = [];
    for (let round = 0; round <= ROUNDS; round += 1) {
      await due();
      const one = await written(database, observeAll);
      if (round > 0) rounds.push(one); // The first finds everything new.
    }
    await boss.start();
    await boss.createQueue('observe');
    for (let count = 0; count < ORGANIZATIONS; count += 1) await boss.send('observe', { count });
    const job = await written(database, async () => {
      let done = 0;
      while (done < ORGANIZATIONS) {
        const jobs = await boss.fetch('observe', { batchSize: AT_ONCE });
        for (const { id, data } of jobs) {
          await boss.complete('observe', id);
          await boss.send('observe', data as object, { startAfter: 900 });
        }
        done += jobs.length;
      }
      return done;
    });
    return { unchanged: rounds.at(-1)!, job };
  } finally {
    await boss.stop({ graceful: false });
    await world.close();
  }
}
