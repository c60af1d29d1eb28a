/**
 * Applies migrations at start, recorded as Prisma's `migrate deploy` does, with the database's own
 * roles.
 */
import { createHash, randomUUID } from 'node:crypto';
import { readdir, readFile } from 'node:fs/promises';
import { fileURLToPath } from 'node:url';
import { StartError } from '@keyway/config';
import pg from 'pg';
import { isContention, isLockTimeout, withRetry, type RetryLimits } from '../database/retry.ts';
import { rolesOf, rolesToMake, withRoles } from './databaseRoles.ts';
import { statementsFor } from './openedTables.ts';
import { VERSION } from './version.ts';

/** The lock Prisma takes for the same purpose. */
const ADVISORY_LOCK = 72707369;
/**
 * For so long a migration waits for a lock of a table. All that comes after it waits as well, and
 * apis give up after 5 s.
 */
const LOCK_MILLISECONDS = 1000;
/**
 * Under load a migration may lose its locks often; each try leaves nothing. The pauses grow to many
 * times what a try takes, so that the table serves others most of the time.
 */
export const CONTENTION: RetryLimits = { forMilliseconds: 10 * 60_000, pauseMilliseconds: 10_000 };
/** Of processes that start together, each waits for the others for moments. */
const LATE_MILLISECONDS = 5000;
/** A process that stands still with locks must not keep others waiting for ever. */
const IDLE_MILLISECONDS = 30_000;
const FOLDER = fileURLToPath(new URL('../../prisma/migrations', import.meta.url));

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

export interface Migration {
  name: string;
  sql: string;
  /** SHA-256 of the file's bytes, lowercase hex. */
  checksum: string;
}

/**
 * The migrations in `folder`, by default this program's own, in the order in which they are
 * applied.
 */
export async function readMigrations(folder = FOLDER): Promise<Migration[]> {
  const names = (await readdir(folder, { withFileTypes: true }))
    .filter((entry) => entry.isDirectory())
    .map((entry) => entry.name);
  return Promise.all(
    names.toSorted().map(async (name) => {
      const bytes = await readFile(`${folder}/${name}/migration.sql`);
      return {
        name,
        sql: bytes.toString('utf8'),
        checksum: createHash('sha256').update(bytes).digest('hex'),
      };
    }),
  );
}

/**
 * Applies what is missing, each migration in a transaction of its own. Returns the names applied.
 * @throws StartError where the database knows one that this program does not (it is newer)
 * @throws where an applied migration was changed since
 */
export async function migrate(
  url: string,
  migrations?: Migration[],
  report?: Report,
): Promise<string[]> {
  const client = new pg.Client({ connectionString: url, application_name: 'keyway-migrate' });
  client.on('error', () => undefined);
  await client.connect();
  try {
    return await applyMissing(client, migrations ?? (await readMigrations()), report);
  } finally {
    await client.end();
  }
}

/**
 * Where nothing is missing nothing is written, so that a login which may not migrate can ask too.
 */
export async function missingMigrations(
  client: pg.ClientBase,
  wanted: Migration[],
): Promise<Migration[]> {
  return missingOf(await appliedTo(client), wanted);
}

/** A migration that a database has, and which version applied it; null: one that did not say so. */
export interface AppliedMigration {
  name: string;
  checksum: string;
  version: string | null;
  at: Date;
}

/** Nothing is written, so that a login which may not migrate can ask too. */
export async function appliedTo(client: pg.ClientBase): Promise<AppliedMigration[]> {
  const { rows } = await client.query<{ there: boolean }>(
    `select to_regclass('_prisma_migrations') is not null as there`,
  );
  if (!rows[0]!.there) return [];
  const applied = await client.query<AppliedMigration>(
    `select migration_name as name, checksum, substring(logs from '^Keyway (.+)$') as version, finished_at as at
     from _prisma_migrations where finished_at is not null and rolled_back_at is null order by 1`,
  );
  return applied.rows;
}

