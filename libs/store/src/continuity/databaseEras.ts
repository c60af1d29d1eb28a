/**
 * Notices that the database lost what was written last, by a failover or a backup, and says how
 * long nothing may be sent then (docs/decisions/0096-failover.md).
 */
import { StartError } from '@keyway/config';
import type { Database, Transaction } from '../database/database.ts';
import { UnknownCommit } from '../database/database.ts';
import { withRetry } from '../database/retry.ts';
import { announceEra } from './announceEra.ts';
import { causeOf, isReplaced, type EraCause, type FoundEra, type SeenEra } from './eraRecord.ts';
import { BEAT, BEGIN, BEGIN_FIRST, END_SESSIONS, READ_LAST } from './eraStatements.ts';
import { reviewRestored, revokeAllTokens, type RestoredReview } from './reviewRestored.ts';
import { keepSeenEra, readSeenEra } from './seenEraFile.ts';

const BEAT_MILLISECONDS = 20_000;
const BEFORE_ALL = '00000000-0000-0000-0000-000000000000';

/** The era that a transaction found or began. */
interface Era extends SeenEra {
  cause: EraCause;
  beganAt: Date;
  now: Date;
  /** Whether it began now. */
  isNew: boolean;
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
  #beating: Promise<void> | null = null;
  readonly #listeners: (() => void)[] = [];

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
      this.#beating ??= this.beat().finally(() => (this.#beating = null));
    }, BEAT_MILLISECONDS);
    this.#timer.unref();
  }

  async close(): Promise<void> {
    if (this.#timer) clearInterval(this.#timer);
    await this.#beating;
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
  async settling(seconds: number): Promise<number> {
    const { cause, beganAt, now } = await this.#connected((database) => this.#find(database));
    if (cause === 'FIRST') return 0;
    return Math.max(0, seconds - (now.getTime() - beganAt.getTime()) / 1000);
  }

  /** Whether the address still leads where the present era began, with no other since. */
  async isSame(): Promise<boolean> {
    const before = this.#seen?.number;
    const { number } = await this.#connected((database) => this.#find(database));
    return number === before;
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

  /** Ends every API token, those too that were revoked after the backup. */
  revokeTokens(): Promise<number> {
    return revokeAllTokens(this.#options.database);
  }

  async #beginRestored(): Promise<void> {
    await withRetry(
      () =>
        this.#options.database.transaction('system', async (transaction) =>
          begin(transaction, await readLast(transaction), 'RESTORED', this.#seen),
        ),
      (error) => error instanceof UnknownCommit,
    );
  }

  async #connected<T>(work: (database: Database) => Promise<T>): Promise<T> {
    const database = this.#options.connect();
    try {
      return await work(database);
    } finally {
      await database.close();
    }
  }

  async #find(on: Database): Promise<Era> {
    const era = await withRetry(
      () => on.transaction('system', (transaction) => find(transaction, this.#seen)),
      // A beat that counts twice does no harm.
      (error) => error instanceof UnknownCommit,
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

const readLast = async (transaction: Transaction): Promise<FoundEra> => {
  await transaction.query(BEGIN_FIRST);
  const [found] = await transaction.query<FoundEra>(READ_LAST);
  return found!;
};

async function find(transaction: Transaction, seen: SeenEra | null): Promise<Era> {
  const found = await readLast(transaction);
  if (isReplaced(found, seen)) throw new ReplacedDatabase(REPLACED);
  const cause = causeOf(found, seen);
  if (cause !== null) return begin(transaction, found, cause, seen);
  const { number, here, beganAt, now } = found;
  const [beat] = await transaction.query<{ beats: number }>(BEAT, [number]);
  return {
    ...{ ...here, number, beats: beat!.beats, cause: found.cause, beganAt, now, isNew: false },
  };
}

async function begin(
  transaction: Transaction,
  { number: last, here, beatAt, now }: FoundEra,
  cause: EraCause,
  seen: SeenEra | null,
): Promise<Era> {
  // Above all that anybody saw before.
  const number = Math.max(last, seen?.number ?? 0) + 1;
  const announcedAfter = cause === 'RESUMED' ? null : BEFORE_ALL;
  const values = [number, cause, announcedAfter, beatAt];
  const [begun] = await transaction.query<{ beganAt: Date }>(BEGIN, values);
  if (cause === 'RESTORED')
    for (const statement of END_SESSIONS) await transaction.query(statement);
  return { ...here, number, beats: 1, cause, beganAt: begun!.beganAt, now, isNew: true };
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
