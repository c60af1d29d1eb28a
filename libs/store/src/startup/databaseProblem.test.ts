import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { StartError } from '@keyway/config';
import { aDatabase } from '@keyway/testing';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { openStore } from '../openStore.ts';

let folder: string;
beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'keyway-start-'));
});
afterAll(() => rm(folder, { recursive: true }));

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