/** Gets what somebody who waits should know. */
export type Report = (message: string) => void;

/**
 * A migration that others keep from its locks, or that meets them in a deadlock, is tried again.
 */
export async function applyMissing(
  client: pg.ClientBase,
  wanted: Migration[],
  report: Report = () => undefined,
): Promise<string[]> {
  const applied: string[] = [];
  if ((await missingMigrations(client, wanted)).length === 0) return applied;
  // Nothing of a session is relied on, so that it works through a pooler too.
  for (let next: string | null = ''; next !== null;) {
    next = await withRetry(
      () => inTransaction(client, report, () => applyNext(client, wanted)),
      (error) => passesContention(error, report),
      CONTENTION,
    );
    if (next) applied.push(next);
  }
  return applied;
}

/** Those of a database that this program does not know: a newer version applied them. */
export const newerOf = (
  applied: readonly AppliedMigration[],
  wanted: readonly Migration[],
): AppliedMigration[] =>
  applied.filter(({ name }) => !wanted.some((migration) => migration.name === name));

function missingOf(
  applied: readonly AppliedMigration[],
  wanted: readonly Migration[],
): Migration[] {
  const [newer] = newerOf(applied, wanted);
  if (newer) throw new StartError(newerText(newer, wanted), { final: true });
  const checksums = new Map(applied.map(({ name, checksum }) => [name, checksum]));
  for (const { name, checksum } of wanted) {
    if (checksums.has(name) && checksums.get(name) !== checksum)
      throw new Error(`Migration ${name} was changed after it was applied.`);
  }
  return wanted.filter(({ name }) => !checksums.has(name));
}

function newerText({ name, version }: AppliedMigration, wanted: readonly Migration[]): string {
  const by = version === null ? '' : ` by version ${version}`;
  return (
    `The database is newer than this program: migration ${name} was applied${by}, and version ${VERSION} knows those up to ${wanted.at(-1)?.name ?? 'none'}. ` +
    `Start ${version === null ? 'the version that applied it' : `version ${version}`} or a later one, or restore the backup from before that upgrade (docs/operations/upgrades.md).`
  );
}

/** Returns the name of the migration it applied; null where none is missing. */
async function applyNext(client: pg.ClientBase, wanted: Migration[]): Promise<string | null> {
  await client.query(MIGRATIONS_TABLE);
  const [migration] = missingOf(await appliedTo(client), wanted);
  if (!migration) return null;
  const roles = (await rolesOf(client)) ?? (await rolesToMake(client));
  try {
    await client.query(withRoles(statementsFor(migration), roles));
  } catch (cause) {
    throw new MigrationFailed(migration.name, cause);
  }
  await client.query(
    `insert into _prisma_migrations (id, checksum, migration_name, logs, started_at, finished_at, applied_steps_count)
     values ($1, $2, $3, $4, now(), clock_timestamp(), 1)`,
    [randomUUID(), migration.checksum, migration.name, `Keyway ${VERSION}`],
  );
  return migration.name;
}

/** Whether it is to be tried again; says so. */
export function passesContention(error: unknown, report: Report): boolean {
  if (!isContention(error) && !isLockTimeout(error)) return false;
  report(`${(error as Error).message}. Other processes use what it changes; it is tried again.`);
  return true;
}

/** Has the code of what PostgreSQL refused. */
class MigrationFailed extends Error {
  readonly code: unknown;
  constructor(name: string, cause: unknown) {
    const message = cause instanceof Error ? cause.message : String(cause);
    const hint = isLockTimeout(cause)
      ? ' (another transaction, such as a backup by pg_dump, has locked what it changes)'
      : '';
    super(`Migration ${name} failed: ${message}${hint}`, { cause });
    this.code = (cause as { code?: unknown } | null)?.code;
  }
}

/** One at a time of all that change the schema. */
export async function inTransaction<T>(
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
