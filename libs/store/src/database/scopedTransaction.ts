/**
 * A transaction with one of the database's roles. Without that role or row-level security, none of
 * its statements is executed.
 */
import type pg from 'pg';
import type { Clock } from './clock.ts';
import type { DatabaseRoles } from '../startup/databaseRoles.ts';
import type { PreparedStatements, Query } from './preparedStatements.ts';
import { isConnectionLoss } from './retry.ts';
import { sendAsOne } from './sendAsOne.ts';
import { sendTogether } from './sendTogether.ts';
import type { PartnerScope } from '../tenancy/visibility.ts';
import type { TransactionTurn } from './turns.ts';

/** Something that runs SQL: a pool, or one transaction. */
export interface Sql {
  query<R>(query: Query | string, values?: readonly unknown[]): Promise<R[]>;
}

/**
 * One transaction. Statements that do not need each other's answers may be sent without waiting;
 * the server does them in order.
 */
export interface Transaction extends Sql {
  readonly clock: Clock;
  /**
   * Whether it may write by what it read without a lock: such a write checks that again, and where
   * it no longer holds the transaction is begun again, with locks (`NOT_AS_READ`).
   */
  readonly mayGuess: boolean;
  /** A statement in the driver's own form, for Prisma. */
  send(config: pg.QueryConfig): Promise<pg.QueryResult>;
  /**
   * A write whose answer nobody needs: sent with the next statements. Its failure is thrown by the
   * end of the transaction, which then changed nothing.
   */
  write(query: Query | string, values?: readonly unknown[]): void;
  /** The last statement and COMMIT in one round trip. Nothing may follow. */
  finish<R>(query: Query | string, values?: readonly unknown[]): Promise<R[]>;
  /**
   * Said before the first lock that others may hold for long, an organization's: only a part of the
   * connections waits for one key.
   * @throws NoTurnLeft
   */
  enter(key: string): void;
}

/** `principal`: of a mutation. */
export type Scope = 'system' | (PartnerScope & { principal?: string });

/**
 * How PostgreSQL plans the statements of a transaction. `usual`: as it finds best for each value.
 * `once`: a plan is made once a connection, whatever the values; for statements that read by key,
 * which it would plan again each time, since it expects ten rows of an array. `byIndex`: also by
 * indexes alone; the plan is made when the table may be empty, and would then read and sort all of
 * it until PostgreSQL has counted it again.
 */
export type Planning = 'usual' | 'once' | 'byIndex';

/** The commit was sent and no answer came: it may or may not be made. */
export class UnknownCommit extends Error {
  override readonly name = 'UnknownCommit';
}

/**
 * Seconds, in this order: a process that was stopped or cut off within a transaction loses it
 * before those that wait for its locks give up, and these before their statement ends, and all
 * before the connection counts as dead (`SILENT_SECONDS`).
 */
export const TRANSACTION_LIMITS = { idle: 4, lock: 5, statement: 7 } as const;

/**
 * Set with the transaction and gone with it, so that it holds on any connection that a pooler
 * gives.
 */
const setScope = (name: string, settings: string): Query => ({
  name,
  text: `
    select 1 / (current_user = s.role and row_security_active('run'::regclass))::int as held, clock_timestamp() as now
    from (select set_config('role', $1, true) as role, set_config('keyway.partner_id', $2, true), set_config('keyway.organization_ids', $3, true),
      set_config('keyway.principal', $4, true),
      set_config('idle_in_transaction_session_timeout', '${TRANSACTION_LIMITS.idle}s', true),
      set_config('lock_timeout', '${TRANSACTION_LIMITS.lock}s', true),
      set_config('statement_timeout', '${TRANSACTION_LIMITS.statement}s', true)${settings} offset 0) as s`,
});
const ONCE = `set_config('plan_cache_mode', 'force_generic_plan', true)`;
const BY_INDEX = ['seqscan', 'bitmapscan', 'sort', 'hashjoin', 'mergejoin'].map(
  (way) => `set_config('enable_${way}', 'off', true)`,
);
/** What `byIndex` sets, as a statement's text has it. */
export const PLANNED_BY_INDEX = [ONCE, ...BY_INDEX].join();
export const SET_SCOPE: Readonly<Record<Planning, Query>> = {
  usual: setScope('set_scope', ''),
  once: setScope('set_scope_once', `, ${ONCE}`),
  byIndex: setScope('set_scope_by_index', `, ${PLANNED_BY_INDEX}`),
};

/** What division by nothing in SET_SCOPE means. */
const UNGUARDED = '22012';
/** In any other statement: a row that it relies on is no longer as it was read. */
const NOT_AS_READ = '22012';
/** SQL that fails so where the table or subquery has no row, and is 1 where it has one. */
export const mustHold = (from: string): string => `1 / (select count(*) from ${from})::int`;
export const isNotAsRead = (error: unknown): boolean =>
  (error as { code?: unknown } | null)?.code === NOT_AS_READ;

export function scopeValues(scope: Scope, roles: DatabaseRoles): string[] {
  if (scope === 'system') return [roles.system, '', '', ''];
  const { partnerId, organizationIds, principal = '' } = scope;
  const role = organizationIds ? roles.limited : roles.app;
  return [role, partnerId, organizationIds?.join(',') ?? '', principal];
}

export const run = (
  on: pg.ClientBase,
  statements: PreparedStatements,
  query: Query | string,
  values: readonly unknown[],
): Promise<pg.QueryResult> => on.query(configOf(statements, { query, values }));

/** A statement and its parameters. */
export interface Statement {
  query: Query | string;
  values: readonly unknown[];
}

