/** What a move does to others meanwhile: who reads, who is in its way, and what is not Keyway's. */
import { randomUUID } from 'node:crypto';
import { aDatabase, aPartner, type TestDatabase, type TestPartner } from '@keyway/testing';
import pg from 'pg';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import type { Store } from '../index.ts';
import { rolesOf } from '../startup/databaseRoles.ts';
import { moveOptions } from '../testing/moveOptions.ts';
import { dropOpened, lockTables } from './closedTables.ts';
import { ownerTransaction } from './ownerTransaction.ts';
import { beginMove, cancelMove, type MoveOptions } from './moveDatabase.ts';
import { CLOSED } from './movingDatabase.ts';

let database: TestDatabase;
let store: Store;
let partner: TestPartner;
const clients: pg.Client[] = [];

beforeEach(async () => {
  database = await aDatabase();
  store = await database.store();
  partner = await aPartner(database, store);
});
afterEach(async () => {
  for (const client of clients.splice(0)) await client.end();
  await database.close();
});

const options = (report?: MoveOptions['report']) => moveOptions(database, report && { report });
async function session(name = 'other'): Promise<pg.Client> {
  const client = new pg.Client({ connectionString: database.url, application_name: name });
  client.on('error', () => undefined);
  await client.connect();
  clients.push(client);
  return client;
}
const rename = (name: string) =>
  database.query('update partner set name = $1', [name]).then(
    () => 'done',
    (error: Error) => error.message,
  );
/** How many triggers of a closing are there, by whether they refuse. */
const triggers = async () =>
  Object.fromEntries(
    (
      await database.query<{ state: string; count: number }>(
        `select tgenabled::text as state, count(*)::int as count from pg_trigger where tgname = 'database_is_moving' group by 1`,
      )
    ).map(({ state, count }) => [state, count]),
  );
const functions = () => database.query(`select from pg_proc where proname = 'refuse_while_moving'`);

const untilWaiting = (count: number): Promise<void> =>
  expect
    .poll(
      async () =>
        (
          await database.query(
            `select from pg_locks where locktype = 'advisory' and not granted
               and database = (select oid from pg_database where datname = current_database())`,
          )
        ).length,
    )
    .toBe(count);

/** As pg_dump holds them, until it ends. */
async function aDump(): Promise<pg.Client> {
  const dump = await session('pg_dump');
  await dump.query('begin isolation level repeatable read');
  const { rows } = await dump.query<{ name: string }>(
    `select quote_ident(relname) as name from pg_class where relnamespace = 'public'::regnamespace and relkind in ('r', 'p')`,
  );
  await dump.query(`lock table ${rows.map(({ name }) => name).join()} in access share mode`);
  return dump;
}

describe('canceling beside a dump', () => {
  it('opens at once, and leaves what does nothing until nobody reads', async () => {
    await beginMove(options());
    const dump = await aDump();
    const said: string[] = [];
    await cancelMove(options((message) => said.push(message)));
    expect(said).toEqual([expect.stringMatching(/Disabled triggers are left/)]);
    expect(Object.keys(await triggers())).toEqual(['D']);
    expect(await rename('Open')).toBe('done');
    // The dump has what was closed, and says so of its copy.
    const seen = await dump.query(
      `select from pg_trigger where tgname = 'database_is_moving' and tgenabled = 'A'`,
    );
    expect(seen.rowCount).toBeGreaterThan(40);
    await (await database.store()).close();
    await dump.query('commit');
    await dropOpened(database.url, () => undefined);
    expect(await triggers()).toEqual({});
    expect(await functions()).toEqual([]);
  });

  it('is no way into a database that was closed again', async () => {
    await beginMove(options());
    const dump = await aDump();
    await cancelMove(options());
    const left = (await triggers())['D'];
    await dump.query('commit');
    await beginMove(options());
    expect(await triggers()).toEqual({ A: left });
    expect(await rename('Late')).toBe(CLOSED);
    // Whoever still drops what a former canceling left.
    await dropOpened(database.url, () => undefined);
    expect(await triggers()).toEqual({ A: left });
    expect(await rename('Late')).toBe(CLOSED);
    await cancelMove(options());
    expect(await triggers()).toEqual({});
    expect(await functions()).toEqual([]);
    expect(await rename('Open')).toBe('done');
  });

  it('takes nothing from whoever closes it again in between', async () => {
    await beginMove(options());
    const all = (await triggers())['A'];
    const dump = await aDump();
    await cancelMove(options());
    await dump.query('commit');
    // Both wait for the turn of migrations: it is given in their order, a table at a time.
    const turn = await session();
    await turn.query('begin; select pg_advisory_xact_lock(72707369)');
    const dropping = dropOpened(database.url, () => undefined);
    await untilWaiting(1);
    const closing = beginMove(options());
    await untilWaiting(2);
    await turn.query('commit');
    await Promise.all([dropping, closing]);
    expect(await triggers()).toEqual({ A: all });
    expect(await rename('Late')).toBe(CLOSED);
  });

  it('does not make a database count as closed', async () => {
    await beginMove(options());
    const dump = await aDump();
    await cancelMove(options());
    await dump.query('commit');
    const restored = await database.store({ isRestored: true });
    const causes = await database.query<{ cause: string }>(
      'select cause from database_era order by number',
    );
    expect(causes.map(({ cause }) => cause)).toEqual(['FIRST', 'MOVING', 'RESUMED', 'RESTORED']);
    await restored.close();
    expect(await partner.store.verifyHistory(null)).toMatchObject({ ok: true });
  });
});

