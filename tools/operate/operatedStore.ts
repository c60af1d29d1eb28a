/**
 * The store for an operator's command, with the same sealing keys as apis and workers: with others
 * it would make a key file that is nobody's, or refuse to start.
 */
import { ConfigError, readSettings, StartError } from '@keyway/config';
import { makeKeyWrappers, sealingSettings, type SealingSettings } from '@keyway/sealing';
import { openStore, type OpenStoreOptions, type Store } from '@keyway/store';

type Options = Pick<OpenStoreOptions, 'isRestored'>;

/**
 * Ends the process with 78 where no worker would start with these settings either.
 * @param command as `npm run` knows it
 */
export const operatedStore = (command: string, options: Options = {}): Promise<Store> =>
  open(command, options).catch((error: unknown) => {
    if (!(error instanceof ConfigError || error instanceof StartError)) throw error;
    process.stderr.write(`${command}: ${error.message}\n`);
    process.exit(78);
  });

async function open(command: string, options: Options): Promise<Store> {
  const { DATABASE_URL: url, DATABASE_MIGRATION_URL: migrationUrl } = process.env;
  if (!url) throw new Error(`Run this by \`npm run ${command}\`.`);
  let sealing: SealingSettings | null = null;
  const { dataDir, lostSealingKey } = readSettings('worker', process.env, {
    beforeStart: true,
    check: (settings, report) => (sealing = sealingSettings(settings, report)),
  });
  return openStore({
    ...{ url, dataDir, lostSealingKey },
    ...(migrationUrl && { migrationUrl }),
    sealing: await makeKeyWrappers(sealing),
    applicationName: `keyway-${command}`,
    ...options,
  });
}
