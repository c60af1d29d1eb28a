/**
 * Several installations on one server, logins with few rights, a database of the version before:
 * each starts, or says what has to be run.
 */
import { randomUUID } from 'node:crypto';
import { StartError } from '@keyway/config';
import { aDatabase, anOccurrence, type TestDatabase } from '@keyway/testing';
import pg from 'pg';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { rolesOf } from './databaseRoles.ts';
import { readMigrations } from './readMigrations.ts';
import { openStore } from '../openStore.ts';
import type { OpenStoreOptions, Store } from '../index.ts';

let database: TestDatabase;
const made = { databases: [] as string[], roles: [] as string[] };
beforeAll(async () => {
  database = await aDatabase();
});
afterAll(async () => {
  for (const name of made.databases) await database.query(`drop database ${name} with (force)`);
  // The last ones were given by those before.
  for (const name of made.roles.reverse()) await database.query(`drop role if exists ${name}`);
  await database.close();
});

/** A login of its own with an empty database, as a URL. */
async function anOwner(rights = 'createrole'): Promise<{ url: string; login: string }> {
  const login = `keyway_owner_${randomUUID().slice(0, 8)}`;
  await database.query(`create role ${login} login ${rights} password 'plain'`);
  await database.query(`create database ${login} owner ${login} template template0`);
  const url = new URL(database.url);
  Object.assign(url, { username: login, password: 'plain', pathname: `/${login}` });
  const oid = `select oid from pg_database where datname = current_database()`;
  const { rows } = await on(url.href, (client) => client.query<{ oid: number }>(oid));
  made.databases.push(login);
  made.roles.push(
    login,
    ...['app', 'limited', 'system'].map((kind) => `keyway_${kind}_${rows[0]!.oid}`),
  );
  return { url: url.href, login };
}

async function on<T>(url: string, work: (client: pg.Client) => Promise<T>): Promise<T> {
  const client = new pg.Client({ connectionString: url });
  await client.connect();
  try {
    return await work(client);
  } finally {
    await client.end();
  }
}

const asAdministrator = (url: string): string => {
  const administrator = new URL(database.url);
  administrator.pathname = new URL(url).pathname;
  return administrator.href;
};

async function opened<T>(
  options: Pick<OpenStoreOptions, 'url'> & Partial<OpenStoreOptions>,
  work: (store: Store) => Promise<T>,
): Promise<T> {
  const store = await openStore({ dataDir: database.dataDir, ...options });
  try {
    return await work(store);
  } finally {
    await store.close();
  }
}

/** A first start and a change. */
async function works(store: Store): Promise<void> {
  const { partnerId } = await store.system().bootstrap({ partnerName: 'Plain' });
  const partner = store.forPartner({ partnerId, organizationIds: null });
  await partner.mutate({ principal: 'p', operation: 'o', input: null }, (unit) =>
    unit.history.append(null, 'tried', {}, anOccurrence()),
  );
  expect((await partner.verifyHistory(null)).ok).toBe(true);
  expect((await partner.history({ first: 10 })).edges.length).toBeGreaterThan(0);
}

describe('two installations on one server', () => {
  it('have roles of their own, and neither may act as the other’s', async () => {
    const [one, two] = [await anOwner(), await anOwner()];
    await Promise.all([one, two].map(({ url }) => opened({ url }, works)));
    const [first, second] = await Promise.all([one, two].map(({ url }) => on(url, rolesOf)));
    expect(Object.values(first!).filter((role) => Object.values(second!).includes(role))).toEqual(
      [],
    );
    await expect(
      on(two.url, (client) => client.query(`set role ${first!.system}`)),
    ).rejects.toThrow(/permission denied/);
  });
});

/** Everything that an administrator has to run. */
const statementsOf = (error: Error): string[] =>
  error.message
    .split('\n')
    .slice(1)
    .map((line) => line.trim());

