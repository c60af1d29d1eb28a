/**
 * A planned move to another server, in three steps of an operator; each can be repeated
 * (docs/decisions/0102-planned-move.md).
 */
import { StartError } from '@keyway/config';
import type { Sql } from '../database/database.ts';
import { rolesOf } from '../startup/databaseRoles.ts';
import { databaseProblem } from '../startup/databaseProblem.ts';
import { connectedForMigration } from '../startup/connectedForMigration.ts';
import { migrateDatabase } from '../startup/migrateDatabase.ts';
import type { Report } from '../startup/migrationTransaction.ts';
import type { Addresses } from '../startup/prepareDatabase.ts';
import { closeTables, isClosed, lockTables, openTables, reopenTables } from './closedTables.ts';
import { causeOf, isReplaced, isSameDatabase, type FoundEra } from './eraRecord.ts';
import { END_WITH_MOVE, saysNothingOfItself, USUAL } from './eraStatements.ts';
import { beginEra, readLastEra, seenOf, type Era, type EraView } from './findEra.ts';
import { CLOSED } from './movingDatabase.ts';
import { ownerTransaction, type OwnerTransaction } from './ownerTransaction.ts';
import { keepSeenEra, readSeenEra } from './seenEraFile.ts';

/** Closed for longer, a copy is rather an old one that somebody restored. */
const MAX_MOVE_DAYS = 7;
const MAX_MOVE_MILLISECONDS = MAX_MOVE_DAYS * 86_400_000;

/** Where the operator's processes have the database, and their data folder. */
export interface MoveOptions extends Addresses {
  dataDir: string;
  /** Gets what somebody who waits should know. */
  report: Report;
}

/** What a step did. `isRepeated`: nothing, since it was done before. */
export interface MoveResult {
  isRepeated: boolean;
  /** When the database was closed. */
  closedAt: Date;
}

/**
 * Closes the database, so that nothing of Keyway can be written there any more, by whatever
 * process and version. Whoever writes at the moment is waited for. Migrates it before.
 */
export async function beginMove(options: MoveOptions): Promise<MoveResult> {
  await migrateDatabase(options, options.report);
  const result = await step(options, async (owner, view, found) => {
    if (!isSameDatabase(found.here, found) && found.cause === 'MOVING')
      throw new StartError(
        'This is the copy of a database that was closed to be moved here. Run `npm run move -- --complete` or `npm run restored` first.',
      );
    const era =
      found.cause === 'MOVING'
        ? null
        : await owner.asSystem((sql) => beginMoving(sql, view, found));
    await closeTables(owner.client, owner.roles);
    return { era, isRepeated: era === null, closedAt: (era ?? found).beganAt };
  });
  await assertRefused(options);
  return result;
}

/** A loss of time that nobody noticed yet is not hidden by it. */
async function beginMoving(sql: Sql, view: EraView, found: FoundEra): Promise<Era> {
  const lost = causeOf(found, view.seen);
  if (lost === 'RESTORED')
    throw new StartError(
      'This database comes from a backup, and no process was started on it since. Start one, or run `npm run restored`, first.',
    );
  if (lost === null) return beginEra(sql, found, 'MOVING', view);
  await beginEra(sql, found, lost, view);
  return beginEra(sql, await readLastEra(sql, view), 'MOVING', view);
}

/** On the new server: opens the database, of which nothing was lost. */
export const completeMove = (options: MoveOptions): Promise<MoveResult> =>
  step(options, async (owner, view, found) => {
    if (found.cause === 'MOVED' && isSameDatabase(found.here, found))
      return { era: null, isRepeated: true, closedAt: found.beganAt };
    await assertMoved(owner, view, found);
    return opened(owner, view, found, 'MOVED');
  });

/** On the former server: opens the database as it was. */
export const cancelMove = (options: MoveOptions): Promise<MoveResult> =>
  step(options, async (owner, view, found) => {
    if (found.cause !== 'MOVING')
      throw new StartError('The database is not closed: no move of it was begun, or it was ended.');
    if (!isSameDatabase(found.here, found))
      throw new StartError(
        'This is another server than the one that the move was begun on. Run `npm run move -- --complete` here, or `npm run move -- --cancel` on the former server.',
      );
    return opened(owner, view, found, 'RESUMED');
  });

/**
 * `npm run restored` on a closed database, on whichever server: opens it as one that comes from a
 * backup. Answers whether it was closed.
 */
