/** A transaction of the login that owns the tables, which may close and open them. */
import { StartError } from '@keyway/config';
import type pg from 'pg';
import type { Sql } from '../database/database.ts';
import { isLockTimeout, type RetryOptions } from '../database/retry.ts';
import { rolesOf, type DatabaseRoles } from '../startup/databaseRoles.ts';
import { connectedForMigration } from '../startup/connectedForMigration.ts';
import { whileContended } from '../startup/migrate.ts';
import { inMigrationTransaction, type Report } from '../startup/migrationTransaction.ts';
import { giveRoles, loginOf, NO_POLICIES } from '../startup/prepareDatabase.ts';
import { lockHolders } from './closedTables.ts';

/**
 * Longer than PostgreSQL takes to find a deadlock and to end an automatic vacuum, and shorter than
 * what waits behind it gives up.
 */
const LOCK_MILLISECONDS = 3000;

/** What a transaction of the owner works with. */
export interface OwnerTransaction {
  client: pg.ClientBase;
  roles: DatabaseRoles;
  /** Does `work` as the role that sees every row: row-level security holds for owners, too. */
  asSystem<T>(work: (sql: Sql) => Promise<T>): Promise<T>;
}

/**
 * Tried again while others keep it from its locks, for up to ten minutes unless `retry` says
 * otherwise. Who they are is reported.
 * @throws StartError where the login may not do it, or others had the locks all the time
 */
export function ownerTransaction<T>(
  migrationUrl: string,
  report: Report,
  work: (transaction: OwnerTransaction) => Promise<T>,
  retry?: RetryOptions,
): Promise<T> {
  return connectedForMigration(migrationUrl, async (client) => {
    const roles = await rolesOf(client);
    if (!roles) throw new StartError(NO_POLICIES);
    await assertOwner(client);
    await giveRoles(client, await loginOf(client), roles);
    const attempt = (): Promise<T> =>
      inMigrationTransaction(client, report, async () => {
        await client.query(`set local lock_timeout = ${LOCK_MILLISECONDS}`);
        return work({ client, roles, asSystem: (by) => asSystem(client, roles, by) });
      }).catch(async (error: unknown) => {
        throw isLockTimeout(error) ? new TablesInUse(await lockHolders(client, roles)) : error;
      });
    return whileContended(attempt, report, retry).catch((error: unknown) => {
      throw error instanceof TablesInUse ? new StartError(`${error.message}. ${IN_USE}`) : error;
    });
  });
}

/** A lock was waited for in vain, as PostgreSQL says it, with who has it. */
class TablesInUse extends Error {
  readonly code = '55P03';
  constructor(holders: readonly string[]) {
    super(`Others change or lock the tables: ${holders.join('; ') || 'they are gone just now'}`);
  }
}
const IN_USE =
  'Nothing was changed. Wait until they are done, or end them by `select pg_terminate_backend(<process>)`, and run it again.';

async function assertOwner(client: pg.ClientBase): Promise<void> {
  const { rows } = await client.query<{ owns: boolean; login: string }>(
    `select pg_has_role(session_user, relowner, 'USAGE') as owns, session_user as login from pg_class where oid = 'run'::regclass`,
  );
  const { owns, login } = rows[0]!;
  if (!owns)
    throw new StartError(
      `The login ${login} does not own the tables, and only their owner can close or open them. Set DATABASE_MIGRATION_URL to the login that migrates the database.`,
    );
}

async function asSystem<T>(
  client: pg.ClientBase,
  { system }: DatabaseRoles,
  work: (sql: Sql) => Promise<T>,
): Promise<T> {
  await client.query(`select set_config('role', $1, true)`, [system]);
  const sql: Sql = {
    query: async <R>(query: Parameters<Sql['query']>[0], values: readonly unknown[] = []) => {
      const text = typeof query === 'string' ? query : query.text;
      return (await client.query(text, [...values])).rows as R[];
    },
  };
  const result = await work(sql);
  await client.query('reset role');
  return result;
}
