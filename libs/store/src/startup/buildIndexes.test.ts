import { aDatabase, MAX_WAIT_MILLISECONDS, type TestDatabase } from '@keyway/testing';
import pg from 'pg';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { aPooler } from '../testing/aPooler.ts';
import { migrate } from './migrate.ts';
import { readMigrations, type Migration } from './readMigrations.ts';

let database: TestDatabase;
let migrations: Migration[];
const reports: string[] = [];
const clients: pg.Client[] = [];
beforeEach(async () => {
  database = await aDatabase();
  await database.query('create table large (one int); insert into large values (1), (2)');
  migrations = [...(await readMigrations()), further(INDEX)];
  reports.length = 0;
});
afterEach(async () => {
  await Promise.all(clients.splice(0).map((client) => client.end()));
  await database.close();
});

const INDEX = 'CREATE INDEX CONCURRENTLY large_one ON large (one);';
const further = (sql: string): Migration => ({ name: '9999_further', sql, checksum: 'abc' });

async function connected(): Promise<pg.Client> {
  const client = new pg.Client({ connectionString: database.url });
  client.on('error', () => undefined);
  await client.connect();
  clients.push(client);
  return client;
}

const migrating = (url = database.url): Promise<string[]> =>
  migrate(url, migrations, (report) => reports.push(report));

/** Has read and written the table, so that an index that is built waits for its end. */
async function aLongTransaction(): Promise<pg.Client> {
  const client = await connected();
  await client.query('begin isolation level repeatable read');
  await client.query('insert into large values (3)');
  return client;
}

/** Reads another table alone, so that the index is there before the build waits for its end. */
async function aLongSnapshot(): Promise<pg.Client> {
  const client = await connected();
  await client.query('begin isolation level repeatable read');
  await client.query('select count(*) from partner');
  return client;
}

const builders = (): Promise<{ pid: number; phase: string }[]> =>
  database.query(
    `select a.pid, p.phase from pg_stat_activity a join pg_stat_progress_create_index p using (pid)
     where a.datname = current_database() and a.wait_event_type = 'Lock'`,
  );
const untilABuildWaits = (): Promise<{ pid: number; phase: string }> =>
  vi.waitFor(
    async () => {
      const found = await builders();
      expect(found).toHaveLength(1);
      return found[0]!;
    },
    { timeout: MAX_WAIT_MILLISECONDS },
  );

const indexes = (): Promise<{ name: string; valid: boolean }[]> =>
  database.query(
    `select indexrelid::regclass::text as name, indisvalid as valid from pg_index where indrelid = 'large'::regclass`,
  );
const BUILT = [{ name: 'large_one', valid: true }];
const recorded = (): Promise<unknown[]> =>
  database.query(`select 1 as one from _prisma_migrations where migration_name = '9999_further'`);

