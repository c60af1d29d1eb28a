/**
 * Applies migrations at start, recorded as Prisma's `migrate deploy` does, with the database's own
 * roles.
 */
import { randomUUID } from 'node:crypto';
import type pg from 'pg';
import { isContention, isLockTimeout, withRetry, type RetryOptions } from '../database/retry.ts';
import { missingMigrations } from './appliedMigrations.ts';
import { buildIndexes } from './buildIndexes.ts';
import { areBuilt, concurrentIndexes } from './concurrentIndexes.ts';
import { connectedForMigration } from './connectedForMigration.ts';
import { rolesOf, rolesToMake, withRoles } from './databaseRoles.ts';
import { inMigrationTransaction, type Report } from './migrationTransaction.ts';
import { statementsFor } from './openedTables.ts';
import { readMigrations, type Migration } from './readMigrations.ts';
import { VERSION } from './version.ts';

/**
 * Under load a migration may lose its locks often; each try leaves nothing. The pauses grow to many
 * times what a try takes, so that the table serves others most of the time.
 */
const CONTENTION: RetryOptions = { forMilliseconds: 10 * 60_000, pauseMilliseconds: 10_000 };

const MIGRATIONS_TABLE = `
  create table if not exists _prisma_migrations (
    id varchar(36) primary key not null,
    checksum varchar(64) not null,
    finished_at timestamptz,
    migration_name varchar(255) not null,
    logs text,
    rolled_back_at timestamptz,
    started_at timestamptz not null default now(),
    applied_steps_count integer not null default 0
  );
  grant select on _prisma_migrations to public`;

/**
 * Applies what is missing, each migration in a transaction of its own, and indexes that are built
 * concurrently outside of one. Returns the names applied.
 * @throws StartError where the database knows one that this program does not (it is newer)
 * @throws where an applied migration was changed since
 */
export const migrate = (
  url: string,
  migrations?: Migration[],
  report?: Report,
): Promise<string[]> =>
  connectedForMigration(url, async (client) =>
    applyMissing({ url, client }, migrations ?? (await readMigrations()), report),
  );

/** A connection, and where another one is made. */
interface Connected {
  url: string;
  client: pg.ClientBase;
}

/**
 * A migration that others keep from its locks, or that meets them in a deadlock, is tried again.
 */
export async function applyMissing(
  { url, client }: Connected,
  wanted: Migration[],
  report: Report = () => undefined,
): Promise<string[]> {
  const applied: string[] = [];
  if ((await missingMigrations(client, wanted)).length === 0) return applied;
  const again = <T>(work: () => Promise<T>): Promise<T> => whileContended(work, report);
  for (;;) {
    const next = await again(() =>
      inMigrationTransaction(client, report, () => applyNext(client, wanted)),
    );
    if (next === null) return applied;
    if ('applied' in next) applied.push(next.applied);
    else
      await again(() =>
        naming(next.toBuild, () => buildIndexes({ url, client }, next.toBuild, report)),
      );
  }
}

/** One migration: it was applied, or its indexes have to be built before it can be recorded. */
type Next = { applied: string } | { toBuild: Migration };

/** Null where none is missing. */
async function applyNext(client: pg.ClientBase, wanted: Migration[]): Promise<Next | null> {
  await client.query(MIGRATIONS_TABLE);
  const [migration] = await missingMigrations(client, wanted);
  if (!migration) return null;
  const indexes = concurrentIndexes(migration);
  if (indexes) {
    if (!(await areBuilt(client, indexes))) return { toBuild: migration };
  } else {
    const roles = (await rolesOf(client)) ?? (await rolesToMake(client));
    await naming(migration, () => client.query(withRoles(statementsFor(migration), roles)));
  }
  await client.query(
    `insert into _prisma_migrations (id, checksum, migration_name, logs, started_at, finished_at, applied_steps_count)
     values ($1, $2, $3, $4, now(), clock_timestamp(), 1)`,
    [randomUUID(), migration.checksum, migration.name, `Keyway ${VERSION}`],
  );
  return { applied: migration.name };
}

async function naming<T>({ name }: Migration, work: () => Promise<T>): Promise<T> {
  try {
    return await work();
  } catch (cause) {
    throw new MigrationFailed(name, cause);
  }
}

const isInTheWay = (error: unknown): boolean => isContention(error) || isLockTimeout(error);

/** Again while others use what it changes, and says so. */
export const whileContended = <T>(
  work: () => Promise<T>,
  report: Report,
  retry = CONTENTION,
): Promise<T> =>
  withRetry(work, isInTheWay, {
    ...retry,
    onRetry: (error) =>
      report(
        `${(error as Error).message}. Other processes use what it changes; it is tried again.`,
      ),
  });

function hintOf(cause: unknown): string {
  if (isLockTimeout(cause))
    return ' (another transaction, such as a backup by pg_dump, has locked what it changes)';
  // An index is built outside of a transaction, which could set it aside.
  if ((cause as { code?: unknown } | null)?.code === '57014')
    return ' (the login’s statement_timeout is too short for it: ALTER ROLE … SET statement_timeout = 0)';
  return '';
}

/** Has the code of what PostgreSQL refused. */
class MigrationFailed extends Error {
  readonly code: unknown;
  constructor(name: string, cause: unknown) {
    const message = cause instanceof Error ? cause.message : String(cause);
    super(`Migration ${name} failed: ${message}${hintOf(cause)}`, { cause });
    this.code = (cause as { code?: unknown } | null)?.code;
  }
}
