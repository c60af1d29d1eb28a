/** Provokes the failures that have a text alone: another text of a new version shows here. */
import { aDatabase, type TestDatabase } from '@keyway/testing';
import pg from 'pg';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { aPooler, type Pooler } from '../testing/aPooler.ts';
import { saysConnectionLost, saysDatabaseClosed, saysNoConnectionLeft } from './driverFailures.ts';
import { Database, UnknownCommit, type Transaction } from './database.ts';
import { rolesOf } from '../startup/databaseRoles.ts';
import { isConnectionLoss } from './retry.ts';
import { unavailabilityOf } from './unavailability.ts';

let database: TestDatabase;
beforeAll(async () => {
  database = await aDatabase();
});
afterAll(() => database.close());

const failureOf = (work: Promise<unknown>): Promise<unknown> =>
  work.then(
    () => null,
    (error: unknown) => error,
  );

async function aClient(): Promise<pg.Client> {
  const client = new pg.Client({ connectionString: database.url });
  client.on('error', () => undefined);
  await client.connect();
  return client;
}

/** Cast: pg does not declare what it keeps of a connection. */
const socketOf = (client: pg.Client): { destroy(): void } =>
  (client as unknown as { connection: { stream: { destroy(): void } } }).connection.stream;

describe('a lost connection', () => {
  it('is recognized under a statement, and at the next one', async () => {
    const client = await aClient();
    const running = failureOf(client.query('select pg_sleep(30)'));
    socketOf(client).destroy();
    const next = async () => failureOf(client.query('select 1'));
    for (const failure of [await running, await next()]) {
      expect(saysConnectionLost(failure)).toBe(true);
      expect(isConnectionLoss(failure)).toBe(true);
      expect(unavailabilityOf(failure)).toBe('away');
    }
  });

  it('is recognized where this process closed it', async () => {
    const client = await aClient();
    const ended = client.end();
    expect(saysConnectionLost(await failureOf(client.query('select 1')))).toBe(true);
    await ended;
  });
});

it('a pool without a free connection is exhausted', async () => {
  const pool = new pg.Pool({
    connectionString: database.url,
    max: 1,
    connectionTimeoutMillis: 2_000,
  });
  const taken = await pool.connect();
  const failure = await failureOf(pool.connect());
  expect(saysNoConnectionLeft(failure)).toBe(true);
  expect(unavailabilityOf(failure)).toBe('exhausted');
  taken.release();
  await pool.end();
});

it('a database that takes no connections is away', async () => {
  const url = new URL(database.url);
  url.pathname = '/template0';
  const client = new pg.Client({ connectionString: url.href });
  client.on('error', () => undefined);
  const failure = await failureOf(client.connect());
  expect(saysDatabaseClosed(failure)).toBe(true);
  expect(unavailabilityOf(failure)).toBe('away');
});

describe('COMMIT', () => {
  let scoped: Database;
  let pooled: Database;
  let pooler: Pooler;
  beforeAll(async () => {
    const client = await aClient();
    const roles = (await rolesOf(client))!;
    await client.end();
    const onWarning = (): void => undefined;
    const options = { applicationName: 'keyway-test', maxConnections: 1, now: null, onWarning };
    scoped = new Database({ ...options, url: database.runtimeUrl, roles });
    pooler = await aPooler(database.runtimeUrl);
    pooled = new Database({ ...options, url: pooler.url, roles });
  });
  afterAll(async () => {
    await Promise.all([scoped.close(), pooled.close()]);
    await pooler.close();
  });

  const pidOf = async (transaction: Transaction): Promise<number> =>
    (await transaction.query<{ pid: number }>('select pg_backend_pid() as pid'))[0]!.pid;
  const end = (pid: number) => database.query('select pg_terminate_backend($1)', [pid]);
  const sleeps = async (pid: number): Promise<boolean> =>
    (
      await database.query<{ event: string | null }>(
        'select wait_event as event from pg_stat_activity where pid = $1',
        [pid],
      )
    )[0]?.event === 'PgSleep';

  it('is not sent on a lost connection: the transaction starts again', async () => {
    let tries = 0;
    const lost = new Promise<void>((resolve) =>
      scoped.system.once('acquire', (client) => client.once('end', resolve)),
    );
    await scoped.transaction('system', async (transaction) => {
      tries += 1;
      const pid = await pidOf(transaction);
      if (tries > 1) return;
      await end(pid);
      await lost;
    });
    expect(tries).toBe(2);
  });

  it.each(['query', 'finish'] as const)(
    'starts again with locks where a write that guessed fails, also if %s meets it first',
    async (way) => {
      const guesses: boolean[] = [];
      await scoped.transaction('system', async (transaction) => {
        guesses.push(transaction.mayGuess);
        if (transaction.mayGuess) transaction.write('select 1 / 0');
        return transaction[way]('select 1');
      });
      expect(guesses).toEqual([true, false]);
    },
  );

  it.each<[string, () => Database]>([
    ['on a connection of its own', () => scoped],
    // It answers FATAL 08P01 and closes the connection.
    ['through a pooler', () => pooled],
  ])('has an unknown outcome where it was sent and not answered: %s', async (_where, on) => {
    let tries = 0;
    const failure = await failureOf(
      on().transaction('system', async (transaction) => {
        tries += 1;
        const pid = await pidOf(transaction);
        await transaction.query(`select set_config('statement_timeout', '0', true)`);
        // COMMIT is sent behind it.
        transaction.query('select pg_sleep(60)').catch(() => undefined);
        void (async () => {
          while (!(await sleeps(pid)));
          await end(pid);
        })();
      }),
    );
    expect(failure).toBeInstanceOf(UnknownCommit);
    expect(tries).toBe(1);
  });

  it.each([
    ['COMMIT', () => Promise.resolve()],
    ['the last statement', (transaction: Transaction) => transaction.finish('select 1')],
  ])('a write that failed is thrown by %s, and nothing is changed', async (_, last) => {
    await database.query('create table if not exists written (id int primary key)');
    await database.query('grant all on written to public');
    await database.query('truncate written');
    const failure = await failureOf(
      scoped.transaction('system', async (transaction) => {
        transaction.write('insert into written values ($1)', [1]);
        transaction.write('insert into written values ($1)', [1]);
        await last(transaction);
      }),
    );
    expect(failure).toMatchObject({ code: '23505' });
    expect(await database.query('select id from written')).toEqual([]);
    // The one connection serves again.
    await scoped.transaction('system', async (transaction) => {
      transaction.write('insert into written values ($1)', [2]);
      await last(transaction);
    });
    expect(await database.query('select id from written')).toEqual([{ id: 2 }]);
  });
});
