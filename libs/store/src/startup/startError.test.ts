/** Problems of folders and the database name the setting, and show no stack of ours. */
import { mkdtemp, rm, stat, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { aDatabase } from '@keyway/testing';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { openDatabase } from '../embedded/openDatabase.ts';
import { openStore } from '../openStore.ts';
import { dataDirProblem, makeDataDir, StartError } from './startError.ts';

let folder: string;
beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'keyway-start-'));
  await writeFile(join(folder, 'file'), '');
});
afterAll(() => rm(folder, { recursive: true }));

describe('DATA_DIR', () => {
  it.each([
    ['a file', () => join(folder, 'file'), 'is a file and not a folder'],
    ['below a file', () => join(folder, 'file', 'sub'), 'file is a file'],
    // Permissions stop everybody but root, whom the file system itself refuses.
    [
      'where nothing can be made',
      () => '/proc/keyway/data',
      process.getuid?.() === 0 ? 'cannot be made there' : 'may not write there',
    ],
    ['too long', () => join(folder, 'x'.repeat(300)), 'too long'],
  ])('that is %s', async (_what, path, problem) => {
    const opened = openDatabase({ dataDir: path() }).catch((error: unknown) => error as Error);
    const error = (await opened) as Error;
    expect(error).toBeInstanceOf(StartError);
    expect(error.message).toMatch(/^DATA_DIR is /);
    expect(error.message).toContain(problem);
    expect(error.message).toContain('DATA_DIR=/var/lib/keyway');
    expect(error.stack).toBe(error.message);
  });

  it('is made with all above it, for this user alone', async () => {
    const path = join(folder, 'a', 'b', 'c');
    expect(dataDirProblem(path)).toBeNull();
    makeDataDir(path);
    makeDataDir(path);
    expect((await stat(path)).mode & 0o777).toBe(0o700);
  });
});

describe('DATABASE_URL', () => {
  it('of a database that is not there, or with a wrong password, says so without the password', async () => {
    const database = await aDatabase();
    try {
      const missing = new URL(database.url);
      missing.pathname = '/nowhere';
      const wrong = new URL(database.url);
      wrong.password = 'hunter2';
      for (const [url, problem] of [
        [missing, 'no database of that name'],
        [wrong, 'refuses the user or the password'],
      ] as const) {
        const error = (await openStore({ url: url.href, dataDir: folder }).catch(
          (caught: unknown) => caught,
        )) as Error;
        expect(error).toBeInstanceOf(StartError);
        expect(error.message).toMatch(/^DATABASE_URL: /);
        expect(error.message).toContain(problem);
        for (const password of ['hunter2', new URL(database.url).password])
          expect(error.message).not.toContain(password);
      }
    } finally {
      await database.close();
    }
  });
});
