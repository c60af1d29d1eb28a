/**
 * The store: everything kept in PostgreSQL, and the PostgreSQL itself. Prisma and SQL stay inside.
 */
export * from './store.ts';
export { InvalidCursor, Refused } from './refused.ts';
export { openStore } from './openStore.ts';
export { openDatabase, type OpenDatabaseOptions, type OpenedDatabase } from './embedded.ts';
export { migrate, readMigrations } from './migrate.ts';
export { entryHash, GENESIS_HASH, verifyChain, type HashedEntry } from './historyChain.ts';
export { unavailabilityOf, type Unavailability } from './unavailability.ts';
export { outputStream } from './outputStream.ts';
export { dataDirFault, StartFault } from './startFault.ts';
export { hasChecksum, looksLikeToken, newToken } from './apiToken.ts';
