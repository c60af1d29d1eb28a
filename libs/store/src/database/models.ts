/**
 * Prisma's client on an open transaction: the same connection, role and COMMIT as SQL. Loaded at
 * first use: it takes 40 MB, which a worker never needs.
 */
import { AsyncLocalStorage } from 'node:async_hooks';
import pg from 'pg';
import type { PrismaClient, Prisma } from '../generated/client.ts';
import type { Transaction } from './database.ts';

export type Models = Prisma.TransactionClient;

/** Prisma would end a transaction by its own clock; ours has the database's limits. */
const NO_LIMIT = { timeout: 2 ** 31 - 1, maxWait: 2 ** 31 - 1 };

/**
 * Each takes 13 kB. A value that Prisma does not make a parameter, such as a time, makes a new plan
 * of each use, so that any larger cache is filled with plans that are never used again.
 */
const MAX_QUERY_PLANS = 50;

interface Use {
  transaction: Transaction;
  /** As PostgreSQL gave it: `retry.ts` knows its codes and not Prisma's. */
  failure: unknown;
}

/** The open transaction that Prisma's statements go to. */
const current = new AsyncLocalStorage<Use>();
let client: Promise<PrismaClient> | null = null;

/** Runs `work` with Prisma's models. Its own transactions neither begin nor commit anything. */
export async function withModels<T>(
  transaction: Transaction,
  work: (models: Models) => Promise<T>,
): Promise<T> {
  const models = await (client ??= load());
  const use: Use = { transaction, failure: null };
  try {
    return await current.run(use, () => models.$transaction(work, NO_LIMIT));
  } catch (error) {
    throw use.failure ?? error;
  }
}

/** The adapter's pool: it sends every statement to the one transaction. */
class PoolOfOne extends pg.Pool {
  constructor(use: Use) {
    super({ max: 1 });
    const query = async (config: pg.QueryConfig): Promise<pg.QueryResult> => {
      try {
        return await use.transaction.send(config);
      } catch (error) {
        use.failure ??= error;
        throw error;
      }
    };
    this.query = query as pg.Pool['query'];
  }
}

async function load(): Promise<PrismaClient> {
  const [{ PrismaPg }, generated] = await Promise.all([
    import('@prisma/adapter-pg'),
    import('../generated/client.ts'),
  ]);
  const outside = () => Promise.reject(new Error('Models are used within `withModels` only.'));
  const nothing = () => Promise.resolve();
  const names = { provider: 'postgres', adapterName: '@prisma/adapter-pg' } as const;
  const startTransaction = async () => {
    const adapter = await new PrismaPg(new PoolOfOne(current.getStore()!)).connect();
    return {
      ...names,
      options: { usePhantomQuery: true },
      queryRaw: (query: Parameters<typeof adapter.queryRaw>[0]) => adapter.queryRaw(query),
      executeRaw: (query: Parameters<typeof adapter.executeRaw>[0]) => adapter.executeRaw(query),
      commit: nothing,
      rollback: nothing,
    };
  };
  const connect = () =>
    Promise.resolve({
      ...names,
      queryRaw: outside,
      executeRaw: outside,
      executeScript: outside,
      startTransaction,
      dispose: nothing,
    });
  return new generated.PrismaClient({
    adapter: { ...names, connect },
    errorFormat: 'minimal',
    queryPlanCacheMaxSize: MAX_QUERY_PLANS,
  });
}