describe('an index that is built outside of a transaction', () => {
  it('says what to do where the login ends statements that last', async () => {
    const long = await aLongTransaction();
    // It lasts as long as the transaction does.
    const hasty = new URL(database.url);
    hasty.searchParams.set('options', '-c statement_timeout=5s');
    await expect(migrating(hasty.href)).rejects.toThrow(
      /9999_further failed: .*ALTER ROLE … SET statement_timeout = 0/,
    );
    expect(await recorded()).toEqual([]);
    await long.query('commit');
    await migrating();
    expect(await indexes()).toEqual(BUILT);
  });

  it.each([
    ['that has written the table', aLongTransaction, 'waiting for writers before build'],
    ['with a snapshot', aLongSnapshot, 'waiting for old snapshots'],
  ])('lets others write while it waits for a transaction %s', async (_, begin, phase) => {
    const long = await begin();
    const applied = migrating();
    expect((await untilABuildWaits()).phase).toBe(phase);
    const other = await connected();
    await other.query(`insert into large values (4)`);
    await other.query(`update large set one = 5 where one = 4`);
    expect(await recorded()).toEqual([]);
    await vi.waitFor(
      () =>
        expect(reports).toContainEqual(expect.stringMatching(/large.*waits for.*process \d+\.$/)),
      { timeout: MAX_WAIT_MILLISECONDS },
    );
    await other.query(`delete from large where one = 5`);
    await long.query('commit');
    expect(await applied).toEqual(['9999_further']);
    expect(await indexes()).toEqual(BUILT);
  });

  it('is dropped and built again by the next run where it was interrupted', async () => {
    const long = await aLongSnapshot();
    const interrupted = expect(migrating()).rejects.toThrow(/9999_further failed.*terminat/);
    const { pid } = await untilABuildWaits();
    await database.query('select pg_terminate_backend($1)', [pid]);
    await interrupted;
    await long.query('commit');
    expect(await indexes()).toEqual([{ name: 'large_one', valid: false }]);
    expect(await recorded()).toEqual([]);
    expect(await migrating()).toEqual(['9999_further']);
    expect(await indexes()).toEqual(BUILT);
    expect(await migrating()).toEqual([]);
  });

  it('is dropped also where the drop was interrupted', async () => {
    await database.query('create index large_one_unfinished on large (one)');
    expect(await migrating()).toEqual(['9999_further']);
    expect(await indexes()).toEqual(BUILT);
  });

  it('is built once by processes that start at once, and none meets another in a deadlock', async () => {
    const long = await aLongTransaction();
    const all = Promise.all([1, 2, 3].map(() => migrating()));
    await untilABuildWaits();
    await long.query('commit');
    expect((await all).flat()).toEqual(['9999_further']);
    expect(await indexes()).toEqual(BUILT);
    expect(await recorded()).toHaveLength(1);
    expect(reports.filter((report) => report.includes('tried again'))).toEqual([]);
  });

  it('is waited for where the statement of a process that died continues', async () => {
    const long = await aLongTransaction();
    const orphan = await connected();
    const building = orphan.query(INDEX);
    const { pid } = await untilABuildWaits();
    const all = Promise.all([1, 2].map(() => migrating()));
    await vi.waitFor(
      () => expect(reports).toContainEqual(expect.stringMatching(/^Another process builds/)),
      { timeout: MAX_WAIT_MILLISECONDS },
    );
    expect((await untilABuildWaits()).pid).toBe(pid);
    await long.query('commit');
    await building;
    expect((await all).flat()).toEqual(['9999_further']);
    expect(await indexes()).toEqual(BUILT);
  });

  it('is not recorded where another process set it aside meanwhile, but built again', async () => {
    const long = await aLongSnapshot();
    const applied = migrating();
    await untilABuildWaits();
    await database.query('alter index large_one rename to large_one_unfinished');
    await long.query('commit');
    expect(await applied).toEqual(['9999_further']);
    expect(await indexes()).toEqual(BUILT);
  });

  it('is tried again after a deadlock', async () => {
    const writer = await aLongTransaction();
    const long = await aLongSnapshot();
    // Its own check comes late, so that the build is the one that gives way.
    await long.query(`set local deadlock_timeout = '1h'`);
    const applied = migrating();
    await untilABuildWaits();
    const locking = long.query('lock table large in access exclusive mode');
    await vi.waitFor(
      async () =>
        expect(
          await database.query(
            `select 1 as one from pg_locks where not granted and mode = 'AccessExclusiveLock'
               and relation = 'large'::regclass and database = (select oid from pg_database where datname = current_database())`,
          ),
        ).toHaveLength(1),
      { timeout: MAX_WAIT_MILLISECONDS },
    );
    await writer.query('commit');
    await locking;
    await long.query('commit');
    expect(await applied).toEqual(['9999_further']);
    expect(await indexes()).toEqual(BUILT);
    expect(reports).toContainEqual(expect.stringMatching(/deadlock.*tried again\.$/));
  });

  it('is built through a pooler that keeps nothing of a session', async () => {
    const pooler = await aPooler(database.url);
    expect(await migrating(pooler.url)).toEqual(['9999_further']);
    await pooler.close();
    expect(await indexes()).toEqual(BUILT);
  });

  it('fails as other migrations do, and leaves the following ones', async () => {
    migrations.splice(-1, 1, further('CREATE INDEX CONCURRENTLY large_two ON large (two)'), {
      ...further('create table later (one int)'),
      name: '9999_later',
    });
    await expect(migrating()).rejects.toThrow(/9999_further failed: .*"two" does not exist/);
    expect(await database.query(`select to_regclass('later') as later`)).toEqual([{ later: null }]);
  });
});
