/**
 * `npm run show-run -- ID`: prints a run's state as JSON. The database has it packed, so that SQL
 * alone cannot read it.
 */
import { openStore } from '@keyway/store';

const [id] = process.argv.slice(2);
const { DATABASE_URL: url, DATABASE_MIGRATION_URL: migrationUrl, DATA_DIR: dataDir } = process.env;
if (!id || !url || !dataDir) throw new Error('Run this by `npm run show-run -- ID`.');

const store = await openStore({
  url,
  ...(migrationUrl && { migrationUrl }),
  dataDir,
  applicationName: 'keyway-show-run',
});
try {
  const found = await store.system().run(id);
  if (!found) throw new Error(`There is no run ${id}.`);
  process.stdout.write(`${JSON.stringify(found.run, null, 2)}\n`);
} finally {
  await store.close();
}
