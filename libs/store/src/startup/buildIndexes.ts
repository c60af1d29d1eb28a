/**
 * Indexes of a migration that are built outside of a transaction, while others write. What is left
 * of a build that was interrupted is dropped first.
 */
import type pg from 'pg';
import { areBuilt, concurrentIndexes, stateOf, type ConcurrentIndex } from './concurrentIndexes.ts';
import { connectedForMigration } from './connectedForMigration.ts';
import {
  IDLE_MILLISECONDS,
  inMigrationTransaction,
  LATE_MILLISECONDS,
  type Report,
} from './migrationTransaction.ts';
import type { Migration } from './readMigrations.ts';

/**
 * Nobody waits for this lock: PostgreSQL ends a build only after all statements that began before
 * it, and one that waits for the builder's lock would be such a statement.
 */
const BUILD_LOCK = 72707372;
const PAUSE_MILLISECONDS = 500;

/**
 * Builds what is missing, or waits where another process builds. The caller compares afterwards:
 * nothing here has to be true any more when it returns.
 */
export async function buildIndexes(
  { url, client }: { url: string; client: pg.ClientBase },
  migration: Migration,
  report: Report,
): Promise<void> {
  const indexes = concurrentIndexes(migration) ?? [];
  let late: NodeJS.Timeout | undefined;
  const tryToBuild = (): Promise<boolean> =>
    connectedForMigration(url, (guard) =>
      whileNobodyBuilds(guard, indexes, report, async () => {
        clearTimeout(late);
        for (const index of indexes) await buildIndex(client, index, report);
      }),
    );
  try {
    while (!(await tryToBuild()) && !(await areBuilt(client, indexes))) {
      late ??= setTimeout(
        () => report('Another process builds indexes of the database; this one waits for it.'),
        LATE_MILLISECONDS,
      );
      await new Promise((resolve) => setTimeout(resolve, PAUSE_MILLISECONDS));
    }
  } finally {
    clearTimeout(late);
  }
}

/**
 * Without `lock_timeout`: what waits here holds nobody up, and a try that gives up would have to
 * read the whole table again.
 */
async function buildIndex(
  client: pg.ClientBase,
  index: ConcurrentIndex,
  report: Report,
): Promise<void> {
  const unfinished = `${index.name}_unfinished`;
  const drop = `drop index concurrently if exists ${unfinished}`;
  await client.query(drop);
  // Renamed where it is unfinished at this moment: a drop can't say that it wants no other.
  const state = await inMigrationTransaction(client, report, async () => {
    const found = await stateOf(client, index);
    if (found === 'unfinished')
      await client.query(`alter index ${index.name} rename to ${unfinished}`);
    return found;
  });
  if (state === 'built') return;
  if (state === 'unfinished') await client.query(drop);
  await client.query(index.statement);
}

/**
 * What is built, also for a process that has died: its statement continues in the database. Without
 * parameters, so that its snapshot ends with it: a build waits for snapshots.
 */
const BUILDS = `
  select relid::regclass::text as table, phase, current_locker_pid as pid from pg_stat_progress_create_index
  where datname = current_database() and command like '%CONCURRENTLY' and relid <> 0`;
interface Build {
  table: string;
  phase: string;
  pid: string;
}

/** False where another process builds; `work` was not done then. */
async function whileNobodyBuilds(
  guard: pg.ClientBase,
  indexes: readonly ConcurrentIndex[],
  report: Report,
  work: () => Promise<void>,
): Promise<boolean> {
  const builds = async (): Promise<Build[]> => {
    // A transaction reads them once, and keeps what it read.
    await guard.query('select pg_stat_clear_snapshot()');
    const { rows } = await guard.query<Build>(BUILDS);
    return rows.filter((build) => indexes.some(({ table }) => table === build.table));
  };
  // Each statement with a snapshot of its own, whatever the login's default is.
  await guard.query('begin isolation level read committed');
  await guard.query(`set local idle_in_transaction_session_timeout = ${IDLE_MILLISECONDS}`);
  const { rows } = await guard.query<{ got: boolean }>(
    `select pg_try_advisory_xact_lock(${BUILD_LOCK}) as got`,
  );
  if (!rows[0]!.got || (await builds()).length > 0) {
    await guard.query('rollback');
    return false;
  }
  let reported = '';
  // Keeps the transaction from idling, too.
  const watch = setInterval(() => {
    void builds().then(
      ([build]) => {
        if (!build?.phase.startsWith('waiting') || build.pid === '0') return;
        const text = `An index of ${build.table} is built while others work; it waits for the transaction of process ${build.pid}.`;
        if (text !== reported) report(text);
        reported = text;
      },
      // Its end by the database shows when the migration is recorded.
      () => undefined,
    );
  }, LATE_MILLISECONDS);
  try {
    await work();
  } finally {
    clearInterval(watch);
    await guard.query('rollback').catch(() => undefined);
  }
  return true;
}
