/**
 * `npm run rebuild`: writes again what lists read of every run, from the runs' states. Needed only
 * where somebody changed rows by hand; an upgrade rebuilds what it has to. Others may work
 * meanwhile.
 */
import { openStore } from '@keyway/store';

const { DATABASE_URL: url, DATABASE_MIGRATION_URL: migrationUrl, DATA_DIR: dataDir } = process.env;
if (!url || !dataDir) throw new Error('Run this by `npm run rebuild`.');

const store = await openStore({
  url,
  ...(migrationUrl && { migrationUrl }),
  dataDir,
  applicationName: 'keyway-rebuild',
});
try {
  let total = 0;
  for await (const rebuilt of store.system().rebuildAllReadModels()) {
    total = rebuilt;
    process.stdout.write(`${rebuilt} runs\n`);
  }
  process.stdout.write(`Rebuilt the lists of ${total} runs.\n`);
} finally {
  await store.close();
}
