/**
 * During a rolling upgrade the version before runs beside the new schema: no migration may break
 * what it writes or reads.
 */
import { aDatabase, type TestDatabase } from '@keyway/testing';
import pg from 'pg';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { rolesOf, withRoles } from './databaseRoles.ts';
import { migrate } from './migrate.ts';
import { readMigrations } from './readMigrations.ts';
import {
  breakingChanges,
  readCatalog,
  compatibilityNotes,
  type Catalog,
} from '../testing/breakingChanges.ts';

/** Migrations up to this one were applied everywhere before the rule was made. */
const BASELINE = '0006_history_by_actor';

let database: TestDatabase;
beforeAll(async () => {
  database = await aDatabase();
});
afterAll(() => database.close());

const catalogOf = (client: pg.Client): Promise<Catalog> =>
  readCatalog(async (text) => (await client.query(text)).rows);

async function withClient<T>(url: string, work: (client: pg.Client) => Promise<T>): Promise<T> {
  const client = new pg.Client({ connectionString: url });
  await client.connect();
  try {
    return await work(client);
  } finally {
    await client.end();
  }
}

it('no migration breaks the version before, except where it says why that is safe', async () => {
  const migrations = await readMigrations();
  const known = migrations.findIndex(({ name }) => name === BASELINE) + 1;
  expect(known).toBe(6);
  const url = new URL(database.url);
  const name = `${url.pathname.slice(1)}_empty`;
  await database.query(`create database ${name} template template0`);
  url.pathname = `/${name}`;
  try {
    await migrate(url.href, migrations.slice(0, known));
    await withClient(url.href, async (client) => {
      let before = await catalogOf(client);
      for (const [index, { name: migration, sql }] of migrations.entries()) {
        if (index < known) continue;
        await migrate(url.href, migrations.slice(0, index + 1));
        const after = await catalogOf(client);
        const stated = compatibilityNotes(sql);
        const unstated = breakingChanges(before, after).filter(
          ({ subject }) => !stated.includes(subject),
        );
        expect(unstated, migration).toEqual([]);
        before = after;
      }
    });
  } finally {
    await database.query(`drop database ${name} with (force)`);
  }
});

describe('what breaks the version before', () => {
  const after = (sql: string) =>
    withClient(database.url, async (client) => {
      await client.query('begin');
      const before = await catalogOf(client);
      await client.query(withRoles(sql, (await rolesOf(client))!));
      const found = breakingChanges(before, await catalogOf(client));
      await client.query('rollback');
      return found.map(({ subject, why }) => `${subject}: ${why}`);
    });

  it.each([
    [
      'a required column without a default',
      'alter table run add column x int not null',
      /^run\.x: .*NOT NULL without a default/,
    ],
    [
      'one inside a DO block',
      `do $$ begin execute 'alter table run add column x int not null'; end $$`,
      /^run\.x/,
    ],
    [
      'a column that becomes required',
      'alter table member alter column email set not null',
      /^member\.email: .*must be given/,
    ],
    [
      'a default that goes',
      'alter table effect alter column claims drop default',
      /^effect\.claims: .*must be given/,
    ],
    [
      'a column that goes',
      'alter table organization drop column region cascade',
      /^organization\.region: .*gone/,
    ],
    [
      'a column with another name',
      'alter table effect rename column slot to job_key',
      /^effect\.slot: .*another name/,
    ],
    [
      'a column of another type',
      'alter table api_token alter column name type varchar(10)',
      /^api_token\.name: its type/,
    ],
    ['a table that goes', 'drop table idempotency', /^idempotency: the table is gone/],
    [
      'a table with another name',
      'alter table step_look rename to step_check',
      /^step_look: the table is gone/,
    ],
    [
      'a new check',
      'alter table run add constraint short check (length(search_text) < 9)',
      /^run\.short: a new rule/,
    ],
    [
      'a new unique index',
      'create unique index only_one on effect (organization_id)',
      /^effect\.only_one: a new rule/,
    ],
    [
      'a unique new column',
      'alter table run add column x int default 1, add constraint once unique (x)',
      /^run\.once: a new rule/,
    ],
    [
      'a new trigger',
      'create trigger t before insert on run for each row execute function history_is_append_only()',
      /^run\.t: a new rule/,
    ],
    [
      'a policy that changes',
      'alter policy partner on run using (false)',
      /^run\.partner: the policy/,
    ],
    [
      'a unique constraint that goes, which ON CONFLICT names',
      'alter table organization drop constraint organization_partner_id_ims_org_id_key',
      /^organization\.organization_partner_id_ims_org_id_key: .*ON CONFLICT/,
    ],
    [
      'a key with a further column',
      'alter table idempotency drop constraint idempotency_pkey, add primary key (partner_id, principal, key, operation)',
      /^idempotency\.idempotency_pkey: .*ON CONFLICT/,
    ],
    [
      'a column that is generated now',
      'alter table member drop column email, add column email text generated always as (upper(name)) stored',
      /^member\.email: .*generated now/,
    ],
    [
      'a function that goes',
      'drop function recount_portfolios()',
      /^recount_portfolios\(\): the function is gone/,
    ],
    [
      'a right that goes',
      'revoke select on run from keyway_app',
      /^run\.keyway_app_\d+ SELECT: the grant/,
    ],
  ])('%s is found', async (_, sql, message) => {
    expect(await after(sql)).toContainEqual(expect.stringMatching(message));
  });

  it.each([
    ['a column with a default', 'alter table run add column x int not null default 0'],
    ['a column that may be null', 'alter table run add column x int'],
    [
      'a check over new columns alone',
      'alter table run add column x int, add constraint small check (x < 9)',
    ],
    [
      'a new table with all its rules',
      'create table further (id int primary key, run_id uuid not null references run, check (id > 0))',
    ],
    [
      'a unique constraint of another name',
      'alter table organization rename constraint organization_partner_id_ims_org_id_key to another',
    ],
    ['a plain index', 'create index further on run (updated_at)'],
    [
      'a further policy and right',
      'create policy more on run using (true); grant select on run to public',
    ],
    ['a column that may be null now', 'alter table organization alter column region drop not null'],
  ])('%s is not', async (_, sql) => {
    expect(await after(sql)).toEqual([]);
  });

  it('an exception names its subject and says why', () => {
    expect(
      compatibilityNotes(
        '-- compatible: run.x: the version before never writes it\n-- compatible: run.y: short\n',
      ),
    ).toEqual(['run.x']);
  });
});
