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

it('restored --list lists whose rights count, and begins no era', async () => {
  const eras = () => database.query('select number from database_era order by number');
  const env = { KEYWAY_SEALING_KEY_ID: KEY };
  // The first process of all begins the first era.
  await operate('restored', ['--list'], env);
  const before = await eras();
  await database.query(
    `with p as (insert into partner (id, name, created_at) values (gen_random_uuid(), 'Acme', now()) returning id)
     insert into api_token (id, partner_id, kind, prefix, name, role, scopes, sha256, every_organization, organization_ids, created_at, created_by, principal)
     select gen_random_uuid(), p.id, 'MADE', 'kw_1', 'CI', 'OPERATOR', '{read}', sha256('x'), true, '{}', '2026-11-28T09:00:00Z', 'Ana', 'token:1' from p`,
  );
  const { stdout } = await operate('restored', ['--list'], env);
  expect(JSON.parse(stdout)).toEqual({
    ...{ partner: 'Acme', kind: 'TOKEN', name: 'CI (kw_1…)', of: 'OPERATOR' },
    since: '2026-11-28T09:00:00.000Z',
  });
  expect(await eras()).toEqual(before);
  await database.query('delete from api_token');
  for (const args of [['--revoke-tokens'], ['--list', '--revoke-tokens']]) {
    const { stdout: revoked } = await operate('restored', args, env);
    expect(revoked).toBe('Revoked 0 API tokens.\n');
  }
  expect(await eras()).toEqual(before);
});

it('says which setting is wrong', async () => {
  const { stderr } = await operate('rebuild', [], { KEYWAY_SEALING_KEY_ID: 'https://x/keys/y' });
  expect(stderr).toContain('KEYWAY_SEALING_KEY_ID is not the identifier of a Key Vault key');
});
