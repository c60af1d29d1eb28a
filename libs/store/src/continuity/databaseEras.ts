/**
 * Notices that the database lost what was written last, by a failover or a backup, and says how
 * long nothing may be sent then (docs/decisions/0096-failover.md).
 */
import { StartError } from '@keyway/config';
import type { DatabaseDelay, Instant } from '@keyway/core';
import type { Database, Transaction } from '../database/database.ts';
import { UnknownCommit } from '../database/database.ts';
import { isUniqueViolation, withRetry } from '../database/retry.ts';
import { announceEra } from './announceEra.ts';
import { causeOf, isReplaced, type EraCause, type FoundEra, type SeenEra } from './eraRecord.ts';
import {
  BEAT,
  END_WITH_RESTORE,
  saysNothingOfItself,
  SILENT_SERVER,
  USUAL,
  type EraStatements,
} from './eraStatements.ts';
import {
  listRestored,
  reviewRestored,
  revokeAllTokens,
  type RestoredReview,
  type RestoredRight,
} from './reviewRestored.ts';
import { keepSeenEra, readSeenEra } from './seenEraFile.ts';

const BEAT_MILLISECONDS = 20_000;
const BEFORE_ALL = '00000000-0000-0000-0000-000000000000';

/** The era that a transaction found or began. */
interface Era extends SeenEra {
  cause: EraCause;
  beganAt: Date;
  now: Date;
  restoredAt: Date | null;
  /** Whether it began now. */
  isNew: boolean;
}

/** How long nothing may be sent yet, and in which era that was asked. */
export interface Settling {
  era: number;
  /** 0: anything may be sent. */
  seconds: number;
  /** What to say of it; absent where anything may be sent. */
  delay?: DatabaseDelay;
  /** What was decided before may have been withdrawn since, as the backup can't know. */
  restoredAt?: Instant;
}

/** Another server took this one's place: nothing that is written here counts. */
export class ReplacedDatabase extends Error {
  override readonly name = 'ReplacedDatabase';
}

const REPLACED =
  'This database server was replaced by another one (its timeline is older than the one seen before), so that what is written here is lost. ' +
  'Shut it down, and lead DATABASE_URL to the present primary. Where it is a backup that you restored on purpose, run `npm run restored`.';

interface EraOptions {
  database: Database;
  /** Connections of its own each time: where the address leads now, and not when others began. */
  connect: () => Database;
  dataDir: string;
  onWarning: (message: string) => void;
}

export class DatabaseEras {
  readonly #options: EraOptions;
  #seen: SeenEra | null = null;
  #timer: NodeJS.Timeout | null = null;
  #isBeating = false;
  readonly #listeners: (() => void)[] = [];
  /** Connections that are asked now. */
  readonly #open = new Set<Database>();
  /** The server says neither its identifier nor its timeline. */
  #isSilent = false;

  constructor(options: EraOptions) {
    this.#options = options;
  }

