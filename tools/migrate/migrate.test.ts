/** `npm run migrate`, and what it says of a database that another version has, or had. */
import { spawnSync } from 'node:child_process';
import { join } from 'node:path';
import { aDatabase, type TestDatabase } from '@keyway/testing';
import { afterEach, beforeEach, expect, it } from 'vitest';
import manifest from '../../package.json' with { type: 'json' };

let database: TestDatabase;
beforeEach(async () => {
  database = await aDatabase();
});
afterEach(() => database.close());

const root = join(import.meta.dirname, '..', '..');
function migrate(...args: string[]) {
  const { status, stdout, stderr } = spawnSync(
    process.execPath,
    ['--conditions=@keyway/source', 'tools/migrate.ts', ...args],
    { cwd: root, encoding: 'utf8', env: { ...process.env, DATABASE_URL: database.url } },
  );
  return { status, stdout, stderr };
}
const forget = (last: number) =>
  database.query(
    `delete from _prisma_migrations where migration_name in (select migration_name from _prisma_migrations order by 1 desc limit ${last})`,
  );
const count = async () => (await database.query('select from _prisma_migrations')).length;

it('says that this version starts as it is, and which one applied what is there', async () => {
  await database.query('drop schema public cascade; create schema public');
  expect(migrate()).toMatchObject({ status: 0, stdout: expect.stringMatching(/^Applied \d+ /) });
  const { status, stdout } = migrate('--status');
  expect(status).toBe(0);
  expect(stdout).toMatch(`This program: version ${manifest.version}, migrations up to `);
  expect(stdout).toMatch(`by version ${manifest.version}, `);
  expect(stdout).toMatch('This version starts on it as it is');
});

it('names what is missing and changes nothing, also on an empty database', async () => {
  await forget(2);
  const before = await count();
  const behind = migrate('--status');
  expect(behind.status).toBe(1);
  expect(behind.stdout).toMatch(/applies:\n {2}\S+\n {2}\S+\nUntil/);
  expect(behind.stdout).toMatch('Until then the version before may run and start');
  expect(await count()).toBe(before);
  await database.query('drop schema public cascade; create schema public');
  const empty = migrate('--status');
  expect([empty.status, empty.stdout]).toEqual([
    1,
    expect.stringMatching(/The database: empty\n[^]* {2}0001_initial\n/),
  ]);
  expect(await database.query(`select to_regclass('_prisma_migrations') as there`)).toEqual([
    { there: null },
  ]);
});

it('names the versions where the database is newer, and no process starts on it', async () => {
  await database.query(
    `insert into _prisma_migrations (id, checksum, migration_name, logs, started_at, finished_at, applied_steps_count)
     values ('x', 'x', '9999_further', 'Keyway 9.1.0', now(), now(), 1)`,
  );
  const status = migrate('--status');
  expect([status.status, status.stdout]).toEqual([
    78,
    expect.stringMatching(/does not know:\n {2}9999_further\n/),
  ]);
  const refused = migrate();
  expect(refused.status).toBe(78);
  expect(refused.stderr).toMatch(
    `migration 9999_further was applied by version 9.1.0, and version ${manifest.version} knows those up to `,
  );
  expect(refused.stderr).toMatch('Start version 9.1.0 or a later one, or restore the backup');
  // As every process does.
  await expect(database.store()).rejects.toThrow(/newer than this program: .* version 9\.1\.0/);
  await database.query(`update _prisma_migrations set logs = null where id = 'x'`);
  await expect(database.store()).rejects.toThrow(/Start the version that applied it/);
});

it('refuses an option that it does not know', async () => {
  const before = await count();
  const { status, stderr } = migrate('--stauts');
  expect([status, stderr]).toEqual([1, expect.stringMatching(/--stauts/)]);
  expect(await count()).toBe(before);
});
