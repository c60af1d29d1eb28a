/**
 * `npm run rotate-evidence-key`: retires the key that signs checkpoints and evidence. The next
 * process that needs one makes another; the former public part is served for good.
 */
import { openStore } from '@keyway/store';

const { DATABASE_URL: url, DATABASE_MIGRATION_URL: migrationUrl, DATA_DIR: dataDir } = process.env;
if (!url || !dataDir) throw new Error('Run this by `npm run rotate-evidence-key`.');

const store = await openStore({
  url,
  ...(migrationUrl && { migrationUrl }),
  dataDir,
  applicationName: 'keyway-rotate-evidence-key',
});
try {
  const kid = await store.system().evidenceKeys.retire();
  process.stdout.write(
    kid === null
      ? 'There is no key yet; the first one is made when it is needed.\n'
      : `Retired ${kid}. Another key signs within ten minutes.\n`,
  );
} finally {
  await store.close();
}
