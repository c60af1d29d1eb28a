/** The transaction of a migration: one process at a time, with short waits for locks of tables. */
import type pg from 'pg';

/** The lock Prisma takes for the same purpose. */
const ADVISORY_LOCK = 72707369;
/**
 * For so long a migration waits for a lock of a table. All that comes after it waits as well, and
 * apis give up after 5 s.
 */
const LOCK_MILLISECONDS = 1000;
/** Of processes that start together, each waits for the others for moments. */
export const LATE_MILLISECONDS = 5000;
/** A process that stands still with locks must not keep others waiting for ever. */
export const IDLE_MILLISECONDS = 30_000;

/** Gets what somebody who waits should know. */
export type Report = (message: string) => void;

/** Nothing of a session is relied on, so that it works through a pooler too. */
export async function inMigrationTransaction<T>(
  client: pg.ClientBase,
  report: Report,
  work: () => Promise<T>,
): Promise<T> {
  await client.query('begin');
  try {
    await client.query('set local client_min_messages = warning');
    await client.query(`set local idle_in_transaction_session_timeout = ${IDLE_MILLISECONDS}`);
    const late = setTimeout(
      () => report('Another process migrates the database; this one waits for it.'),
      LATE_MILLISECONDS,
    );
    await client
      .query('select pg_advisory_xact_lock($1)', [ADVISORY_LOCK])
      .finally(() => clearTimeout(late));
    await client.query(`set local lock_timeout = ${LOCK_MILLISECONDS}`);
    const result = await work();
    await client.query('commit');
    return result;
  } catch (error) {
    await client.query('rollback').catch(() => undefined);
    throw error;
  }
}
