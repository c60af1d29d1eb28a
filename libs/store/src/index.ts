/** The store: everything kept in PostgreSQL. Prisma and SQL stay inside. */
export * from './store.ts';
export { InvalidCursor, Refused } from './tenancy/refused.ts';
export { openStore } from './openStore.ts';
export { migrate, readMigrations } from './startup/migrate.ts';
export { entryHash, GENESIS_HASH, verifyChain, type HashedEntry } from './history/historyChain.ts';
export { unavailabilityOf, type Unavailability } from './database/unavailability.ts';
export { hasChecksum, isTokenShaped, newToken } from './access/apiToken.ts';
