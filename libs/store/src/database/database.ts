/**
 * Connections and transactions, each for a role and its rows (`scopedTransaction.ts`). Two pools,
 * so that requests never take the worker's connections.
 */
import pg from 'pg';
import type { DatabaseRoles } from '../startup/databaseRoles.ts';
import { Clock } from './clock.ts';
import { PreparedStatements, type Query } from './preparedStatements.ts';
import { isConnectionLoss, isContention, isLockTimeout, withRetry } from './retry.ts';
import { isNotAsRead, scopeValues, type Planning, type Scope } from './scope.ts';
import {
  runAsOne,
  ScopedTransaction,
  UnknownCommit,
  type Statement,
  type Transaction,
} from './scopedTransaction.ts';
import { SilenceGuard } from './silenceGuard.ts';
import { NoTurnLeft, TransactionTurn, Turns } from './turns.ts';

export type { Query } from './preparedStatements.ts';
export type { Planning, Scope } from './scope.ts';
export { UnknownCommit, type Sql, type Statement, type Transaction } from './scopedTransaction.ts';

export interface DatabaseOptions {
  url: string;
  applicationName: string;
  maxConnections: number;
  roles: DatabaseRoles;
  /** For tests. */
  now: (() => Date) | null;
  onWarning: (message: string) => void;
}

/**
 * Of a pool's connections: for those that wait for one organization, and for one principal's
 * changes, and as many for its reads.
 */
const ORGANIZATION_SHARE = 3 / 8;
const PRINCIPAL_SHARE = 5 / 8;
/** Longer than connections that are dead are waited for (`SILENT_SECONDS`). */
const READER_WAIT_MILLISECONDS = 12_000;
const CONNECT_MILLISECONDS = 10_000;
const KEEP_ALIVE_MILLISECONDS = 10_000;

export class Database {
  readonly system: pg.Pool;
  readonly partner: pg.Pool;
  readonly url: string;
  readonly applicationName: string;
  readonly roles: DatabaseRoles;
  readonly clock: Clock;
  private readonly statements: PreparedStatements;
  private readonly guard: SilenceGuard;
  private readonly lost = new WeakSet<pg.ClientBase>();
  private readonly organizationTurns: { system: Turns; partner: Turns };
  private readonly principalTurns: Turns;
  private readonly readerTurns: Turns;

  constructor({ url, applicationName, maxConnections, roles, now, onWarning }: DatabaseOptions) {
    this.statements = new PreparedStatements(onWarning);
    this.clock = new Clock(now, onWarning);
    this.guard = new SilenceGuard(onWarning);
    const organizationTurns = (): Turns =>
      new Turns(Math.round(maxConnections * ORGANIZATION_SHARE), 'this organization');
    this.organizationTurns = { system: organizationTurns(), partner: organizationTurns() };
    this.principalTurns = new Turns(
      Math.round(maxConnections * PRINCIPAL_SHARE),
      'this token or person',
    );
    // One operation may read hundreds of times; the api limits operations.
    const reads = { maxWaiting: Infinity, maxWaitMilliseconds: READER_WAIT_MILLISECONDS };
    this.readerTurns = new Turns(
      Math.round(maxConnections * PRINCIPAL_SHARE),
      'this token or person',
      reads,
    );
    const { guard } = this;
    const Client = class extends pg.Client {
      constructor(config?: pg.ClientConfig) {
        super(config);
        guard.begin(this);
      }
    };
    const pool = (scope: 'system' | 'partner'): pg.Pool => {
      const created = new pg.Pool({
        connectionString: url,
        application_name: `${applicationName}-${scope}`,
        max: maxConnections,
        Client,
        idleTimeoutMillis: 60_000,
        connectionTimeoutMillis: CONNECT_MILLISECONDS,
        keepAlive: true,
        keepAliveInitialDelayMillis: KEEP_ALIVE_MILLISECONDS,
        // BEGIN, the scope and the first reads of a transaction travel together.
        pipeline: true,
      } as pg.PoolConfig);
      // Without listeners the loss of an idle connection would end the process.
      created.on('error', (error) => onWarning(`A database connection was lost: ${error.message}`));
      created.on('connect', (client) => {
        client.on('error', () => this.lost.add(client));
        guard.watch(client);
      });
      return created;
    };
    this.roles = roles;
    this.url = url;
    this.applicationName = applicationName;
    this.system = pool('system');
    this.partner = pool('partner');
  }

  async close(): Promise<void> {
    await Promise.all([this.system.end(), this.partner.end()]);
    this.guard.close();
  }

  /**
   * Gives up every connection, also those that are being made: what is under way is tried again on
   * others, which lead to where the address leads now.
   */
  reconnect(): void {
    this.guard.discardAll();
  }

