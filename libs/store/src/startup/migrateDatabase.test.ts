import { randomUUID } from 'node:crypto';
import { StartError } from '@keyway/config';
import { aDatabase, type TestDatabase } from '@keyway/testing';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { readMigrations } from './readMigrations.ts';
import { migrateDatabase } from './migrateDatabase.ts';

let database: TestDatabase;
let addresses: { url: string; migrationUrl: string };
const name = `keyway_migrate_${randomUUID().slice(0, 8)}`;
beforeAll(async () => {
  database = await aDatabase();
  await database.query(`create database ${name} template template0`);
  const [url, migrationUrl] = [database.runtimeUrl, database.url].map((address) => {
    const changed = new URL(address);
    changed.pathname = `/${name}`;
    return changed.href;
  }) as [string, string];
  addresses = { url, migrationUrl };
});
afterAll(async () => {
  await database.query(`drop database ${name} with (force)`);
  await database.close();
});

it('applies each migration in one of those that run at once, and afterwards none', async () => {
  const wanted = (await readMigrations()).map((migration) => migration.name);
  const done = await Promise.all([1, 2, 3].map(() => migrateDatabase(addresses)));
  expect(done.flatMap(({ applied }) => applied).sort()).toEqual(wanted);
  expect(await migrateDatabase(addresses)).toMatchObject({ applied: [] });
});

it('leaves the login for operation what it needs, so that it needs no owner afterwards', async () => {
  const { url } = addresses;
  expect(await migrateDatabase({ url, migrationUrl: url })).toMatchObject({ applied: [] });
});

it('says which setting is wrong where the database can’t be used', async () => {
  const absent = `${addresses.url}_absent`;
  const refused = migrateDatabase({ url: absent, migrationUrl: absent });
  await expect(refused).rejects.toBeInstanceOf(StartError);
  await expect(refused).rejects.toThrow(/^DATABASE_URL: .* there is no database of that name/);
});