describe('a login with few rights', () => {
  it('that may make no roles gets the statements that an administrator runs, and starts then', async () => {
    const { url } = await anOwner('nocreaterole');
    const error = await openStore({ url, dataDir: database.dataDir }).catch(
      (error: unknown) => error as Error,
    );
    expect(error).toBeInstanceOf(StartError);
    const statements = statementsOf(error as Error);
    expect(statements).toHaveLength(4);
    for (const statement of statements)
      await on(asAdministrator(url), (client) => client.query(statement));
    await opened({ url }, works);
  });

  it('of everyday use starts where nothing is to be migrated, and says who has to where something is', async () => {
    const { url, login } = await anOwner();
    const runtime = new URL(url);
    Object.assign(runtime, { username: `${login}_runtime`, password: 'weak' });
    await database.query(`create role ${login}_runtime login noinherit password 'weak'`);
    made.roles.push(`${login}_runtime`);
    await expect(openStore({ url: runtime.href, dataDir: database.dataDir })).rejects.toThrow(
      /DATABASE_MIGRATION_URL/,
    );
    await opened(
      {
        url: runtime.href,
        migrationUrl: url,
        cloud: 'real',
        onWarning: (message) => expect(message).toBe(''),
      },
      works,
    );
    await opened({ url: runtime.href }, works);
    const refused = on(runtime.href, (client) =>
      client.query('alter table history_entry disable trigger all'),
    );
    await expect(refused).rejects.toThrow(/must be owner/);
    const warnings: string[] = [];
    await opened({ url, cloud: 'real', onWarning: (message) => warnings.push(message) }, works);
    expect(warnings.join()).toMatch(/owns the tables.*CREATE ROLE .* LOGIN NOINHERIT/);
    await opened(
      { url: asAdministrator(url), cloud: 'real', onWarning: (message) => warnings.push(message) },
      works,
    );
    expect(warnings.join()).toMatch(/is a superuser/);
  });
});

describe('a login of everyday use that an administrator did not make NOINHERIT', () => {
  /** An owner whose database is made, and such a login beside it. */
  async function aRuntimeLogin() {
    const owner = await anOwner();
    const login = `${owner.login}_inherits`;
    const url = new URL(owner.url);
    Object.assign(url, { username: login, password: 'weak' });
    await database.query(`create role ${login} login password 'weak'`);
    made.roles.push(login);
    await opened({ url: owner.url }, works);
    const roles = Object.values((await on(owner.url, rolesOf))!).join(', ');
    return { owner, login, url: url.href, roles };
  }
  /** What a statement sees that names no role; a code where it sees nothing at all. */
  const unscoped = (url: string): Promise<unknown> =>
    on(url, (client) => client.query('select 1 from partner')).then(
      ({ rowCount }) => rowCount,
      (error: { code?: string }) => error.code,
    );
  const warnedWith = async (options: { url: string; migrationUrl?: string }): Promise<string> => {
    const warnings: string[] = [];
    const onWarning = (message: string) => void warnings.push(message);
    await opened({ ...options, cloud: 'real', onWarning }, works);
    return warnings.join();
  };

  it('reads nothing outside a transaction that names a role, also where the owner gave it more before', async () => {
    const { owner, login, url, roles } = await aRuntimeLogin();
    expect(await warnedWith({ url, migrationUrl: owner.url })).toBe('');
    expect(await unscoped(url)).toBe('42501');
    await on(owner.url, (client) => client.query(`grant ${roles} to ${login} with inherit true`));
    expect(await unscoped(url)).toBe(1);
    expect(await warnedWith({ url, migrationUrl: owner.url })).toBe('');
    expect(await unscoped(url)).toBe('42501');
  });

  it('is warned about where an administrator gave it more, with the statement that ends it', async () => {
    const { owner, login, url, roles } = await aRuntimeLogin();
    await on(asAdministrator(owner.url), (client) => client.query(`grant ${roles} to ${login}`));
    const warning = await warnedWith({ url });
    expect(warning).toMatch(/can read without row-level security/);
    await database.query(warning.slice(warning.indexOf('GRANT ')));
    expect(await unscoped(url)).toBe('42501');
    expect(await warnedWith({ url })).toBe('');
  });
});

describe('a database of the version before', () => {
  it('gets roles of its own, and the version beside continues with the common ones', async () => {
    const { url } = await anOwner('superuser');
    const before = (await readMigrations()).filter(({ name }) => name < '0007');
    await on(url, async (client) => {
      await client.query(
        `create table _prisma_migrations (id varchar(36) primary key, checksum varchar(64) not null, finished_at timestamptz, migration_name varchar(255) not null,
           logs text, rolled_back_at timestamptz, started_at timestamptz not null default now(), applied_steps_count integer not null default 0)`,
      );
      for (const { name, sql, checksum } of before) {
        await client.query(sql);
        await client.query(
          'insert into _prisma_migrations (id, checksum, finished_at, migration_name) values ($1, $2, now(), $3)',
          [randomUUID(), checksum, name],
        );
      }
    });
    await opened({ url }, works);
    expect((await on(url, rolesOf))!.system).toMatch(/^keyway_system_\d+$/);
    const seen = await on(url, async (client) => {
      await client.query('set role keyway_system');
      return (await client.query('select 1 from partner')).rowCount;
    });
    expect(seen).toBe(1);
  });
});
