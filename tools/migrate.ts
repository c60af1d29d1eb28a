/**
 * `npm run migrate`: brings the database to this version and ends. For a job before an upgrade:
 * processes that start afterwards need the login of everyday use alone.
 */
import { StartError } from '@keyway/config';
import { migrateDatabase } from '@keyway/store';

const { DATABASE_URL: url, DATABASE_MIGRATION_URL: migrationUrl } = process.env;
if (!url) throw new Error('Run this by `npm run migrate`.');

try {
  const { applied } = await migrateDatabase({ url, migrationUrl: migrationUrl || url });
  process.stdout.write(
    applied.length === 0
      ? 'The database is of this version already; nothing was applied.\n'
      : `Applied ${applied.length} migrations, from ${applied[0]} to ${applied.at(-1)}.\n`,
  );
} catch (error) {
  process.stderr.write(`The database was not migrated: ${(error as Error).message}\n`);
  process.exitCode = error instanceof StartError && error.final ? 78 : 1;
}
