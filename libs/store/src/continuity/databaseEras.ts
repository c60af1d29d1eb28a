/**
 * Notices that the database lost what was written last, by a failover or a backup, and says how
 * long nothing may be sent then (docs/decisions/0096-failover.md).
 */
import { StartError } from '@keyway/config';
import type { DatabaseDelay, Instant } from '@keyway/core';
import type { Database } from '../database/database.ts';
import { UnknownCommit } from '../database/database.ts';
import { isUniqueViolation, withRetry } from '../database/retry.ts';
import { announceEra } from './announceEra.ts';
import type { SeenEra } from './eraRecord.ts';
import { saysNothingOfItself, SILENT_SERVER, USUAL } from './eraStatements.ts';
import {
  beginEra,
  describeEra,
  findEra,
  readLastEra,
  ReplacedDatabase,
  seenOf,
  type Era,
  type EraView,
} from './findEra.ts';
import { MovingDatabase } from './movingDatabase.ts';
import {
  listRestored,
  reviewRestored,
  revokeAllTokens,
  type RestoredReview,
  type RestoredRight,
} from './reviewRestored.ts';
import { keepSeenEra, readSeenEra } from './seenEraFile.ts';

const BEAT_MILLISECONDS = 20_000;

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
  /** That it is closed, as was said of the server that the address led to; null: it is open. */
  #closed: string | null = null;

  constructor(options: EraOptions) {
    this.#options = options;
  }

  /**
   * Before anything else is done on the database.
   * @param isRestored an operator says so, where nothing else may show it
   * @throws StartError on a server that another one replaced, or while it is moved
   */
  async start({ isRestored }: { isRestored: boolean }): Promise<void> {
    this.#seen = await readSeenEra(this.#options.dataDir);
    try {
      if (isRestored) await this.#beginRestored();
      await this.#find(this.#options.database);
    } catch (error) {
      throw isRefusal(error) ? new StartError(error.message) : error;
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
      if (!isRefusal(error)) return;
      const { message } = error;
      if (message !== this.#closed) this.#options.onWarning(message);
      this.#closed = error instanceof MovingDatabase ? message : null;
    }
  }

  /**
   * How many seconds nothing may be sent yet whose intent may have been lost: `seconds` from the
   * beginning of the last era on in which something may have been lost. Asks where the database's
   * address leads now.
   * @throws ReplacedDatabase, MovingDatabase
   */
  async settling(seconds: number): Promise<Settling> {
    const { now, restoredAt, lost, number } = await this.#connected((database) =>
      this.#find(database),
    );
    const restored = restoredAt === null ? {} : { restoredAt: restoredAt.toISOString() };
    const until = new Date((lost?.beganAt.getTime() ?? 0) + seconds * 1000);
    if (!lost || until <= now) return { era: number, seconds: 0, ...restored };
    const { number: era, cause, beganAt } = lost;
    const instants = { since: beganAt.toISOString(), until: until.toISOString(), ...restored };
    return {
      ...{ era: number, seconds: (until.getTime() - now.getTime()) / 1000 },
      ...{ delay: { era, cause, ...instants }, ...restored },
    };
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
          return beginEra(transaction, await readLastEra(transaction, view), 'RESTORED', view);
        }),
      (error) => this.#passes(error),
    );
  }

  #view(): EraView {
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
      () => on.transaction('system', (transaction) => findEra(transaction, this.#view())),
      (error) => this.#passes(error),
    );
    const { onWarning, dataDir } = this.#options;
    const isNew = era.isNew || (this.#seen !== null && this.#seen.number < era.number);
    this.#seen = seenOf(era);
    this.#closed = null;
    await keepSeenEra(dataDir, this.#seen);
    if (isNew && era.cause !== 'FIRST') {
      onWarning(describeEra(era));
      for (const listener of this.#listeners) listener();
    }
    return era;
  }
}

/** Nothing may be done on this server. */
const isRefusal = (error: unknown): error is ReplacedDatabase | MovingDatabase =>
  error instanceof ReplacedDatabase || error instanceof MovingDatabase;
