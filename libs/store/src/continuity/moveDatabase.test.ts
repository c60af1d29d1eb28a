/** The database is closed to be moved: nothing of Keyway can be written there any more. */
import { randomUUID } from 'node:crypto';
import { rm } from 'node:fs/promises';
import { join } from 'node:path';
import { aDatabase, aMember, aPartner, type TestDatabase, type TestPartner } from '@keyway/testing';
import pg from 'pg';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { unavailabilityOf } from '../database/unavailability.ts';
import type { Store } from '../index.ts';
import { rolesOf } from '../startup/databaseRoles.ts';
import { migrate } from '../startup/migrate.ts';
import { prepareDatabase } from '../startup/prepareDatabase.ts';
import { readMigrations } from '../startup/readMigrations.ts';
import { aPooler } from '../testing/aPooler.ts';
import { causesOf, moveOptions } from '../testing/moveOptions.ts';
import { beginMove, cancelMove, completeMove } from './moveDatabase.ts';
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

const options = () => moveOptions(database);
/** A session that nobody ends. */
async function session(url = database.runtimeUrl): Promise<pg.Client> {
  const client = new pg.Client({ connectionString: url });
  client.on('error', () => undefined);
  await client.connect();
  clients.push(client);
  return client;
}
/** A late process: it acts as Keyway does, over a session that began before. */
async function lateSession(): Promise<pg.Client> {
  const client = await session();
  const { system } = (await rolesOf(client))!;
  await client.query(`set role ${pg.escapeIdentifier(system)}`);
  return client;
}
const WAITS = `select pid from pg_locks where not granted and mode = 'ShareRowExclusiveLock'
  and database = (select oid from pg_database where datname = current_database())`;
const untilItWaits = (): Promise<void> =>
  expect.poll(async () => (await database.query(WAITS)).length).toBeGreaterThan(0);
const answerOf = (work: Promise<unknown>): Promise<string> =>
  work.then(
    () => 'done',
    (error: Error) => error.message,
  );
const rename = (name: string) => `update partner set name = '${name}'`;
const nameNow = async () =>
  (await database.query<{ name: string }>('select name from partner'))[0]!.name;
const causes = () => causesOf(database);
/** What a closed database has and an open one has not. */
const schema = () =>
  database.query(
    `select c.relname::text as name, c.relacl::text as rights, c.relforcerowsecurity as forced,
       (select array_agg(g.tgname || ' ' || g.tgenabled::text order by g.tgname) from pg_trigger g where g.tgrelid = c.oid and not g.tgisinternal) as triggers,
       (select count(*)::int from pg_proc where pronamespace = 'public'::regnamespace) as functions
     from pg_class c where c.relnamespace = 'public'::regnamespace order by 1`,
  );

