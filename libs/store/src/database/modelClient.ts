/**
 * Prisma's client of the models, loaded when it is first asked for: it is a third of what the store
 * takes of memory, and a worker, or an api to which programs alone talk, never needs it.
 */
import type { Database } from './database.ts';
import type { Prisma, PrismaClient } from '../generated/client.ts';
import { scopeStatement, scopeValues } from './scopedTransaction.ts';

export class ModelClient {
  private readonly database: Database;
  private loading: Promise<PrismaClient> | null = null;

  constructor(database: Database) {
    this.database = database;
  }

  /** Runs `work` in a transaction with the system's view; outside one a connection sees nothing. */
  async transaction<T>(work: (models: Prisma.TransactionClient) => Promise<T>): Promise<T> {
    const client = await (this.loading ??= this.load());
    return client.$transaction(async (models) => {
      await models.$queryRawUnsafe(scopeStatement, ...scopeValues('system', this.database.roles));
      return work(models);
    });
  }

  private async load(): Promise<PrismaClient> {
    const [{ PrismaPg }, generated] = await Promise.all([
      import('@prisma/adapter-pg'),
      import('../generated/client.ts'),
    ]);
    return new generated.PrismaClient({ adapter: new PrismaPg(this.database.system) });
  }

  async close(): Promise<void> {
    await (await this.loading)?.$disconnect();
  }
}
