import { aDatabase, type TestDatabase } from '@keyway/testing';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { migrate, readMigrations, type Migration } from './migrate.ts';

let database: TestDatabase;
beforeEach(async () => {
  database = await aDatabase();
});
afterEach(() => database.close());

const further = (change: Partial<Migration> = {}): Migration => ({
  name: '9999_further',
  sql: 'create table further (one int)',
  checksum: 'abc',
  ...change,
});

describe('migrate', () => {
  it('applies each migration once, also where several processes start at once', async () => {
    const migrations = [...(await readMigrations()), further()];
    const applied = await Promise.all([1, 2, 3].map(() => migrate(database.url, migrations)));
    expect(applied.flat()).toEqual(['9999_further']);
    expect(await migrate(database.url, migrations)).toEqual([]);
    const rows = await database.query(
      'select migration_name, checksum, applied_steps_count, rolled_back_at from _prisma_migrations order by 1',
    );
    expect(rows.at(-1)).toEqual({
      migration_name: '9999_further',
      checksum: 'abc',
      applied_steps_count: 1,
      rolled_back_at: null,
    });
  });

  it('leaves nothing of one that fails', async () => {
    const broken = further({ sql: 'create table half (one int); select nonsense' });
    await expect(migrate(database.url, [...(await readMigrations()), broken])).rejects.toThrow(
      /9999_further failed.*nonsense/,
    );
    expect(await database.query(`select to_regclass('half') as half`)).toEqual([{ half: null }]);
    expect(await migrate(database.url, await readMigrations())).toEqual([]);
  });

  it('refuses a migration that was changed, and a database that is newer', async () => {
    const known = await readMigrations();
    await expect(
      migrate(
        database.url,
        known.map((migration) => ({ ...migration, checksum: 'other' })),
      ),
    ).rejects.toThrow(/changed after it was applied/);
    await migrate(database.url, [...known, further()]);
    await expect(migrate(database.url, known)).rejects.toThrow(/newer than this program/);
  });
});
