/** How an operator moves a database of a test. Imported by tests only. */
import type { TestDatabase } from '@keyway/testing';
import type { MoveOptions } from '../continuity/moveDatabase.ts';

export const moveOptions = (
  { runtimeUrl: url, url: migrationUrl, dataDir }: TestDatabase,
  changed: Partial<MoveOptions> = {},
): MoveOptions => ({ url, migrationUrl, dataDir, report: () => undefined, ...changed });

/** Why each era of it began. */
export const causesOf = async (database: TestDatabase): Promise<string[]> =>
  (await database.query<{ cause: string }>('select cause from database_era order by number')).map(
    ({ cause }) => cause,
  );
