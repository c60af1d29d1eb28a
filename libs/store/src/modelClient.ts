/**
 * Prisma's client of the models, loaded when it is first asked for: it is a third of what the store takes of memory, and a worker, or an api to which
 * programs alone talk, never needs it.
 */
import type { Database } from './database.ts';
import type { PrismaClient } from './generated/client.ts';

export class ModelClient {
  private readonly database: Database;
  private loading: Promise<PrismaClient> | null = null;

  constructor(database: Database) {
    this.database = database;
  }

  get(): Promise<PrismaClient> {
    return (this.loading ??= this.load());
  }

  private async load(): Promise<PrismaClient> {
    const [{ PrismaPg }, generated] = await Promise.all([import('@prisma/adapter-pg'), import('./generated/client.ts')]);
    return new generated.PrismaClient({ adapter: new PrismaPg(this.database.system) });
  }

  async close(): Promise<void> {
    await (await this.loading)?.$disconnect();
  }
}
