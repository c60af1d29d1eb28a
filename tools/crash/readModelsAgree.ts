/** Whether what lists read says the same as the states: rebuilding it changes nothing. */
import { openStore } from '@keyway/store';
import pg from 'pg';
import type { CrashWorld } from './crashWorld.ts';

const READ_MODELS = [
  'select * from run order by id',
  'select * from needed_action order by run_id, rank',
];

/** What differs; nothing does where all is right. */
export async function readModelsThatDiffer({ database, dataDir }: CrashWorld): Promise<string[]> {
  const { url, migrationUrl } = database;
  const client = new pg.Client({ connectionString: migrationUrl });
  await client.connect();
  const read = async (): Promise<string[]> =>
    Promise.all(
      READ_MODELS.map(async (text) => JSON.stringify((await client.query<object>(text)).rows)),
    );
  const store = await openStore({ url, migrationUrl, dataDir, applicationName: 'keyway-crash' });
  try {
    const before = await read();
    for await (const _rebuilt of store.system().rebuildAllReadModels());
    const after = await read();
    return READ_MODELS.filter((_text, index) => before[index] !== after[index]).map(
      (text) => `rebuilding changed: ${text}`,
    );
  } finally {
    await store.close();
    await client.end();
  }
}
