/**
 * A streaming standby that answers queries where a program asks for it: it never writes, and is
 * used only while it follows the primary closely (docs/decisions/0101-read-replica.md).
 */
import {
  Database,
  type DatabaseOptions,
  type Query,
  type Statement,
  type Transaction,
} from './database.ts';
import { isConnectionLoss, isContention } from './retry.ts';
import type { Planning, Scope } from './scope.ts';
import { unavailabilityOf } from './unavailability.ts';

const CHECK_MILLISECONDS = 5_000;
/** Processes write a beat every 20 s, so that a standby that follows has always replayed one. */
const MAX_BEHIND_SECONDS = 30;
/** A check is part of a request. */
const MAX_WAIT_MILLISECONDS = 2_000;

/** One of the two servers, as it says of itself. */
export interface ReplicaState {
  /** The last era's number and beginning: the same only on copies of one database. */
  era: string;
  /** The last migration. */
  migration: string;
  isStandby: boolean;
  /** How old the last change is that it replayed; null: none, or it doesn't say. */
  behindSeconds: number | null;
}

const STATE: Query = {
  name: 'replica_state',
  text: `select e.number || ' ' || e.began_at as era,
      (select max(migration_name) from _prisma_migrations where finished_at is not null) as migration, pg_is_in_recovery() as "isStandby",
      extract(epoch from clock_timestamp() - pg_last_xact_replay_timestamp())::float8 as "behindSeconds"
    from database_era e order by e.number desc limit 1`,
};

/** Why the second isn't read instead of the first; null where it is. */
export function whyNotRead(primary: ReplicaState, replica: ReplicaState): string | null {
  if (!replica.isStandby) return 'it is not a standby';
  if (replica.behindSeconds === null) return 'it does not say how far it is behind';
  if (replica.behindSeconds > MAX_BEHIND_SECONDS)
    return `it is ${Math.round(replica.behindSeconds)} s behind`;
  if (replica.era !== primary.era) return 'it is not a copy of this database';
  if (replica.migration === primary.migration) return null;
  return `it has not replayed the migration ${primary.migration} yet`;
}

const codeOf = (error: unknown): string => String((error as { code?: unknown } | null)?.code);
/** By the limit of a statement's time. */
const isCanceled = (error: unknown): boolean => codeOf(error) === '57014';
/** A column, table or function that a migration brought has not arrived there yet. */
const isBehind = (error: unknown): boolean => ['42703', '42P01', '42883'].includes(codeOf(error));

/** The replica's connections. What they can't answer the primary does, in the same call. */
class ReplicaDatabase extends Database {
  readonly #primary: Database;
  readonly #onAway: (error: unknown) => void;

  constructor(options: DatabaseOptions, primary: Database, onAway: (error: unknown) => void) {
    super(options);
    this.#primary = primary;
    this.#onAway = onAway;
  }

  /** Neither a lost connection is waited for, nor what the standby replays in a query's way. */
  override passes(error: unknown, scope: Scope): boolean {
    return !isConnectionLoss(error) && !isContention(error) && super.passes(error, scope);
  }

  override readTogether<R extends unknown[][]>(
    statements: readonly Statement[],
    scope?: Scope,
    planning?: Planning,
  ): Promise<R> {
    return super
      .readTogether<R>(statements, scope, planning)
      .catch((error: unknown) =>
        this.#instead(error, () => this.#primary.readTogether<R>(statements, scope, planning)),
      );
  }

  override transaction<T>(
    scope: Scope,
    work: (transaction: Transaction) => Promise<T>,
    planning?: Planning,
  ): Promise<T> {
    return super
      .transaction(scope, work, planning)
      .catch((error: unknown) =>
        this.#instead(error, () => this.#primary.transaction(scope, work, planning)),
      );
  }

  #instead<T>(error: unknown, onPrimary: () => Promise<T>): Promise<T> {
    const unavailable = unavailabilityOf(error);
    if (!isContention(error) && !isBehind(error)) {
      // What takes too long there takes too long here: it would only cost twice.
      if (unavailable === null || unavailable === 'newer' || isCanceled(error)) throw error;
      if (unavailable !== 'busy') this.#onAway(error);
    }
    return onPrimary();
  }
}

interface ReadReplicaOptions extends DatabaseOptions {
  primary: Database;
}

export class ReadReplica {
  readonly #primary: Database;
  readonly #replica: Database;
  readonly #onWarning: (message: string) => void;
  #checkedAt = -Infinity;
  #checking: Promise<void> | null = null;
  /** Why it is not read; null until it was asked: nothing is read from it before. */
  #found: { reason: string | null } | null = null;

  constructor({ primary, ...options }: ReadReplicaOptions) {
    this.#primary = primary;
    this.#onWarning = options.onWarning;
    this.#replica = new ReplicaDatabase(options, primary, (error) =>
      this.#say((error as Error).message),
    );
  }

  /** What queries may read from now; null: nothing but the primary. Never rejects. */
  async current(): Promise<Database | null> {
    if (performance.now() - this.#checkedAt > CHECK_MILLISECONDS) await this.#checked();
    return this.#found?.reason === null ? this.#replica : null;
  }

  close(): Promise<void> {
    return this.#replica.close();
  }

  async #checked(): Promise<void> {
    this.#checking ??= this.#check().finally(() => (this.#checking = null));
    let timer: NodeJS.Timeout | undefined;
    const late = new Promise<void>((resolve) => {
      timer = setTimeout(() => {
        this.#say('it does not answer');
        resolve();
      }, MAX_WAIT_MILLISECONDS);
    });
    await Promise.race([this.#checking, late]);
    clearTimeout(timer);
  }

  async #check(): Promise<void> {
    try {
      const [here, there] = await Promise.all([stateOf(this.#primary), stateOf(this.#replica)]);
      this.#say(whyNotRead(here, there));
    } catch (error) {
      this.#say((error as Error).message);
    }
  }

  #say(reason: string | null): void {
    this.#checkedAt = performance.now();
    // How many seconds it is behind differs each time.
    const kind = (text: string | null) => text?.replace(/\d+ s behind/, '');
    if (kind(reason) !== kind(this.#found?.reason ?? null))
      this.#onWarning(
        reason === null
          ? 'The read replica is used again for queries that ask for it.'
          : `The read replica (DATABASE_REPLICA_URL) is not used: ${reason}. The primary answers instead.`,
      );
    this.#found = { reason };
  }
}

async function stateOf(database: Database): Promise<ReplicaState> {
  const [[state]] = await database.together<[ReplicaState[]]>('system', [
    { query: STATE, values: [] },
  ]);
  if (!state) throw new Error('it has no data of Keyway');
  return state;
}
