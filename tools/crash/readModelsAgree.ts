/** Whether what lists read says the same as the states: rebuilding it changes nothing. */
import { setTimeout as sleep } from 'node:timers/promises';
import { openStore } from '@keyway/store';
import pg from 'pg';
import type { CrashWorld } from './crashWorld.ts';

const READ_MODELS = [
  'select * from run order by id',
  'select * from needed_action order by run_id, rank',
];

const VERSIONS = ['select id, version from run order by id'];
/** By then every run is over, and no worker has anything to do that changes one. */
const MOST_ATTEMPTS = 20;
const PAUSE_MILLISECONDS = 1_000;

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
    for (let attempt = 1; attempt <= MOST_ATTEMPTS; attempt += 1) {
      const versions = await read(VERSIONS);
      const before = await read(READ_MODELS);
      for await (const _rebuilt of store.system().rebuildAllReadModels());
      const after = await read(READ_MODELS);
      const differing = READ_MODELS.filter((_text, index) => before[index] !== after[index]);
      // A worker still had something to do meanwhile: that says nothing of the read models.
      if (versions[0] === (await read(VERSIONS))[0])
        return differing.map((text) => `rebuilding changed: ${text}`);
      await sleep(PAUSE_MILLISECONDS);
    }
    return [
      `runs changed in each of ${MOST_ATTEMPTS} readings, so the read models were not compared`,
    ];
  } finally {
    await store.close();
    await client.end();
  }
}
