/**
 * The upgrade from the version before, from outside: two apis and two workers of it are replaced
 * one by one by this version's bundles, while programs bring organizations to their own key.
 */
import { randomBytes } from 'node:crypto';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import {
  BEFORE_RELEASES,
  checkOutVersion,
  previousVersion,
  versionMissing,
} from '@keyway/store/testing';
import {
  aDatabase,
  aSandbox,
  MAX_WAIT_MILLISECONDS,
  type TestDatabase,
  type TestSandbox,
} from '@keyway/testing';
import { afterAll, beforeAll, expect, it, vi } from 'vitest';
import { anEmptyDatabase, type EmptyDatabase } from '../testing/emptyDatabase.ts';
import { sharedBundles } from '../testing/sharedBundles.ts';
import { brokenHistories, countPosts, submissionsOf } from './testing/outcome.ts';
import { aPlatform, type Platform } from './testing/platform.ts';
import { aProgram, twoPrograms } from './testing/program.ts';
import { underLoad } from './testing/underLoad.ts';

const before = previousVersion(undefined, BEFORE_RELEASES);
const missing = versionMissing(before);
const mayBeSkipped = missing !== null && !process.env['CI'];
const token = `kw_${randomBytes(24).toString('hex')}`;

/** The folder of the version before. */
let earlier: string;
let bundles: string;
let server: TestDatabase;
let database: EmptyDatabase;
let sandbox: TestSandbox;
let platform: Platform;

beforeAll(async () => {
  if (mayBeSkipped) return;
  if (missing) throw new Error(missing);
  earlier = mkdtempSync(join(tmpdir(), 'keyway-previous-'));
  [server, sandbox, bundles] = await Promise.all([aDatabase(), aSandbox(0.01), sharedBundles()]);
  checkOutVersion(earlier, ['apps/api', 'apps/worker'], before);
  database = await anEmptyDatabase(server);
  platform = await earlierPlatform();
  await platform.addApi();
  await platform.addApi();
  await platform.addWorker();
  await platform.addWorker();
});
afterAll(async () => {
  await platform?.close();
  await sandbox?.close();
  await database?.drop();
  await server?.close();
  if (earlier) rmSync(earlier, { recursive: true, force: true });
});

/** The version before has one login, the owner's, and makes the database at its first start. */
function earlierPlatform(): Promise<Platform> {
  const { runtime, owner } = database;
  const sourceOf = (app: string): string[] => [
    '--conditions=@keyway/source',
    join(earlier, 'apps', app, 'src', 'main.ts'),
  ];
  return aPlatform({
    ...{ bundles, databaseUrl: runtime, directUrl: runtime, migrationUrl: owner },
    ...{ sandbox, pollScale: 0.01, token, sealingKey: randomBytes(32).toString('base64') },
    earlier: {
      of: { api: sourceOf('api'), worker: sourceOf('worker') },
      settings: { DATABASE_URL: owner },
      drains: false,
    },
  });
}

it.skipIf(mayBeSkipped)(
  `upgrades from ${before.name} under load: nothing is lost, nothing doubled`,
  async () => {
    const owner = aProgram(platform.url, token);
    const { operator, approver } = await twoPrograms(platform.url, owner);
    const begun = await underLoad({ owner, operator, approver }, sandbox, async (underWay) => {
      // Some are at their end, others in the middle, when the database changes under them.
      await vi.waitFor(() => expect(underWay.length).toBeGreaterThan(12), {
        timeout: MAX_WAIT_MILLISECONDS,
      });
      await platform.upgrade();
      for (let round = 0; round < 2; round += 1) {
        await platform.replaceWorker();
        await platform.replaceApi();
      }
    });
    const customers = begun.map(({ customer }) => customer);
    for (const { failures } of [owner, operator, approver]) expect(failures).toEqual([]);

    expect(await countPosts(sandbox, customers)).toEqual(customers.map(() => 1));
    expect(await brokenHistories(owner, begun)).toEqual([]);
    expect(await submissionsOf(database.query)).toEqual(
      customers.map(() => ({ requested: 1, accepted: 1 })),
    );
  },
);