describe('who is in the way of a move', () => {
  const NAMED =
    /process \d+ \(user \w+, application nightly report, since \d{4}-.*Z, holds public\.partner\)/;
  async function aWriter(): Promise<pg.Client> {
    const writer = await session('nightly report');
    await writer.query('begin');
    await writer.query(`update partner set name = 'Late'`);
    return writer;
  }

  it('is named while it is waited for', async () => {
    const writer = await aWriter();
    const { promise, resolve } = Promise.withResolvers<string>();
    const closing = beginMove(options(resolve));
    expect(await promise).toMatch(NAMED);
    await writer.query('commit');
    expect((await closing).isRepeated).toBe(false);
  });

  it('is named where it was waited for in vain, and nothing is changed', async () => {
    const writer = await aWriter();
    const reader = await aDump();
    const never = { forMilliseconds: -1, pauseMilliseconds: 0 };
    const lock = ownerTransaction(
      database.url,
      () => undefined,
      ({ client, roles }) => lockTables(client, roles),
      never,
    );
    const error = await lock.catch((thrown: unknown) => thrown);
    expect(error).toMatchObject({ name: 'StartError', message: expect.stringMatching(NAMED) });
    expect(error).toMatchObject({ message: expect.stringContaining('pg_terminate_backend') });
    // A reader is in nobody's way.
    expect(error).toMatchObject({ message: expect.not.stringContaining('pg_dump') });
    expect(await triggers()).toEqual({});
    await writer.query('rollback');
    await reader.query('commit');
  });
});

describe('a table that is not Keyway’s', () => {
  let owner: string;
  let system: string;
  /** As on a managed service: the login owns Keyway's tables, and is no superuser. */
  const owned = (): MoveOptions => {
    const url = new URL(database.url);
    [url.username, url.password] = [owner, 'plain'];
    return { ...options(), migrationUrl: url.href };
  };
  beforeEach(async () => {
    owner = `owner_${randomUUID().replaceAll('-', '')}`;
    const roles = (await rolesOf(await session()))!;
    ({ system } = roles);
    await database.query(
      `create role ${owner} login password 'plain';
       grant ${Object.values(roles).join()} to ${owner} with admin option;
       do $$ declare r record; begin
         for r in select relname from pg_class where relnamespace = 'public'::regnamespace and relkind in ('r', 'p') loop
           execute format('alter table %I owner to ${owner}', r.relname);
         end loop;
         execute format('grant create on schema public to ${owner}');
       end $$`,
    );
  });
  afterEach(() =>
    database.query(
      `reassign owned by ${owner} to current_user; drop owned by ${owner}; drop role ${owner}`,
    ),
  );

  it('stays open in a schema of its own, whoever may write it', async () => {
    await database.query(
      `create schema jobs; create table jobs.reached (n int); create table jobs.hidden (n int);
       create schema apart; create table apart.job (n int);
       grant usage on schema jobs to public; grant insert on jobs.reached, apart.job to public`,
    );
    await beginMove(owned());
    // As where the copy is opened by another login.
    await beginMove(options());
    await database.query(
      'insert into jobs.reached values (1); insert into jobs.hidden values (1); insert into apart.job values (1)',
    );
    expect(await rename('Late')).toBe(CLOSED);
    await cancelMove(owned());
    expect(await rename('Open')).toBe('done');
  });

  it('is closed where the login owns it and Keyway’s roles may write it', async () => {
    await database.query(
      `create schema other authorization ${owner}; grant usage on schema other to ${system};
       create table other.kept (n int); alter table other.kept owner to ${owner}; grant insert on other.kept to ${system}`,
    );
    await beginMove(owned());
    await expect(database.query('insert into other.kept values (1)')).rejects.toThrow(CLOSED);
  });

  it('stays open where it belongs to an extension, also for a superuser', async () => {
    await database.query(
      `create table of_extension (n int); grant insert on of_extension to ${system};
       alter extension plpgsql add table of_extension`,
    );
    await beginMove(options());
    await database.query('insert into of_extension values (1)');
    expect(await rename('Late')).toBe(CLOSED);
  });

  it('is named where it is beside Keyway’s, and nothing is closed', async () => {
    await database.query(
      `create table given_away (n int); grant insert on given_away to ${system}`,
    );
    await expect(beginMove(owned())).rejects.toThrow(/does not own public\.given_away,/);
    expect(await triggers()).toEqual({});
    expect(await rename('Open')).toBe('done');
  });
});