const configOf = (
  statements: PreparedStatements,
  { query, values }: Statement,
): pg.QueryConfig & { text: string } => ({
  ...(typeof query === 'string' ? { text: query } : statements.named(query)),
  values: values.map(withoutNul),
});

/**
 * Statements that need no answer of each other, as a transaction of one round trip; the rows of
 * each.
 * @throws UnknownCommit where the connection was lost before the answer.
 */
export async function runAsOne(
  client: pg.ClientBase,
  scope: string[],
  given: readonly Statement[],
  { statements, clock, isLost, planning }: Omit<Surroundings, 'entry' | 'mayGuess'>,
): Promise<pg.QueryResult[]> {
  const isSent = !isLost();
  const sentAt = performance.now();
  const all = [{ query: SET_SCOPE[planning], values: scope }, ...given];
  let answers: pg.QueryResult[];
  try {
    answers = await sendAsOne(
      client,
      all.map((one) => configOf(statements, one)),
    );
  } catch (error) {
    if (isSent && isConnectionLoss(error)) throw lostAnswer(error);
    throw unguarded(error);
  }
  clock.learn((answers[0]!.rows as { now: Date }[])[0]!.now, sentAt);
  return answers.slice(1);
}

const lostAnswer = (cause: unknown): UnknownCommit =>
  new UnknownCommit('The answer to COMMIT was lost.', { cause });

/** PostgreSQL's texts hold no NUL; one in a search or a name is no reason to fail. */
function withoutNul(value: unknown): unknown {
  if (typeof value === 'string')
    return value.includes('\0') ? value.replaceAll('\0', '\uFFFD') : value;
  return Array.isArray(value) ? value.map(withoutNul) : value;
}

interface Surroundings {
  planning: Planning;
  mayGuess: boolean;
  statements: PreparedStatements;
  clock: Clock;
  entry: TransactionTurn;
  /** Whether pg has reported the loss of the connection: it sends nothing on it from then on. */
  isLost: () => boolean;
}

export class ScopedTransaction implements Transaction {
  private readonly client: pg.ClientBase;
  private readonly statements: PreparedStatements;
  private readonly begun: Promise<unknown>;
  private readonly entry: TransactionTurn;
  readonly clock: Clock;
  readonly mayGuess: boolean;
  private readonly isLost: () => boolean;
  private readonly unanswered: Promise<unknown>[] = [];
  private ended = false;
  /** COMMIT was answered, one way or the other. */
  private over = false;

  constructor(
    client: pg.ClientBase,
    values: string[],
    { planning, mayGuess, statements, clock, entry, isLost }: Surroundings,
  ) {
    this.client = client;
    this.statements = statements;
    this.entry = entry;
    this.isLost = isLost;
    this.clock = clock;
    this.mayGuess = mayGuess;
    const sentAt = performance.now();
    sendTogether(client);
    const begin = client.query('begin');
    const scoped = timeOf(run(client, statements, SET_SCOPE[planning], values)).then((now) =>
      clock.learn(now, sentAt),
    );
    this.begun = Promise.all([begin, scoped]);
    // The first statement throws its failure.
    this.begun.catch(() => undefined);
  }

  enter(key: string): void {
    this.entry.enter(key);
  }

  async query<R>(query: Query | string, values: readonly unknown[] = []): Promise<R[]> {
    sendTogether(this.client);
    const answer = run(this.client, this.statements, query, values);
    answer.catch(() => undefined);
    await this.begun;
    return (await answer).rows as R[];
  }

  write(query: Query | string, values: readonly unknown[] = []): void {
    const answer = this.query(query, values);
    answer.catch(() => undefined);
    this.unanswered.push(answer);
  }

  async send(config: pg.QueryConfig): Promise<pg.QueryResult> {
    const answer = this.client.query({ ...config, values: config.values?.map(withoutNul) });
    answer.catch(() => undefined);
    await this.begun;
    return answer;
  }

  async finish<R>(query: Query | string, values: readonly unknown[] = []): Promise<R[]> {
    const answer = this.query<R>(query, values);
    answer.catch(() => undefined);
    const committed = this.commit();
    committed.catch(() => undefined);
    // Its failure is the cause where both fail; but COMMIT is answered before the connection is
    // used again.
    const [rows] = await Promise.allSettled([answer, committed]);
    // A write before it failed first.
    await Promise.all(this.unanswered);
    if (rows.status === 'rejected') throw rows.reason;
    await committed;
    return rows.value;
  }

  async commit(): Promise<void> {
    if (this.ended) return;
    this.ended = true;
    const isSent = !this.isLost();
    let answer: pg.QueryResult;
    try {
      answer = await this.client.query('commit');
    } catch (error) {
      throw isSent && isConnectionLoss(error) ? lostAnswer(error) : error;
    }
    this.over = true;
    await Promise.all(this.unanswered);
    // COMMIT of a failed transaction succeeds, as ROLLBACK.
    if (answer.command !== 'COMMIT')
      throw new Error('The transaction had failed and was rolled back.');
  }

  /** Whether the connection is fit to be used again. */
  async rollback(): Promise<boolean> {
    if (this.over) return true;
    try {
      await this.client.query('rollback');
      return true;
    } catch {
      return false;
    }
  }
}

/** The database's time. */
async function timeOf(answer: Promise<pg.QueryResult>): Promise<Date> {
  try {
    return ((await answer).rows as { now: Date }[])[0]!.now;
  } catch (error) {
    throw unguarded(error);
  }
}

const unguarded = (error: unknown): unknown =>
  (error as { code?: unknown }).code === UNGUARDED
    ? new Error(
        'The database has no row-level security for the role Keyway acts as; nothing was read or written.',
        { cause: error },
      )
    : error;
