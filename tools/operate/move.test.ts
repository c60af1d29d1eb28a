/** What an operator runs to move the database: each step says what to do next. */
import { execFile } from 'node:child_process';
import { promisify } from 'node:util';
import { aDatabase, type TestDatabase } from '@keyway/testing';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { inRoot } from '../bootstrap/places.mjs';

let database: TestDatabase;
beforeAll(async () => {
  database = await aDatabase();
  await (await database.store()).close();
});
afterAll(() => database.close());

interface Ended {
  code: number;
  stdout: string;
  stderr: string;
}
const operate = (name: string, ...args: string[]): Promise<Ended> =>
  promisify(execFile)(
    process.execPath,
    ['--conditions=@keyway/source', inRoot('tools', 'operate', 'main.ts'), name, ...args],
    {
      env: {
        PATH: process.env['PATH'],
        DATABASE_URL: database.runtimeUrl,
        DATABASE_MIGRATION_URL: database.url,
        DATA_DIR: database.dataDir,
      },
    },
  ).then(
    (ended) => ({ code: 0, ...ended }),
    (error: unknown) => error as Ended,
  );
const move = (...args: string[]) => operate('move', ...args);

it('names the steps where none or two are named', async () => {
  for (const args of [[], ['--begin', '--cancel']]) {
    const { code, stderr } = await move(...args);
    expect(code).toBe(1);
    expect(stderr).toMatch(/--begin.*\n.*--complete.*\n.*--cancel/);
  }
});

it('closes, refuses to complete on the same server, and opens again', async () => {
  const early = await move('--cancel');
  expect([early.code, early.stderr]).toEqual([78, expect.stringContaining('not closed')]);
  const begun = await move('--begin');
  expect([begun.code, begun.stderr]).toEqual([0, '']);
  expect(begun.stdout).toMatch(/^The database is closed since .*move -- --complete/s);
  expect((await move('--begin')).stdout).toMatch(/has been closed since .*move -- --complete/s);
  const completed = await move('--complete');
  expect(completed.code).toBe(78);
  expect(completed.stderr).toMatch(/^move: This is the server that .* --cancel/);
  const rebuilt = await operate('rebuild');
  expect(rebuilt.code).toBe(78);
  expect(rebuilt.stderr).toMatch(/^rebuild: The database is closed.* --complete.* --cancel/);
  const cancelled = await move('--cancel');
  expect([cancelled.code, cancelled.stderr]).toEqual([0, '']);
  expect(cancelled.stdout).toContain('open again');
  const repeated = await move('--cancel');
  expect([repeated.code, repeated.stderr]).toEqual([0, '']);
  expect(repeated.stdout).toContain('nothing was changed');
  expect(await operate('rebuild')).toMatchObject({ code: 0 });
});
