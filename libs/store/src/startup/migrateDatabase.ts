import { withRetry } from '../database/retry.ts';
import { databaseProblem } from './databaseProblem.ts';
import type { Report } from './migrationTransaction.ts';
import { prepareDatabase, type Addresses, type PreparedDatabase } from './prepareDatabase.ts';

/**
 * Brings a database to this version, as every process does at its start. Several may do so at once:
 * each migration is applied by one of them, while the others wait for it.
 * @throws StartError where the database can't be used or the login may not migrate it
 */
export function migrateDatabase(addresses: Addresses, report?: Report): Promise<PreparedDatabase> {
  return withRetry(() => prepareDatabase(addresses, report)).catch((error: unknown) => {
    throw databaseProblem(error, addresses.url);
  });
}