describe('a closed database', () => {
  it('refuses every kind of write on every table, of every role', async () => {
    await beginMove(options());
    const tables = await database.query<{ name: string; columns: string[] }>(
      `select c.relname as name, (select array_agg(quote_ident(a.attname) order by a.attnum) from pg_attribute a where a.attrelid = c.oid and a.attnum > 0
         and not a.attisdropped and a.attgenerated = '' and a.attidentity = '') as columns
       from pg_class c where c.relnamespace = 'public'::regnamespace and c.relkind in ('r', 'p') order by 1`,
    );
    expect(tables.length).toBeGreaterThan(40);
    const client = await session();
    const roles = Object.values((await rolesOf(client))!);
    const owner = await session(database.url);
    await owner.query('set session_replication_role = replica');
    const answers = new Map<string, number>();
    for (const { name, columns } of tables) {
      for (const statement of [
        `insert into ${name} (${columns.join()}) select ${columns.join()} from ${name} where false`,
        `update ${name} set ${columns[0]} = ${columns[0]} where false`,
        `delete from ${name} where false`,
        `truncate ${name} cascade`,
      ]) {
        expect([statement, await answerOf(owner.query(statement))]).toEqual([statement, CLOSED]);
        for (const role of roles) {
          await client.query('begin read write');
          await client.query(`set local role ${role}`);
          const answer = await answerOf(client.query(statement));
          await client.query('rollback');
          const kind = answer.replace(/(permission denied).*/, '$1');
          answers.set(kind, (answers.get(kind) ?? 0) + 1);
        }
      }
    }
    expect([...answers.keys()].toSorted()).toEqual([CLOSED, 'permission denied']);
    expect(answers.get(CLOSED)).toBeGreaterThan(100);
  });

  it('waits for whoever writes, and has what they wrote', async () => {
    const late = await lateSession();
    await late.query('begin');
    await late.query(rename('Written before'));
    let isClosed = false;
    const closing = beginMove(options()).then(() => (isClosed = true));
    await untilItWaits();
    expect(isClosed).toBe(false);
    await late.query('commit');
    await closing;
    expect(await nameNow()).toBe('Written before');
    expect(await answerOf(late.query(rename('Written after')))).toBe(CLOSED);
  });

  it('refuses a transaction that began before, and a statement that was prepared before', async () => {
    const [snapshot, prepared] = [await lateSession(), await lateSession()];
    await snapshot.query('begin isolation level repeatable read');
    await snapshot.query('select count(*) from partner');
    const statement = { name: 'rename', text: 'update partner set name = $1', values: ['First'] };
    for (let count = 0; count < 7; count += 1) await prepared.query(statement);
    await beginMove(options());
    expect(await answerOf(snapshot.query(rename('Late')))).toBe(CLOSED);
    expect(await answerOf(prepared.query({ ...statement, values: ['Late'] }))).toBe(CLOSED);
    await prepared.query('set default_transaction_read_only = off');
    expect(await answerOf(prepared.query(rename('Late')))).toBe(CLOSED);
    expect(await nameNow()).toBe('First');
  });

  it('has every write that was acknowledged, of writers that connect again and again', async () => {
    await database.query('create table kept (n int primary key)');
    await database.query(
      `insert into kept select 0; grant insert on kept to ${(await rolesOf(await session()))!.system}`,
    );
    const acknowledged: number[] = [];
    let [next, isOver] = [1, false];
    const write = async (): Promise<void> => {
      while (!isOver) {
        const late = await lateSession();
        for (let count = 0; count < 5; count += 1) {
          const n = (next += 1);
          if ((await answerOf(late.query('insert into kept values ($1)', [n]))) === 'done')
            acknowledged.push(n);
        }
      }
    };
    const writers = [1, 2, 3, 4].map(write);
    await expect.poll(() => acknowledged.length).toBeGreaterThan(20);
    await beginMove(options());
    // As pg_dump begins: after the closing, whatever writers do meanwhile.
    const dumped = await database.query<{ n: number }>('select n from kept where n > 0 order by n');
    const tried = next;
    await expect.poll(() => next).toBeGreaterThan(tried + 20);
    isOver = true;
    await Promise.all(writers);
    const all = await database.query('select n from kept where n > 0 order by n');
    expect(all).toEqual(dumped);
    expect(acknowledged.toSorted((one, other) => one - other)).toEqual(dumped.map(({ n }) => n));
  });

  it('is read, also behind a pooler, and says why it refuses', async () => {
    const pooler = await aPooler(database.runtimeUrl);
    const pooled = await database.store({ url: pooler.url });
    const { id } = await partner.organization();
    const member = await aMember(store, partner.partnerId);
    // Each use would move its end.
    const limits = { idleSeconds: 1, longestSeconds: 3600 };
    const { token } = await store.system().createSession(member.id, limits);
    await database.query(
      `update session set expires_at = now() + interval '5 minutes', idle_seconds = 3600`,
    );
    await beginMove(options());
    for (const on of [store, pooled]) {
      const { partnerId } = partner;
      const view = on.forPartner({ partnerId, organizationIds: null });
      expect(await view.organization(id)).not.toBeNull();
      expect(await on.system().authenticateSession(token)).not.toBeNull();
      for (const write of [
        () => on.system().createSession(member.id, limits),
        () => on.queue.claim(1),
        () => on.eras.settling(300),
        () => on.eras.isIn(1),
      ])
        expect(unavailabilityOf(await write().catch((error: unknown) => error))).toBe('moving');
      await on.eras.beat();
      expect(await on.monitoring.era()).toMatchObject({ number: 2, cause: 'MOVING' });
    }
    expect(await causes()).toEqual(['FIRST', 'MOVING']);
    await pooled.close();
    await pooler.close();
  });

  it('lets no process start, and says both ways out of it', async () => {
    await beginMove(options());
    for (const cloud of ['real', undefined] as const)
      await expect(database.store(cloud && { cloud })).rejects.toThrow(/--complete.*--cancel/);
    await expect(
      prepareDatabase({ url: database.runtimeUrl, migrationUrl: database.url }),
    ).resolves.toMatchObject({ applied: [] });
    // A newer version does not migrate it, nor does one that does not ask.
    const another = { name: '9999_another', sql: 'create table another ()', checksum: 'x' };
    const all = await readMigrations();
    await expect(migrate(database.url, [...all, another])).rejects.toThrow(CLOSED);
    expect(await database.query(`select to_regclass('another') as is`)).toEqual([{ is: null }]);
    const { name } = all.at(-1)!;
    await database.query('alter table _prisma_migrations disable trigger all');
    await database.query('delete from _prisma_migrations where migration_name = $1', [name]);
    await expect(database.store()).rejects.toThrow(/--complete.*--cancel.*Only then/);
  });
});

