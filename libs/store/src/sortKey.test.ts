import { aDatabase, aPartner, type TestDatabase } from '@keyway/testing';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { sortKey } from './sortKey.ts';

/** compareNames.test.ts of the console has the same list. */
const IN_ORDER = [
  'a b',
  'Ab',
  'abc',
  'zava',
  'Árbol',
  'árbol b',
  'éclair',
  '\u{ff5a}',
  '\u{1f511}',
];

let database: TestDatabase;
beforeAll(async () => {
  database = await aDatabase();
});
afterAll(() => database.close());

it('lists names by code point, whatever their case', async () => {
  const partner = await aPartner(database, await database.store(), 'Ours');
  for (const name of IN_ORDER.toReversed()) await partner.organization({ name });
  const rows = await database.query<{ name: string }>(
    'select name from organization order by name_key',
  );
  expect(rows.map(({ name }) => name)).toEqual(IN_ORDER);
});

it('keeps the beginning of long names', () => {
  expect(sortKey('A'.repeat(500))).toBe('a'.repeat(400));
});
