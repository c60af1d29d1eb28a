import { randomUUID } from 'node:crypto';
import { aDatabase, type TestDatabase } from '@keyway/testing';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { openStore } from './openStore.ts';
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
    expect(rows.at(-1)).toEqual({ migration_name: '9999_further', checksum: 'abc', applied_steps_count: 1, rolled_back_at: null });
  });

  it('leaves nothing of one that fails', async () => {
    const broken = further({ sql: 'create table half (one int); select nonsense' });
    await expect(migrate(database.url, [...(await readMigrations()), broken])).rejects.toThrow(/9999_further failed.*nonsense/);
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

  it('needs no superuser: owning the database and making roles is enough', async () => {
    const role = `keyway_owner_${randomUUID().slice(0, 8)}`;
    const name = `keyway_plain_${randomUUID().slice(0, 8)}`;
    await database.query(`create role ${role} login createrole password 'plain'`);
    await database.query(`create database ${name} owner ${role} template template0`);
    const url = new URL(database.url);
    Object.assign(url, { username: role, password: 'plain', pathname: `/${name}` });
    // The roles are there already on this server: whoever made them has to give them to the next owner.
    await database.query(`grant keyway_app, keyway_limited, keyway_system to ${role} with admin option`);
    const store = await openStore({ url: url.href, dataDir: database.dataDir });
    try {
      const { partnerId } = await store.system().bootstrap({ partnerName: 'Plain' });
      expect(await store.forPartner({ partnerId, organizationIds: null }).verifyHistory(null)).toMatchObject({ ok: true, entries: 1 });
    } finally {
      await store.close();
      await database.query(`drop database ${name} with (force)`);
      await database.query(`drop role ${role}`);
    }
  });
});
