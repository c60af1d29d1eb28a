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
import { closeTables, dropOpened, isClosed, lockTables, reopenTables } from './closedTables.ts';
import { causeOf, isReplaced, isSameDatabase, type FoundEra } from './eraRecord.ts';
import {
  END_WITH_MOVE,
  saysNothingOfItself,
  SILENT_SERVER,
  USUAL,
  type EraStatements,
} from './eraStatements.ts';
import { beginEra, readLastEra, seenOf, type Era, type EraView } from './findEra.ts';
import { assertFormer, assertMoved, assertNoOriginal } from './mayOpen.ts';
import { CLOSED } from './movingDatabase.ts';
import { ownerTransaction, type OwnerTransaction } from './ownerTransaction.ts';
import { keepSeenEra, readSeenEra } from './seenEraFile.ts';

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
    if (found.cause !== 'MOVING') {
      const closedAt = await owner.asSystem((sql) => canceledSince(sql, found));
      if (closedAt) return { era: null, isRepeated: true, closedAt };
      throw new StartError('The database is not closed: no move of it was begun, or it was ended.');
    }
    assertFormer(found, view);
    return opened(owner, view, found, 'RESUMED');
  });

const BEFORE = `select cause, began_at as "beganAt" from database_era where number < $1 order by number desc limit 1`;

/** When it was closed for the move that was canceled last of all; null: something else was last. */
async function canceledSince(sql: Sql, found: FoundEra): Promise<Date | null> {
  if (found.cause !== 'RESUMED' || !isSameDatabase(found.here, found)) return null;
  const [before] = await sql.query<Pick<FoundEra, 'cause' | 'beganAt'>>(BEFORE, [found.number]);
  return before?.cause === 'MOVING' ? before.beganAt : null;
}

/**
 * `npm run restored` on a closed database, on whichever server: opens it as one that comes from a
 * backup. Answers whether it was closed.
 */
export async function restoreClosed(options: MoveOptions): Promise<boolean> {
  const { migrationUrl, dataDir, report } = options;
  if (!(await connectedForMigration(migrationUrl, isClosed))) return false;
  const restoredBy = async (statements: EraStatements): Promise<Era> => {
    const view = await viewOf(dataDir, statements);
    return ownerTransaction(migrationUrl, report, async ({ client, asSystem }) => {
      await reopenTables(client);
      return asSystem(async (sql) => {
        const found = await readLastEra(sql, view);
        assertNoOriginal(found, view);
        return beginEra(sql, found, 'RESTORED', view);
      });
    });
  };
  const era = await restoredBy(USUAL).catch((error: unknown) => {
    if (saysNothingOfItself(error)) return restoredBy(SILENT_SERVER);
    throw error;
  });
  await keepSeenEra(dataDir, seenOf(era));
  await dropOpened(migrationUrl, report);
  return true;
}

const viewOf = async (dataDir: string, statements = USUAL): Promise<EraView> => ({
  seen: await readSeenEra(dataDir),
  statements,
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
    const silent = (await isClosed(owner.client)) ? SILENT_AND_CLOSED : SILENT;
    const found = await owner
      .asSystem((sql) => readLastEra(sql, view))
      .catch((error: unknown) => {
        throw saysNothingOfItself(error) ? new StartError(silent, { final: true }) : error;
      });
    if (isReplaced(found, view.seen)) throw new StartError(REPLACED);
    return work(owner, view, found);
  }).catch((error: unknown) => {
    throw databaseProblem(error, migrationUrl);
  });
  // Processes with the same data folder know it at once.
  if (era) await keepSeenEra(dataDir, seenOf(era));
  if (era && era.cause !== 'MOVING') await dropOpened(migrationUrl, report);
  return result;
}

const NOT_SAID =
  'This server does not say which one it is (pg_control_system), so that a move can’t be distinguished from a backup. ';
const SILENT = `${NOT_SAID}Restore a dump instead (docs/operations/backup.md).`;
const SILENT_AND_CLOSED = `${NOT_SAID}The database is closed already. Run \`npm run restored\`: it then counts as a backup.`;
const REPLACED =
  'Another server took the place of this one, as database-seen.json in DATA_DIR says: the move was completed there, or a standby was promoted. Shut this server down.';

async function opened(
  { client, asSystem }: OwnerTransaction,
  view: EraView,
  found: FoundEra,
  cause: 'MOVED' | 'RESUMED',
): Promise<Done> {
  await reopenTables(client);
  const era = await asSystem(async (sql) => {
    for (const statement of END_WITH_MOVE) await sql.query(statement, [found.beganAt]);
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
