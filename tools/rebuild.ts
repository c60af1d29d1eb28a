/**
 * `npm run rebuild`: writes again what lists read of every run. Needed only after rows were changed
 * manually. Other processes may work meanwhile.
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