export async function restoreClosed(options: MoveOptions): Promise<boolean> {
  const { migrationUrl, dataDir, report } = options;
  if (!(await connectedForMigration(migrationUrl, isClosed))) return false;
  const view = await viewOf(dataDir);
  const era = await ownerTransaction(migrationUrl, report, async ({ client, asSystem }) => {
    await reopenTables(client);
    return asSystem(async (sql) => beginEra(sql, await readLastEra(sql, view), 'RESTORED', view));
  });
  await keepSeenEra(dataDir, seenOf(era));
  return true;
}

const viewOf = async (dataDir: string): Promise<EraView> => ({
  seen: await readSeenEra(dataDir),
  statements: USUAL,
});

/** `era`: that began with it. */
type Done = MoveResult & { era: Era | null };
type Step = (owner: OwnerTransaction, view: EraView, found: FoundEra) => Promise<Done>;

async function step(
  { migrationUrl, dataDir, report }: MoveOptions,
  work: Step,
): Promise<MoveResult> {
  const view = await viewOf(dataDir);
  const { era, ...result } = await ownerTransaction(migrationUrl, report, async (owner) => {
    await lockTables(owner.client, owner.roles);
    const found = await owner
      .asSystem((sql) => readLastEra(sql, view))
      .catch((error: unknown) => {
        throw saysNothingOfItself(error) ? new StartError(SILENT, { final: true }) : error;
      });
    if (isReplaced(found, view.seen)) throw new StartError(REPLACED);
    return work(owner, view, found);
  }).catch((error: unknown) => {
    throw databaseProblem(error, migrationUrl);
  });
  // Processes with the same data folder know it at once.
  if (era) await keepSeenEra(dataDir, seenOf(era));
  return result;
}

const SILENT =
  'This server does not say which one it is (pg_control_system), so that a move can’t be distinguished from a backup. Restore a dump instead (docs/operations/backup.md).';
const REPLACED =
  'Another server took the place of this one, as database-seen.json in DATA_DIR says: the move was completed there, or a standby was promoted. Shut this server down.';

/** @throws StartError where this is not the database as it was closed, on another server */
async function assertMoved(
  { client, roles }: OwnerTransaction,
  { seen }: EraView,
  found: FoundEra,
): Promise<void> {
  if (found.cause !== 'MOVING')
    throw new StartError(
      'The database was not closed when this copy was made: `npm run move -- --begin` was not run before. Something may be missing, so it counts as a backup: run `npm run restored`.',
    );
  if (isSameDatabase(found.here, found))
    throw new StartError(
      'This is the server that the move was begun on. Lead DATABASE_URL and DATABASE_MIGRATION_URL to the new one, or end the move by `npm run move -- --cancel`.',
    );
  const isOld = found.now.getTime() - found.beganAt.getTime() > MAX_MOVE_MILLISECONDS;
  if (isOld || (seen !== null && seen.number > found.number))
    throw new StartError(
      `The database was closed at ${found.beganAt.toISOString()}, and ${isOld ? `that is more than ${MAX_MOVE_DAYS} days ago` : 'processes with this DATA_DIR worked on it since'}, so this is rather an old copy. ` +
        'Run `npm run restored`: it then counts as a backup. Or go back to the former server, cancel the move there, and begin again.',
    );
  const open = await openTables(client, roles);
  if (open.length > 0)
    throw new StartError(
      `This copy is incomplete, or something was written on it: ${open.join(', ')} should be closed and can be written to. Restore the dump again, into an empty database.`,
    );
}

async function opened(
  { client, asSystem }: OwnerTransaction,
  view: EraView,
  found: FoundEra,
  cause: 'MOVED' | 'RESUMED',
): Promise<Done> {
  await reopenTables(client);
  const era = await asSystem(async (sql) => {
    await sql.query(END_WITH_MOVE, [found.beganAt]);
    return beginEra(sql, found, cause, view);
  });
  return { era, isRepeated: false, closedAt: found.beganAt };
}

/** Tries it as processes do, over a connection of its own. */
async function assertRefused({ url }: MoveOptions): Promise<void> {
  await connectedForMigration(url, async (client) => {
    const { system } = (await rolesOf(client))!;
    await client.query('begin');
    try {
      await client.query(`select set_config('role', $1, true)`, [system]);
      await client.query('update database_era set beats = beats where false');
    } catch (error) {
      if ((error as Error).message === CLOSED) return;
      throw error;
    } finally {
      await client.query('rollback');
    }
    throw new Error('The database was closed, and takes writes all the same. Stop every process.');
  });
}
