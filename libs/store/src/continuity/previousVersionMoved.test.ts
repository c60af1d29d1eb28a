/**
 * A version that knows no moves works on while the database is closed: nothing of it is written
 * afterwards, and what was acknowledged before is there.
 */
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { createInterface } from 'node:readline';
import { aDatabase, type ProbeResult, type TestDatabase } from '@keyway/testing';
import { afterAll, beforeAll, expect, it } from 'vitest';
import {
  checkOutVersion,
  previousVersion,
  startProbe,
  versionMissing,
} from '../testing/previousVersion.ts';
import { beginMove } from './moveDatabase.ts';
import { CLOSED } from './movingDatabase.ts';

const missing = versionMissing();
/** A checkout without history may skip this; a build that decides over a change may not. */
const mayBeSkipped = missing !== null && !process.env['CI'];
let database: TestDatabase;
let folder: string;
beforeAll(async () => {
  database = await aDatabase();
  folder = await mkdtemp(join(tmpdir(), 'keyway-previous-'));
  if (mayBeSkipped) return;
  if (missing) throw new Error(missing);
  checkOutVersion(folder);
});
afterAll(async () => {
  await database.close();
  await rm(folder, { recursive: true, force: true });
});

/** How often each row of what it writes was written. */
const written = () =>
  database.query(
    `select 'run' as of, id::text, xmin::text from run union all select 'effect', id::text, xmin::text from effect
     union all select 'history', id::text, xmin::text from history_entry order by 1, 2`,
  );

it.skipIf(mayBeSkipped)(`${previousVersion().name} writes nothing once it is closed`, async () => {
  await database.query('drop schema public cascade; create schema public');
  const probe = startProbe(folder, database.url, database.dataDir);
  const lines = createInterface({ input: probe.stdout! })[Symbol.asyncIterator]();
  const nextLine = async (): Promise<string> => String((await lines.next()).value);
  expect(await nextLine()).toBe('open');
  await (await database.store()).close();
  probe.stdin!.write('go\n');
  await expect
    .poll(async () => (await database.query('select from run')).length)
    .toBeGreaterThan(3);
  const { url: migrationUrl, runtimeUrl: url, dataDir } = database;
  await beginMove({ url, migrationUrl, dataDir, report: () => undefined });
  const dumped = await written();

  // It ends when it was refused several times.
  const result = JSON.parse(await nextLine()) as ProbeResult;
  expect(result.failures.length).toBeGreaterThan(3);
  for (const failure of result.failures) expect(failure).toContain(CLOSED);
  expect(await written()).toEqual(dumped);
  const runs = await database.query<{ id: string }>('select id from run');
  expect(runs.map(({ id }) => id)).toEqual(expect.arrayContaining(result.runIds));
});
