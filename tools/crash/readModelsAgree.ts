/** Whether what lists read says the same as the states: rebuilding it changes nothing. */
import { openStore } from '@keyway/store';
import pg from 'pg';
import type { CrashWorld } from './crashWorld.ts';

const READ_MODELS = [
  'select * from run order by id',
  'select * from needed_action order by run_id, rank',
];

const VERSIONS = ['select id, version from run order by id'];

/** What differs; nothing does where all is right. */
export async function readModelsThatDiffer({ database, dataDir }: CrashWorld): Promise<string[]> {
  const { url, migrationUrl } = database;
  const client = new pg.Client({ connectionString: migrationUrl });
  await client.connect();
  const read = async (queries: readonly string[]): Promise<string[]> =>
    Promise.all(
      queries.map(async (text) => JSON.stringify((await client.query<object>(text)).rows)),
    );
  const store = await openStore({ url, migrationUrl, dataDir, applicationName: 'keyway-crash' });
  try {
    const differing = async (): Promise<string[]> => {
      const versions = await read(VERSIONS);
      const before = await read(READ_MODELS);
      for await (const _rebuilt of store.system().rebuildAllReadModels());
      const after = await read(READ_MODELS);
      // A worker still had something to do meanwhile: that says nothing of the read models.
      if (versions[0] !== (await read(VERSIONS))[0]) return differing();
      return READ_MODELS.filter((_text, index) => before[index] !== after[index]);
    };
    return (await differing()).map((text) => `rebuilding changed: ${text}`);
  } finally {
    await store.close();
    await client.end();
  }
}
