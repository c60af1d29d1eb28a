/**
 * Connections, transactions and what happens when they fail. Every statement runs in a transaction that says as which role and for whose rows it is
 * (`scopedTransaction.ts`); a connection by itself is for nobody's. Two pools, so that partners' requests never take the system's connections.
 */
import pg from 'pg';
import { SHARED_ROLES, type DatabaseRoles } from './databaseRoles.ts';
import { PreparedStatements, type Query } from './preparedStatements.ts';
import { isConnectionLoss, isContention, withRetry } from './retry.ts';
import { ScopedTransaction, scopeValues, UnknownCommit, type Scope, type Transaction } from './scopedTransaction.ts';
import { SilenceGuard } from './silenceGuard.ts';

export type { Query } from './preparedStatements.ts';
export { UnknownCommit, type Scope, type Sql, type Transaction } from './scopedTransaction.ts';

export interface DatabaseOptions {
  url: string;
  applicationName: string;
  maxConnections: number;
  onWarning: (message: string) => void;
}

const CONNECT_MILLISECONDS = 10_000;
const KEEP_ALIVE_MILLISECONDS = 10_000;

export class Database {
  readonly system: pg.Pool;
  readonly partner: pg.Pool;
  readonly url: string;
  readonly applicationName: string;
  readonly roles: DatabaseRoles = SHARED_ROLES;
  private readonly statements: PreparedStatements;
  private readonly guard: SilenceGuard;

  constructor({ url, applicationName, maxConnections, onWarning }: DatabaseOptions) {
    this.statements = new PreparedStatements(onWarning);
    this.guard = new SilenceGuard(onWarning);
    const pool = (scope: 'system' | 'partner'): pg.Pool => {
      const created = new pg.Pool({
        connectionString: url,
        application_name: `${applicationName}-${scope}`,
        max: maxConnections,
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
        client.on('error', () => undefined);
        this.guard.watch(client);
      });
      created.on('remove', (client) => this.guard.forget(client));
      return created;
    };
    this.url = url;
    this.applicationName = applicationName;
    this.system = pool('system');
    this.partner = pool('partner');
  }

  async close(): Promise<void> {
    await Promise.all([this.system.end(), this.partner.end()]);
    this.guard.close();
  }

  /** One statement with the system's view; tried again while the database is away, also where it may have been done: it has to bear that. */
  read<R>(query: Query | string, values: readonly unknown[] = []): Promise<R[]> {
    return withRetry(
      () => this.attempt('system', (transaction) => transaction.finish<R>(query, values)),
      (error) => this.passes(error),
    );
  }

  /**
   * A transaction. Deadlocks and connections lost before COMMIT start it again, so `work` does nothing outside it.
   * @throws UnknownCommit when the answer to COMMIT was lost.
   */
  transaction<T>(scope: Scope, work: (transaction: Transaction) => Promise<T>): Promise<T> {
    return withRetry(
      () => this.attempt(scope, work),
      (error) => !(error instanceof UnknownCommit) && this.passes(error),
    );
  }

  /** Throws at once where the database does not answer. */
  async ping(): Promise<void> {
    await this.attempt('system', (transaction) => transaction.finish('select 1'));
  }

  private passes(error: unknown): boolean {
    if (error instanceof UnknownCommit) return true;
    if (!this.statements.isLoss(error)) return isContention(error) || isConnectionLoss(error);
    this.statements.giveUp();
    return true;
  }

  private async attempt<T>(scope: Scope, work: (transaction: Transaction) => Promise<T>): Promise<T> {
    const client = await (scope === 'system' ? this.system : this.partner).connect();
    let broken: Error | boolean = false;
    try {
      const transaction = new ScopedTransaction(client, this.statements, scopeValues(scope, this.roles));
      try {
        const result = await work(transaction);
        await transaction.commit();
        return result;
      } catch (error) {
        broken = !(await transaction.rollback());
        throw error;
      }
    } finally {
      client.release(broken);
    }
  }
}
