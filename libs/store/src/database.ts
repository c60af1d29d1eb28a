/**
 * Connections, transactions and what happens when they fail. Two pools: `system` acts as `keyway_system`, which sees everything; `partner` as
 * `keyway_app`, which sees nothing until a transaction says whose rows it is for.
 */
import pg from 'pg';
import { isConnectionLoss, isContention, withRetry } from './retry.ts';
import type { PartnerScope } from './store.ts';

export interface Query {
  /** Prepared once a connection under this name. */
  name?: string;
  text: string;
}

/** Something that runs SQL: a pool, or one transaction. */
export interface Sql {
  query<R>(query: Query | string, values?: readonly unknown[]): Promise<R[]>;
}

/** One transaction. Statements that do not need each other's answers may be sent without waiting; the server does them in order. */
export interface Transaction extends Sql {
  /** The last statement and COMMIT in one round trip. Nothing may follow. */
  finish<R>(query: Query | string, values?: readonly unknown[]): Promise<R[]>;
}

export type Scope = 'system' | PartnerScope;

/** The commit was sent and no answer came: it may or may not stand. */
export class UnknownCommit extends Error {
  override readonly name = 'UnknownCommit';
}

export interface DatabaseOptions {
  url: string;
  applicationName: string;
  maxConnections: number;
  onWarning: (message: string) => void;
}

export class Database {
  readonly system: pg.Pool;
  readonly partner: pg.Pool;
  readonly url: string;
  readonly applicationName: string;

  constructor({ url, applicationName, maxConnections, onWarning }: DatabaseOptions) {
    const pool = (scope: 'system' | 'partner'): pg.Pool => {
      const created = new pg.Pool({
        connectionString: url,
        application_name: `${applicationName}-${scope}`,
        max: maxConnections,
        idleTimeoutMillis: 60_000,
        connectionTimeoutMillis: 10_000,
        // BEGIN, the scope and the first reads of a transaction travel together.
        pipeline: true,
        options: `-c role=${scope === 'system' ? 'keyway_system' : 'keyway_app'}`,
      } as pg.PoolConfig);
      // Without listeners the loss of an idle connection would end the process.
      created.on('error', (error) => onWarning(`A database connection was lost: ${error.message}`));
      created.on('connect', (client) => client.on('error', () => undefined));
      return created;
    };
    this.url = url;
    this.applicationName = applicationName;
    this.system = pool('system');
    this.partner = pool('partner');
  }

  async close(): Promise<void> {
    await Promise.all([this.system.end(), this.partner.end()]);
  }

  /** One statement with the system's view; tried again while the database is away. */
  read<R>(query: Query | string, values: readonly unknown[] = []): Promise<R[]> {
    return withRetry(async () => (await run(this.system, query, values)).rows as R[]);
  }

  /**
   * A transaction. Deadlocks and connections lost before COMMIT start it again, so `work` does nothing outside it.
   * @throws UnknownCommit when the answer to COMMIT was lost.
   */
  transaction<T>(scope: Scope, work: (transaction: Transaction) => Promise<T>): Promise<T> {
    return withRetry(
      () => this.attempt(scope, work),
      (error) => isContention(error) || (isConnectionLoss(error) && !(error instanceof UnknownCommit)),
    );
  }

  private async attempt<T>(scope: Scope, work: (transaction: Transaction) => Promise<T>): Promise<T> {
    const client = await (scope === 'system' ? this.system : this.partner).connect();
    let broken: Error | boolean = false;
    try {
      const transaction = new OpenTransaction(client, scope);
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

function run(on: pg.Pool | pg.ClientBase, query: Query | string, values: readonly unknown[]): Promise<pg.QueryResult> {
  const sent = values.map(withoutNul);
  return typeof query === 'string' ? on.query(query, sent) : on.query({ ...query, values: sent });
}

/** PostgreSQL's texts hold no NUL; one in a search or a name is no reason to fail. */
function withoutNul(value: unknown): unknown {
  if (typeof value === 'string') return value.includes('\0') ? value.replaceAll('\0', '\uFFFD') : value;
  return Array.isArray(value) ? value.map(withoutNul) : value;
}

class OpenTransaction implements Transaction {
  private readonly client: pg.ClientBase;
  private readonly begun: Promise<unknown>;
  private ended = false;

  constructor(client: pg.ClientBase, scope: Scope) {
    this.client = client;
    const begin = client.query('begin');
    const scoped = scope === 'system' ? [] : scopeStatements(client, scope);
    this.begun = Promise.all([begin, ...scoped]);
    // Its failure is told by the first statement.
    this.begun.catch(() => undefined);
  }

  async query<R>(query: Query | string, values: readonly unknown[] = []): Promise<R[]> {
    const answer = run(this.client, query, values);
    answer.catch(() => undefined);
    await this.begun;
    return (await answer).rows as R[];
  }

  async finish<R>(query: Query | string, values: readonly unknown[] = []): Promise<R[]> {
    const answer = this.query<R>(query, values);
    answer.catch(() => undefined);
    const committed = this.commit();
    committed.catch(() => undefined);
    const rows = await answer;
    await committed;
    return rows;
  }

  async commit(): Promise<void> {
    if (this.ended) return;
    this.ended = true;
    let answer: pg.QueryResult;
    try {
      answer = await this.client.query('commit');
    } catch (error) {
      throw isConnectionLoss(error) ? new UnknownCommit('The answer to COMMIT was lost.', { cause: error }) : error;
    }
    // COMMIT of a failed transaction succeeds, as ROLLBACK.
    if (answer.command !== 'COMMIT') throw new Error('The transaction had failed and was rolled back.');
  }

  /** Whether the connection is fit to be used again. */
  async rollback(): Promise<boolean> {
    try {
      await this.client.query('rollback');
      return true;
    } catch {
      return false;
    }
  }
}

/** Whose rows the transaction is for; a viewer of some organizations acts as the role that is shown these alone. */
function scopeStatements(client: pg.ClientBase, { partnerId, organizationIds }: PartnerScope): Promise<unknown>[] {
  const settings = client.query({ ...SET_SCOPE, values: [partnerId, organizationIds?.join(',') ?? ''] });
  return organizationIds ? [settings, client.query('set local role keyway_limited')] : [settings];
}

const SET_SCOPE: Query = {
  name: 'set_scope',
  text: `select set_config('keyway.partner_id', $1, true), set_config('keyway.organization_ids', $2, true)`,
};
