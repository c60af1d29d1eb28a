/** What a database is, compared with this program; changes nothing. */
import { withRetry } from '../database/retry.ts';
import { databaseProblem } from './databaseProblem.ts';
import { appliedTo, newerOf, type AppliedMigration } from './appliedMigrations.ts';
import { connectedForMigration } from './connectedForMigration.ts';
import { readMigrations } from './readMigrations.ts';
import { VERSION } from './version.ts';

/** Which migrations a database has, and which versions may run on it. */
export interface MigrationStatus {
  /** Of this program. */
  version: string;
  /** The last one that this program knows. */
  lastKnown: string;
  applied: AppliedMigration[];
  /** Names of those that this program would apply. */
  pending: string[];
  /** What a newer version applied: this program does not start. */
  newer: AppliedMigration[];
}

/**
 * Compares a database with the migrations of this program.
 * @throws StartError where the database can't be used
 */
export async function migrationStatus(url: string): Promise<MigrationStatus> {
  const wanted = await readMigrations();
  const applied = await withRetry(() => connectedForMigration(url, appliedTo)).catch(
    (error: unknown) => {
      throw databaseProblem(error, url);
    },
  );
  const names = new Set(applied.map(({ name }) => name));
  return {
    ...{ version: VERSION, lastKnown: wanted.at(-1)!.name, applied },
    pending: wanted.map(({ name }) => name).filter((name) => !names.has(name)),
    newer: newerOf(applied, wanted),
  };
}
