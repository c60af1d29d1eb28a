/** Statements sent as one are one transaction, and leave the connection as it was. */
import { aDatabase, type TestDatabase } from '@keyway/testing';
import pg from 'pg';
import { afterAll, beforeAll, expect, it, vi } from 'vitest';
import { sendAsOne } from './sendAsOne.ts';

let database: TestDatabase;
let client: pg.Client;
beforeAll(async () => {
  database = await aDatabase();
  client = new pg.Client({ connectionString: database.url, pipeline: true } as pg.ClientConfig);
  client.on('error', () => undefined);
  await client.connect();
  await client.query('create table kept (value int primary key)');
});
afterAll(async () => {
  await client.end().catch(() => undefined);
  await database.close();
});

const kept = async () =>
  (await database.query<{ value: number }>('select value from kept order by 1')).map(
    ({ value }) => value,
  );
const insert = (value: number, name?: string) => ({
  ...(name ? { name } : {}),
  text: 'insert into kept values ($1) returning value',
  values: [value],
});

it('answers each, in order, whether prepared or not, and what is sent beside it', async () => {
  const both = sendAsOne(client, [
    { name: 'one', text: `select set_config('keyway.partner_id', $1, true) as set`, values: ['x'] },
    { text: `select current_setting('keyway.partner_id') as seen` },
    insert(1, 'insert'),
  ]);
  const beside = client.query({ name: 'beside', text: 'select $1::int as beside', values: [7] });
  const again = sendAsOne(client, [
    insert(2, 'insert'),
    { text: 'update kept set value = 9 where false' },
  ]);
  expect((await both).map(({ rows }) => rows as unknown)).toEqual([
    [{ set: 'x' }],
    [{ seen: 'x' }],
    [{ value: 1 }],
  ]);
  expect((await beside).rows).toEqual([{ beside: 7 }]);
  expect((await again).map(({ rows, rowCount }) => [rows, rowCount])).toEqual([
    [[{ value: 2 }], 1],
    [[], 0],
  ]);
  // What was set ended with its transaction.
  const { rows } = await client.query(`select current_setting('keyway.partner_id', true) as set`);
  expect(rows).toEqual([{ set: '' }]);
  expect(await kept()).toEqual([1, 2]);
});

it.each([
  ['the first', [insert(1, 'insert'), insert(3, 'never')]],
  ['the last', [insert(3, 'third'), insert(1, 'insert')]],
  [
    'one that cannot be parsed',
    [insert(3, 'third'), { name: 'bad', text: 'select nonsense from' }],
  ],
])('does nothing where %s fails, and the connection serves on', async (_, statements) => {
  await expect(sendAsOne(client, statements)).rejects.toMatchObject({ code: /23505|42601/ });
  expect(await kept()).toEqual([1, 2]);
  const answers = await sendAsOne(client, [{ name: 'never', text: 'select 1 as one', values: [] }]);
  expect(answers[0]!.rows).toEqual([{ one: 1 }]);
});

it('gives pg what has no getters of its own, which would outlive their request', async () => {
  const sent = vi.spyOn(client, 'query');
  await sendAsOne(client, [{ text: 'select 1', values: [] }]);
  const [given] = sent.mock.lastCall as unknown as [object];
  sent.mockRestore();
  const own = Object.values(Object.getOwnPropertyDescriptors(given));
  expect(own.length).toBeGreaterThan(0);
  expect(own.filter(({ get }) => get)).toEqual([]);
});

it('does nothing of what follows a statement whose values cannot be sent', async () => {
  const circle: Record<string, unknown> = {};
  circle['self'] = circle;
  await expect(
    sendAsOne(client, [insert(4), { text: 'select $1::json', values: [circle] }, insert(5)]),
  ).rejects.toThrow(/circular/i);
  expect(await kept()).toEqual([1, 2]);
});
