/** A prepared statement is described once a connection, and answers the same each time. */
import { aDatabase, type TestDatabase } from '@keyway/testing';
import pg from 'pg';
import { afterEach, beforeAll, afterAll, beforeEach, expect, it } from 'vitest';
import { DescribedOnce } from './describedOnce.ts';
import { sendAsOne } from './sendAsOne.ts';

let database: TestDatabase;
let client: pg.Client;
let described: number;
beforeAll(async () => {
  database = await aDatabase();
});
afterAll(() => database.close());
beforeEach(async () => {
  client = new pg.Client({ connectionString: database.url, pipeline: true } as pg.ClientConfig);
  client.on('error', () => undefined);
  await client.connect();
  described = 0;
  // Cast: pg does not declare the connection of a client.
  const { connection } = client as unknown as {
    connection: { on(message: string, listener: () => void): void };
  };
  connection.on('rowDescription', () => (described += 1));
  await client.query('create table if not exists changing (value int, at timestamptz)');
});
afterEach(async () => {
  await client.query('drop table changing');
  await client.end();
});

const ask = (config: pg.QueryConfig): Promise<pg.QueryResult> =>
  new Promise((resolve, reject) => {
    client.query(
      new DescribedOnce(config, (error, result) => (error ? reject(error) : resolve(result))),
    );
  });
const NAMED = { name: 'named', text: `select $1::int as one, '{a}'::text[] as two, now() as at` };
const ROW = { two: ['a'], at: expect.any(Date) };

it('answers the same rows, alone and together with others', async () => {
  for (const one of [1, 2, 3])
    expect((await ask({ ...NAMED, values: [one] })).rows).toEqual([{ one, ...ROW }]);
  const both = await sendAsOne(
    client,
    [4, 5].map((one) => ({ ...NAMED, values: [one] })),
  );
  expect(both.map(({ rows }) => rows as unknown)).toEqual([
    [{ one: 4, ...ROW }],
    [{ one: 5, ...ROW }],
  ]);
  expect(described).toBe(1);
});

it('describes one without a name each time, and none that has no rows', async () => {
  const { text } = NAMED;
  for (const one of [1, 2]) await ask({ text, values: [one] });
  expect(described).toBe(2);
  for (const value of [1, 2]) {
    const insert = { name: 'insert', text: 'insert into changing values ($1)', values: [value] };
    expect(await ask(insert)).toMatchObject({ rows: [], rowCount: 1 });
  }
  const none = { name: 'none', text: 'select value from changing where value = $1', values: [9] };
  for (const rows of [[], []]) expect((await ask(none)).rows).toEqual(rows);
});

it('fails as it would, and is described where it failed before', async () => {
  const divide = (by: number) => ({ name: 'd', text: 'select 1 / $1::int as d', values: [by] });
  await expect(ask(divide(0))).rejects.toMatchObject({ code: '22012' });
  for (const by of [1, 1]) expect((await ask(divide(by))).rows).toEqual([{ d: 1 }]);
  await expect(ask(divide(0))).rejects.toMatchObject({ code: '22012' });
  expect((await ask(divide(1))).rows).toEqual([{ d: 1 }]);
});

it('reads nothing by a description that is no longer true', async () => {
  const all = { name: 'all', text: 'select * from changing', values: [] };
  await client.query('insert into changing values (7, null)');
  for (const time of [1, 2])
    expect([time, (await ask(all)).rows]).toEqual([time, [{ value: 7, at: null }]]);
  await client.query('alter table changing alter value type text');
  await expect(ask(all)).rejects.toThrow('cached plan must not change result type');
});
