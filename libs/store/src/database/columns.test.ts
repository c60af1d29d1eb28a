/** The schema, the names that SQL uses for it, and the database say the same. */
import { readFileSync } from 'node:fs';
import { aDatabase, type TestDatabase } from '@keyway/testing';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { columnOf, columns } from './columns.ts';

const SCHEMA = readFileSync(new URL('../../prisma/schema.prisma', import.meta.url), 'utf8');

interface Field {
  table: string;
  field: string;
  column: string;
  nullable: boolean;
}

const isRelation = (type: string): boolean => SCHEMA.includes(`model ${type.replace(/\W/g, '')} {`);

const fields: Field[] = [...SCHEMA.matchAll(/^model \w+ \{\n([\s\S]*?)^\}/gm)].flatMap((model) => {
  const body = model[1]!;
  const table = /@@map\("(\w+)"\)/.exec(body)![1]!;
  return [...body.matchAll(/^ {2}(\w+) +(\w+\S*)(.*)$/gm)]
    .filter(([, , type]) => !isRelation(type!))
    .map(([, field, type, rest]) => ({
      table,
      field: field!,
      column: /@map\("(\w+)"\)/.exec(rest!)?.[1] ?? field!,
      nullable: type!.endsWith('?'),
    }));
});

let database: TestDatabase;
beforeAll(async () => {
  database = await aDatabase();
});
afterAll(() => database.close());

it('names every column after its field', () => {
  expect(fields.length).toBeGreaterThan(100);
  for (const { field, column } of fields) expect(columnOf(field)).toBe(column);
  expect(columns('t', ['id', 'partnerId'])).toBe('t.id as "id", t.partner_id as "partnerId"');
});

it('has every column of the database, and says which may be null', async () => {
  const rows = await database.query(
    `select table_name as table, column_name as column, is_nullable = 'YES' as nullable
     from information_schema.columns where table_schema = 'public'
       and table_name <> '_prisma_migrations' order by 1, 2`,
  );
  const own = fields.map(({ table, column, nullable }) => ({ table, column, nullable }));
  const order = (a: Omit<Field, 'field'>, b: Omit<Field, 'field'>): number =>
    `${a.table} ${a.column}` < `${b.table} ${b.column}` ? -1 : 1;
  expect(own.toSorted(order)).toEqual((rows as typeof own).toSorted(order));
});
