/**
 * A transaction with one of the database's roles. Without that role or row-level security, none of
 * its statements is executed.
 */
import type pg from 'pg';
import type { Clock } from './clock.ts';
import { DescribedOnce } from './describedOnce.ts';
import type { PreparedStatements, Query } from './preparedStatements.ts';
import { isConnectionLoss } from './retry.ts';
import { SET_SCOPE, unguarded, type Planning } from './scope.ts';
import { sendAsOne } from './sendAsOne.ts';
import { sendTogether } from './sendTogether.ts';
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
  /**
   * What is asked from now on may leave at once, and is answered only where `holds` resolves: it
   * travels with what it depends on. Where `holds` rejects, the transaction has to be rolled back.
   */
  answerOnlyIf(holds: Promise<unknown>): void;
  /** Statements that travel with COMMIT: where one fails, nothing is changed. */
  beforeCommit(statements: readonly Statement[]): void;
  /** The last statement and COMMIT in one round trip. Nothing may follow. */
  finish<R>(query: Query | string, values?: readonly unknown[]): Promise<R[]>;
  /**
   * Said before the first lock that others may hold for long, an organization's: only a part of the
   * connections waits for one key.
   * @throws NoTurnLeft
   */
  enter(key: string): void;
}

/** `in_failed_sql_transaction`: a statement before it failed. */
const isAfterFailure = (error: unknown): boolean =>
  (error as { code?: unknown } | null)?.code === '25P02';

/** The commit was sent and no answer came: it may or may not be made. */
export class UnknownCommit extends Error {
  override readonly name = 'UnknownCommit';
}

export const run = (
  on: pg.ClientBase,
  statements: PreparedStatements,
  query: Query | string,
  values: readonly unknown[],
): Promise<pg.QueryResult> =>
  new Promise((resolve, reject) => {
    const config = configOf(statements, { query, values });
    on.query(
      new DescribedOnce(config, (error, result) => (error ? reject(error) : resolve(result))),
    );
  });

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
  /** What every answer waits for. */
  private begun: Promise<unknown>;
  private readonly entry: TransactionTurn;
  readonly clock: Clock;
  readonly mayGuess: boolean;
  private readonly isLost: () => boolean;
  private readonly unanswered: Promise<unknown>[] = [];
  private last: readonly Statement[] = [];
  /** The first statement that failed. */
  private failure: { error: unknown } | null = null;
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

  answerOnlyIf(holds: Promise<unknown>): void {
    this.begun = Promise.all([this.begun, holds]);
    this.begun.catch(() => undefined);
  }

  async query<R>(query: Query | string, values: readonly unknown[] = []): Promise<R[]> {
    sendTogether(this.client);
    const answer = run(this.client, this.statements, query, values);
    answer.catch(() => undefined);
    await this.begun;
    try {
      return (await answer).rows as R[];
    } catch (error) {
      // It says where the answer was read, and not who asked.
      if (error instanceof Error) Error.captureStackTrace(error);
      throw this.causeOf(error);
    }
  }

  /** After a write that nobody waited for, the next statement fails only because the write did. */
  private causeOf(error: unknown): unknown {
    this.failure ??= { error };
    return isAfterFailure(error) ? this.failure.error : error;
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

  beforeCommit(statements: readonly Statement[]): void {
    this.last = statements;
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
    for (const { query, values } of this.last) this.write(query, values);
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
