import { aDatabase, MAX_WAIT_MILLISECONDS, type TestDatabase } from '@keyway/testing';
import pg from 'pg';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { migrate } from './migrate.ts';
import { readMigrations, type Migration } from './readMigrations.ts';

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

/** Until a statement of another connection waits for a lock. */
const untilWaiting = (statement: string): Promise<void> =>
  vi.waitFor(
    async () =>
      expect(
        await database.query(
          `select 1 as one from pg_stat_activity
         where datname = current_database() and wait_event_type = 'Lock' and query like $1`,
          [`%${statement}`],
        ),
      ).toHaveLength(1),
    { timeout: MAX_WAIT_MILLISECONDS },
  );

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

  it('is tried again after a deadlock with what runs beside it', async () => {
    await database.query('create table one (a int); create table other (a int)');
    const both = further({ sql: 'alter table one add b int; alter table other add b int' });
    const reports: string[] = [];
    const client = new pg.Client({ connectionString: database.url });
    await client.connect();
    await client.query('begin');
    // Its own check comes late, so that the migration is the one that gives way.
    await client.query(`set local deadlock_timeout = '60s'`);
    await client.query('lock table other in access share mode');
    const migrating = migrate(database.url, [...(await readMigrations()), both], (report) =>
      reports.push(report),
    );
    await untilWaiting('alter table other%');
    await client.query('lock table one in access share mode');
    await client.query('rollback');
    await client.end();
    expect(await migrating).toEqual(['9999_further']);
    expect(reports[0]).toMatch(/9999_further failed.*; it is tried again\.$/);
  });

  it('does not keep others waiting for as long as it waits itself', async () => {
    await database.query('create table one (a int)');
    const changing = further({ sql: 'alter table one add b int' });
    const client = new pg.Client({ connectionString: database.url });
    await client.connect();
    await client.query('begin');
    await client.query('lock table one in access share mode');
    const reports: string[] = [];
    const migrating = migrate(database.url, [...(await readMigrations()), changing], (report) =>
      reports.push(report),
    );
    await untilWaiting('alter table one%');
    // It waits in line behind the migration, which waits for the transaction above.
    expect(await database.query('select a from one')).toEqual([]);
    await client.query('rollback');
    await client.end();
    expect(await migrating).toEqual(['9999_further']);
    expect(reports[0]).toMatch(/lock timeout \(another transaction, such as a backup by pg_dump/);
  });

  it('says that it waits for another process', async () => {
    const client = new pg.Client({ connectionString: database.url });
    await client.connect();
    await client.query('begin');
    await client.query('select pg_advisory_xact_lock(72707369)');
    const reports: string[] = [];
    const migrations = [...(await readMigrations()), further()];
    const migrating = migrate(database.url, migrations, (report) => reports.push(report));
    await vi.waitFor(
      () =>
        expect(reports).toEqual(['Another process migrates the database; this one waits for it.']),
      { timeout: MAX_WAIT_MILLISECONDS },
    );
    await client.query('rollback');
    await client.end();
    expect(await migrating).toEqual(['9999_further']);
    expect(reports).toHaveLength(1);
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
