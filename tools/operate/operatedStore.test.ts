/** An operator's commands use the installation's sealing keys, and make none. */
import { execFile } from 'node:child_process';
import { existsSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { aDatabase, type TestDatabase } from '@keyway/testing';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { inRoot } from '../bootstrap/places.mjs';

const KEY = 'https://keyway-seal.vault.azure.net/keys/data-keys';
let database: TestDatabase;
let dataDir: string;
beforeAll(async () => {
  database = await aDatabase();
  dataDir = mkdtempSync(join(tmpdir(), 'keyway-operated-'));
});
afterAll(async () => {
  await database.close();
  rmSync(dataDir, { recursive: true, force: true });
});

const operate = (name: string, args: string[], more: Record<string, string>) =>
  promisify(execFile)(
    process.execPath,
    ['--conditions=@keyway/source', inRoot('tools', 'operate', 'main.ts'), name, ...args],
    {
      env: {
        PATH: process.env['PATH'],
        DATABASE_URL: database.runtimeUrl,
        DATABASE_MIGRATION_URL: database.url,
        DATA_DIR: dataDir,
        ...more,
      },
    },
  ).catch((error: unknown) => error as { stdout: string; stderr: string });

it.each([
  ['restored', [], 'counts as restored'],
  ['rebuild', [], 'Rebuilt the lists of 0 runs'],
  ['rotate-evidence-key', [], 'There is no key yet'],
  ['show-run', ['00000000-0000-4000-8000-000000000000'], 'There is no run'],
])('%s makes no key file where a Key Vault key wraps', async (name, args, said) => {
  const { stdout, stderr } = await operate(name, args, { KEYWAY_SEALING_KEY_ID: KEY });
  expect(stdout + stderr).toContain(said);
  expect(existsSync(join(dataDir, 'sealing.key'))).toBe(false);
  expect(await database.query('select * from sealing_key')).toEqual([]);
});

it('says which setting is wrong', async () => {
  const { stderr } = await operate('rebuild', [], { KEYWAY_SEALING_KEY_ID: 'https://x/keys/y' });
  expect(stderr).toContain('KEYWAY_SEALING_KEY_ID is not the identifier of a Key Vault key');
});
