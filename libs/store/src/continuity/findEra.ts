/** Finds the present era in a transaction, or begins another one. */
import type { Sql } from '../database/database.ts';
import {
  causeOf,
  hasLostTime,
  isReplaced,
  isSameDatabase,
  type EraCause,
  type FoundEra,
  type LostEra,
  type SeenEra,
} from './eraRecord.ts';
import { BEAT, END_WITH_RESTORE, type EraStatements } from './eraStatements.ts';
import { MOVING, MovingDatabase } from './movingDatabase.ts';

const BEFORE_ALL = '00000000-0000-0000-0000-000000000000';

/** The era that a transaction found or began. */
export interface Era extends SeenEra {
  cause: EraCause;
  beganAt: Date;
  now: Date;
  restoredAt: Date | null;
  lost: LostEra | null;
  /** Whether it began now. */
  isNew: boolean;
}

/** What a process saw, and what it may ask this server. */
export interface EraView {
  seen: SeenEra | null;
  statements: EraStatements;
}

/** Another server took this one's place: nothing that is written here counts. */
export class ReplacedDatabase extends Error {
  override readonly name = 'ReplacedDatabase';
}

const REPLACED =
  'This database server was replaced by another one (its timeline is older than the one seen before, or the database was moved away), so that what is written here is lost. ' +
  'Shut it down, and lead DATABASE_URL to the present primary. Where it is a backup that you restored on purpose, run `npm run restored`.';

/** Locked until the transaction ends. Writes where there is none yet. */
export async function readLastEra(sql: Sql, { statements }: EraView): Promise<FoundEra> {
  let [last] = await sql.query<EraRow>(statements.readLast);
  if (!last) {
    await sql.query(statements.beginFirst);
    [last] = await sql.query<EraRow>(statements.readLast);
  }
  const { lost, ...found } = last!;
  return { ...found, lost: lost && { ...lost, beganAt: new Date(lost.beganAt) } };
}

interface EraRow extends Omit<FoundEra, 'lost'> {
  /** As JSON has it. */
  lost: (Omit<LostEra, 'beganAt'> & { beganAt: number }) | null;
}

/** @throws ReplacedDatabase, MovingDatabase */
export async function findEra(sql: Sql, view: EraView): Promise<Era> {
  const { seen } = view;
  const found = await readLastEra(sql, view);
  if (isReplaced(found, seen)) throw new ReplacedDatabase(REPLACED);
  if (found.cause === 'MOVING')
    throw new MovingDatabase(isSameDatabase(found.here, found) ? 'former' : 'other');
  const cause = causeOf(found, seen);
  if (cause !== null) return beginEra(sql, found, cause, view);
  const { number, here, beganAt, now, restoredAt, lost, movedFrom } = found;
  const [beat] = await sql.query<{ beats: number }>(BEAT, [number]);
  return {
    ...{ ...here, number, beats: beat!.beats, movedFrom, cause: found.cause },
    ...{ beganAt, now, restoredAt, lost, isNew: false },
  };
}

/** @param found the era before it, locked */
export async function beginEra(
  sql: Sql,
  found: FoundEra,
  cause: EraCause,
  { seen, statements }: EraView,
): Promise<Era> {
  const { number: last, here, beatAt, now, restoredAt: before } = found;
  // Above all that anybody saw before.
  const number = Math.max(last, seen?.number ?? 0) + 1;
  const isAnnounced = cause === 'FAILED_OVER' || cause === 'RESTORED';
  const lostSince = hasLostTime(cause) ? beatAt : null;
  const values = [number, cause, isAnnounced ? BEFORE_ALL : null, lostSince];
  const [begun] = await sql.query<{ beganAt: Date }>(statements.begin, values);
  if (cause === 'RESTORED') for (const statement of END_WITH_RESTORE) await sql.query(statement);
  const { beganAt } = begun!;
  const restoredAt = cause === 'RESTORED' ? beganAt : before;
  const lost = hasLostTime(cause) ? { number, cause, beganAt } : found.lost;
  const { systemIdentifier, databaseOid } = found;
  const movedFrom = [...found.movedFrom];
  if (cause === 'MOVED') movedFrom.push({ systemIdentifier, databaseOid });
  return {
    ...{ ...here, number, beats: 1, movedFrom, cause },
    ...{ beganAt, now, restoredAt, lost, isNew: true },
  };
}

export const seenOf = (era: SeenEra): SeenEra => {
  const { systemIdentifier, databaseOid, timeline, number, beats, movedFrom } = era;
  return { systemIdentifier, databaseOid, timeline, number, beats, movedFrom };
};

const SAID: Readonly<Record<EraCause, string>> = {
  FIRST: '',
  FAILED_OVER:
    'The database failed over to another server. What was written last before may be lost.',
  RESTORED:
    'The database was restored from a backup, or is on another server. Everybody has to sign in again; see docs/operations/backup.md for what to review.',
  RESUMED:
    'Nothing was connected to the database for more than two minutes, or its move to another server was canceled.',
  MOVING,
  MOVED: 'The database was moved to another server. Nothing was lost, and everything continues.',
};

/** What a process that notices it says in its log. */
export const describeEra = ({ cause, timeline }: Era): string =>
  hasLostTime(cause)
    ? `${SAID[cause]} Nothing is sent to Adobe for five minutes, until everything that was sent before would show (timeline ${timeline ?? 'unknown'}).`
    : SAID[cause];