  /**
   * One statement with the system's view; tried again while the database is away, also where it may
   * have been done: it has to bear that.
   */
  async read<R>(query: Query | string, values: readonly unknown[] = []): Promise<R[]> {
    const [rows] = await this.readTogether<[R[]]>([{ query, values }]);
    return rows;
  }

  /** As `read`, for several statements in one round trip. */
  readTogether<R extends unknown[][]>(
    statements: readonly Statement[],
    scope: Scope = 'system',
    planning: Planning = 'usual',
  ): Promise<R> {
    return withRetry(
      () => this.together<R>(scope, statements, planning),
      (error) => error instanceof UnknownCommit || this.passes(error, scope),
    );
  }

  /**
   * Statements that need no answer of each other, as a transaction of one round trip that is tried
   * once; the rows of each.
   * @throws UnknownCommit when the answer was lost.
   */
  together<R extends unknown[][]>(
    scope: Scope,
    statements: readonly Statement[],
    planning: Planning = 'usual',
  ): Promise<R> {
    return this.connected(scope, async (client) => {
      const answers = await runAsOne(client, scopeValues(scope, this.roles), statements, {
        planning,
        statements: this.statements,
        clock: this.clock,
        isLost: () => this.lost.has(client),
      });
      // Cast: what each statement answers with is its caller's knowledge.
      return answers.map(({ rows }) => rows as unknown[]) as R;
    });
  }

  /**
   * A transaction. Deadlocks, connections lost before COMMIT and wrong guesses (`mayGuess`) start
   * it again, so `work` does nothing outside it.
   * @throws UnknownCommit when the answer to COMMIT was lost.
   * @throws DatabaseBusy when too many wait for the same already.
   */
  transaction<T>(
    scope: Scope,
    work: (transaction: Transaction) => Promise<T>,
    planning: Planning = 'usual',
  ): Promise<T> {
    return withRetry(
      () => this.inTurn(scope, work, planning),
      (error) => this.passes(error, scope),
    );
  }

  /** Runs `work` with one of the connections that one principal may have at a time. */
  asPrincipal<T>(principal: string, work: () => Promise<T>): Promise<T> {
    return this.principalTurns.run(principal, work);
  }

  /**
   * The same for what one principal reads, which an operation may do a hundred times at once. Reads
   * of a change are not among it: whoever has one turn must not wait for another.
   */
  asReader<T>(principal: string, work: () => Promise<T>): Promise<T> {
    return this.readerTurns.run(principal, work);
  }

  /** Throws at once where the database does not answer. */
  async ping(): Promise<void> {
    await this.together('system', [{ query: 'select 1', values: [] }]);
  }

  /** Whether a transaction that failed with it may succeed when it is tried again. */
  passes(error: unknown, scope: Scope): boolean {
    if (this.statements.isLoss(error)) {
      this.statements.giveUp();
      return true;
    }
    return (
      isContention(error) || isConnectionLoss(error) || (scope === 'system' && isLockTimeout(error))
    );
  }

  /** Where the share of an organization is taken, the turn is waited for without a connection. */
  private async inTurn<T>(
    scope: Scope,
    work: (transaction: Transaction) => Promise<T>,
    planning: Planning,
  ): Promise<T> {
    const entry = new TransactionTurn(
      scope === 'system' ? this.organizationTurns.system : this.organizationTurns.partner,
    );
    let mayGuess = true;
    for (let crowded: string | null = null; ;) {
      if (crowded) await entry.wait(crowded);
      try {
        return await this.attempt(scope, work, { entry, planning, mayGuess });
      } catch (error) {
        if (error instanceof NoTurnLeft) crowded = error.key;
        else if (mayGuess && isNotAsRead(error)) mayGuess = false;
        else throw error;
      } finally {
        entry.leave();
      }
    }
  }

  private attempt<T>(
    scope: Scope,
    work: (transaction: Transaction) => Promise<T>,
    options: { entry: TransactionTurn; planning: Planning; mayGuess: boolean },
  ): Promise<T> {
    return this.connected(scope, async (client, isBroken) => {
      const transaction = new ScopedTransaction(client, scopeValues(scope, this.roles), {
        statements: this.statements,
        clock: this.clock,
        ...options,
        isLost: () => this.lost.has(client),
      });
      try {
        const result = await work(transaction);
        await transaction.commit();
        return result;
      } catch (error) {
        if (!(await transaction.rollback())) isBroken();
        throw error;
      }
    });
  }

  /** A connection that `work` called broken, or that pg has lost, is not used again. */
  private async connected<T>(
    scope: Scope,
    work: (client: pg.PoolClient, isBroken: () => void) => Promise<T>,
  ): Promise<T> {
    const client = await (scope === 'system' ? this.system : this.partner).connect();
    let broken = false;
    try {
      return await work(client, () => (broken = true));
    } finally {
      client.release(broken || this.lost.has(client));
    }
  }
}