  /**
   * Before anything else is done on the database.
   * @param isRestored an operator says so, where nothing else may show it
   * @throws StartError on a server that another one replaced
   */
  async start({ isRestored }: { isRestored: boolean }): Promise<void> {
    this.#seen = await readSeenEra(this.#options.dataDir);
    try {
      if (isRestored) await this.#beginRestored();
      await this.#find(this.#options.database);
    } catch (error) {
      throw error instanceof ReplacedDatabase ? new StartError(error.message) : error;
    }
    this.#timer = setInterval(() => {
      if (this.#isBeating) return;
      this.#isBeating = true;
      void this.beat().finally(() => (this.#isBeating = false));
    }, BEAT_MILLISECONDS);
    this.#timer.unref();
  }

  async close(): Promise<void> {
    if (this.#timer) clearInterval(this.#timer);
    const open = [...this.#open];
    this.#open.clear();
    // What is under way fails then, instead of trying again.
    await Promise.all(open.map((database) => database.close()));
  }

  /** Says that this process is connected, and finds out whether time was lost. Never rejects. */
  async beat(): Promise<void> {
    try {
      await this.#connected((database) => this.#find(database));
    } catch (error) {
      if (error instanceof ReplacedDatabase) this.#options.onWarning(error.message);
    }
  }

  /**
   * How many seconds nothing may be sent yet whose intent may have been lost: `seconds` from the
   * beginning of the present era on. Asks where the database's address leads now.
   * @throws ReplacedDatabase
   */
  async settling(seconds: number): Promise<Settling> {
    const {
      cause,
      beganAt,
      now,
      restoredAt,
      number: era,
    } = await this.#connected((database) => this.#find(database));
    const until = new Date(beganAt.getTime() + seconds * 1000);
    const restored = restoredAt === null ? {} : { restoredAt: restoredAt.toISOString() };
    if (cause === 'FIRST' || until <= now) return { era, seconds: 0, ...restored };
    const instants = { since: beganAt.toISOString(), until: until.toISOString(), ...restored };
    const delay = { era, cause, ...instants };
    return { era, seconds: (until.getTime() - now.getTime()) / 1000, delay, ...restored };
  }

  /** Whether the address still leads to a database in this era. */
  async isIn(era: number): Promise<boolean> {
    const { number } = await this.#connected((database) => this.#find(database));
    return number === era;
  }

  /** Called after another era began: connections may lead to a server that was replaced. */
  onNew(listener: () => void): void {
    this.#listeners.push(listener);
  }

  /** Writes to history that the database was restored or failed over: one pass over some chains. */
  announce(): Promise<number> {
    return announceEra(this.#options.database);
  }

  /** What an owner reviews after a backup was restored. */
  review(): Promise<RestoredReview> {
    return reviewRestored(this.#options.database);
  }

  /** The same one by one: what people, tokens, links and approvals count. */
  rights(): Promise<RestoredRight[]> {
    return listRestored(this.#options.database);
  }

  /** Ends every API token, those too that were revoked after the backup. */
  revokeTokens(): Promise<number> {
    return revokeAllTokens(this.#options.database);
  }

  async #beginRestored(): Promise<void> {
    await withRetry(
      () =>
        this.#options.database.transaction('system', async (transaction) => {
          const view = this.#view();
          return begin(transaction, await readLast(transaction, view), 'RESTORED', view);
        }),
      (error) => this.#passes(error),
    );
  }

  #view(): View {
    return { seen: this.#seen, statements: this.#isSilent ? SILENT_SERVER : USUAL };
  }

  /** A beat that counts twice does no harm, and of two that begin an era the second finds it. */
  #passes(error: unknown): boolean {
    if (saysNothingOfItself(error) && !this.#isSilent) return (this.#isSilent = true);
    return error instanceof UnknownCommit || isUniqueViolation(error, 'database_era_pkey');
  }

  async #connected<T>(work: (database: Database) => Promise<T>): Promise<T> {
    const database = this.#options.connect();
    this.#open.add(database);
    try {
      return await work(database);
    } finally {
      if (this.#open.delete(database)) await database.close();
    }
  }

  async #find(on: Database): Promise<Era> {
    const era = await withRetry(
      () => on.transaction('system', (transaction) => find(transaction, this.#view())),
      (error) => this.#passes(error),
    );
    const { onWarning, dataDir } = this.#options;
    const isNew = era.isNew || (this.#seen !== null && this.#seen.number < era.number);
    const { systemIdentifier, databaseOid, timeline, number, beats } = era;
    this.#seen = { systemIdentifier, databaseOid, timeline, number, beats };
    await keepSeenEra(dataDir, this.#seen);
    if (isNew && era.cause !== 'FIRST') {
      onWarning(describe(era));
      for (const listener of this.#listeners) listener();
    }
    return era;
  }
}

/** What a process saw, and what it may ask this server. */
interface View {
  seen: SeenEra | null;
  statements: EraStatements;
}

const readLast = async (transaction: Transaction, { statements }: View): Promise<FoundEra> => {
  await transaction.query(statements.beginFirst);
  const [found] = await transaction.query<FoundEra>(statements.readLast);
  return found!;
};

async function find(transaction: Transaction, view: View): Promise<Era> {
  const { seen } = view;
  const found = await readLast(transaction, view);
  if (isReplaced(found, seen)) throw new ReplacedDatabase(REPLACED);
  const cause = causeOf(found, seen);
  if (cause !== null) return begin(transaction, found, cause, view);
  const { number, here, beganAt, now, restoredAt } = found;
  const [beat] = await transaction.query<{ beats: number }>(BEAT, [number]);
  return {
    ...{ ...here, number, beats: beat!.beats, cause: found.cause },
    ...{ beganAt, now, restoredAt, isNew: false },
  };
}

async function begin(
  transaction: Transaction,
  { number: last, here, beatAt, now, restoredAt: before }: FoundEra,
  cause: EraCause,
  { seen, statements }: View,
): Promise<Era> {
  // Above all that anybody saw before.
  const number = Math.max(last, seen?.number ?? 0) + 1;
  const announcedAfter = cause === 'RESUMED' ? null : BEFORE_ALL;
  const values = [number, cause, announcedAfter, beatAt];
  const [begun] = await transaction.query<{ beganAt: Date }>(statements.begin, values);
  if (cause === 'RESTORED')
    for (const statement of END_WITH_RESTORE) await transaction.query(statement);
  const { beganAt } = begun!;
  const restoredAt = cause === 'RESTORED' ? beganAt : before;
  return { ...here, number, beats: 1, cause, beganAt, now, restoredAt, isNew: true };
}

const SAID: Readonly<Record<Exclude<EraCause, 'FIRST'>, string>> = {
  FAILED_OVER:
    'The database failed over to another server. What was written last before may be lost.',
  RESTORED:
    'The database was restored from a backup, or is on another server. Everybody has to sign in again; see docs/operations/backup.md for what to review.',
  RESUMED: 'Nothing was connected to the database for more than two minutes.',
};

const describe = ({ cause, timeline }: Era): string =>
  cause === 'FIRST'
    ? ''
    : `${SAID[cause]} Nothing is sent to Adobe for five minutes, until everything that was sent before would show (timeline ${timeline ?? 'unknown'}).`;