describe('the steps', () => {
  it('closing that is interrupted leaves everything open, and is done by another try', async () => {
    const before = await schema();
    const late = await lateSession();
    await late.query('begin');
    await late.query(rename('Written before'));
    const interrupted = answerOf(beginMove(options()));
    const end = `select pg_terminate_backend(pid) from (${WAITS}) w`;
    await expect.poll(async () => (await database.query(end)).length).toBeGreaterThan(0);
    expect(await interrupted).toMatch(/connection was lost/);
    await late.query('commit');
    expect(await schema()).toEqual(before);
    expect(await causes()).toEqual(['FIRST']);
    expect(await answerOf(late.query(rename('Open')))).toBe('done');
    expect((await beginMove(options())).isRepeated).toBe(false);
    expect(await answerOf(late.query(rename('Late')))).toBe(CLOSED);
  });

  it('closing and opening by several at once are done once', async () => {
    const begun = await Promise.all([1, 2, 3].map(() => beginMove(options())));
    expect(begun.filter(({ isRepeated }) => !isRepeated)).toHaveLength(1);
    const canceled = await Promise.all([1, 2, 3].map(() => cancelMove(options())));
    expect(canceled.filter(({ isRepeated }) => !isRepeated)).toHaveLength(1);
    expect(await causes()).toEqual(['FIRST', 'MOVING', 'RESUMED']);
  });

  it.each([
    ['may make roles', 'createrole'],
    ['may do nothing else', 'nocreaterole'],
  ])('work for an owner that is no superuser and %s', async (_what, rights) => {
    const owner = `owner_${randomUUID().replaceAll('-', '')}`;
    const at = (login: string): string => {
      const url = new URL(database.url);
      [url.pathname, url.username, url.password] = [`/${owner}`, login, 'plain'];
      return url.href;
    };
    await database.query(`create role ${owner} login createrole password 'plain'`);
    await database.query(`create role ${owner}_day login noinherit password 'plain'`);
    await database.query(`create database ${owner} owner ${owner} template template0`);
    const addresses = { url: at(`${owner}_day`), migrationUrl: at(owner) };
    const own = await database.store(addresses);
    await database.query(`alter role ${owner} ${rights}`);
    await aPartner(database, own);
    await beginMove({ ...options(), ...addresses });
    await expect(own.queue.claim(1)).rejects.toThrow(CLOSED);
    await cancelMove({ ...options(), ...addresses });
    expect(await own.queue.claim(1)).toEqual([]);
    await own.close();
    const asAdministrator = new URL(database.url);
    asAdministrator.pathname = `/${owner}`;
    const administrator = await session(asAdministrator.href);
    await administrator.query('revoke execute on function pg_control_system() from public');
    await expect(beginMove({ ...options(), ...addresses })).rejects.toThrow(/which one it is/);
    const [{ oid }] = (await database.query<{ oid: string }>(
      'select oid::text as oid from pg_database where datname = $1',
      [owner],
    )) as [{ oid: string }];
    await database.query(`drop database ${owner} with (force)`);
    const roles = ['app', 'limited', 'system'].map((kind) => `keyway_${kind}_${oid}`);
    await database.query(`drop role ${owner}_day, ${roles.join()}`);
    await database.query(`drop role ${owner}`);
  });

  it('closing again closes what is open, and changes nothing else', async () => {
    const first = await beginMove(options());
    expect(first.isRepeated).toBe(false);
    await database.query('drop trigger database_is_moving on partner');
    expect(await beginMove(options())).toEqual({ ...first, isRepeated: true });
    expect(await answerOf((await lateSession()).query(rename('Late')))).toBe(CLOSED);
    expect(await causes()).toEqual(['FIRST', 'MOVING']);
  });

  it('canceling opens it as it was, and every process continues', async () => {
    const before = await schema();
    const token = await aSession('10 minutes');
    await beginMove(options());
    expect(await schema()).not.toEqual(before);
    await database.query(`alter table database_era disable trigger all`);
    await database.query(
      `update database_era set began_at = began_at - interval '1 hour' where cause = 'MOVING'`,
    );
    await database.query(`alter table session disable trigger all`);
    await database.query(`update session set expires_at = expires_at - interval '1 hour'`);
    await cancelMove(options());
    expect(await schema()).toEqual(before);
    expect(await causes()).toEqual(['FIRST', 'MOVING', 'RESUMED']);
    // Its time stood still.
    expect(await store.system().authenticateSession(token)).not.toBeNull();
    // A copy that was opened elsewhere all the same would show.
    expect((await store.eras.settling(300)).delay).toMatchObject({ cause: 'RESUMED' });
    await (await database.store()).close();
    await partner.organization();
  });

  it('nothing is completed on the same server, nor what was not begun', async () => {
    const answer = await answerOf(completeMove(options()));
    expect(answer).toMatch('open; there is nothing to complete');
    // It would sign everybody out.
    expect(answer).not.toMatch('restored');
    await expect(cancelMove(options())).rejects.toThrow('not closed');
    await beginMove(options());
    await expect(completeMove(options())).rejects.toThrow(/the server that.*--cancel/);
    expect(await causes()).toEqual(['FIRST', 'MOVING']);
  });

  it('a database of the version before is migrated before it is closed', async () => {
    await store.close();
    await database.query('drop schema public cascade; create schema public');
    await migrate(database.url, (await readMigrations()).slice(0, -1));
    // Of a folder that saw nothing of the database that is gone.
    await beginMove({ ...options(), dataDir: join(database.dataDir, 'other') });
    expect(await causes()).toEqual(['FIRST', 'MOVING']);
  });

  it('say what is wrong with an address', async () => {
    const url = 'postgresql://127.0.0.1:1/keyway';
    for (const step of [completeMove, cancelMove])
      await expect(step({ ...options(), url, migrationUrl: url })).rejects.toThrow(
        'nothing listens there',
      );
  });

  it('are the owner’s alone', async () => {
    const url = database.runtimeUrl;
    await expect(beginMove({ ...options(), migrationUrl: url })).rejects.toThrow(
      /does not own the tables.*DATABASE_MIGRATION_URL/,
    );
    expect(await causes()).toEqual(['FIRST']);
  });

  it.each([
    ['a failover', 'timeline = timeline + 1', 'FAILED_OVER'],
    ['a standstill', `beat_at = now() - interval '1 hour'`, 'RESUMED'],
  ])(
    '%s that nobody noticed yet is noticed, and a move shortens no wait',
    async (_w, set, cause) => {
      await store.eras.beat();
      await database.query(`update database_era set ${set}`);
      await beginMove(options());
      expect(await causes()).toEqual(['FIRST', cause, 'MOVING']);
      const { settlingSeconds } = await store.monitoring.era();
      expect(settlingSeconds).toBeGreaterThan(0);
      // As on the new server, after `--complete`.
      await cancelMove(options());
      await database.query(`update database_era set cause = 'MOVED' where number = 4`);
      const { era, delay, seconds } = await store.eras.settling(300);
      expect([era, delay?.era, delay?.cause]).toEqual([4, 2, cause]);
      expect(seconds).toBeGreaterThan(0);
      await database.query(`update database_era set began_at = began_at - interval '1 hour'`);
      expect(await store.eras.settling(300)).toEqual({ era: 4, seconds: 0 });
      expect(await store.monitoring.era()).toMatchObject({ cause: 'MOVED', settlingSeconds: 0 });
    },
  );

  it('a backup that nobody saw yet is not moved on', async () => {
    await database.query(`update database_era set system_identifier = '1'`);
    await expect(beginMove(options())).rejects.toThrow(/comes from a backup/);
  });

  it('`npm run restored` opens it as a backup', async () => {
    const before = await schema();
    const token = await aSession('10 minutes');
    await beginMove(options());
    // No process with this folder saw it.
    await rm(join(database.dataDir, 'database-seen.json'));
    const restored = await database.store({ isRestored: true });
    expect(await schema()).toEqual(before);
    expect(await causes()).toEqual(['FIRST', 'MOVING', 'RESTORED']);
    expect(await restored.system().authenticateSession(token)).toBeNull();
  });
});

async function aSession(expires: string): Promise<string> {
  const member = await aMember(store, partner.partnerId);
  const limits = { idleSeconds: 3600, longestSeconds: 86_400 };
  const { token } = await store.system().createSession(member.id, limits);
  await database.query('update session set expires_at = now() + $1::interval', [expires]);
  return token;
}
