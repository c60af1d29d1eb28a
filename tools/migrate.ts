/**
 * `npm run migrate`: brings the database to this version and ends. For a job before an upgrade:
 * processes that start afterwards need the login of everyday use alone. `--status` changes nothing.
 */
import { parseArgs } from 'node:util';
import { StartError } from '@keyway/config';
import { migrateDatabase, migrationStatus } from '@keyway/store';
import { statusText } from './migrate/statusText.ts';

const { DATABASE_URL: url, DATABASE_MIGRATION_URL: migrationUrl } = process.env;
if (!url) throw new Error('Run this by `npm run migrate`.');

async function migrate(given: { url: string; migrationUrl: string }): Promise<void> {
  const { applied } = await migrateDatabase(given, (message) =>
    process.stderr.write(`${message}\n`),
  );
  process.stdout.write(
    applied.length === 0
      ? 'The database is of this version already; nothing was applied.\n'
      : `Applied ${applied.length} migrations, from ${applied[0]} to ${applied.at(-1)}.\n`,
  );
}

/** Ends with 0 where this version starts as it is, with 1 where it would migrate first. */
async function showStatus(): Promise<void> {
  const status = await migrationStatus(url!);
  process.stdout.write(statusText(status));
  if (status.newer.length > 0) process.exitCode = 78;
  else if (status.pending.length > 0) process.exitCode = 1;
}

try {
  const { values } = parseArgs({ options: { status: { type: 'boolean', default: false } } });
  await (values.status ? showStatus() : migrate({ url, migrationUrl: migrationUrl || url }));
} catch (error) {
  process.stderr.write(`migrate: ${(error as Error).message}\n`);
  process.exitCode = error instanceof StartError && error.final ? 78 : 1;
}
