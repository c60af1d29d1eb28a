/** No batch of a deletion reads a whole table, and none of what a deleted row is referred to by. */
import { aDatabase, type PlanNode, type TestDatabase } from '@keyway/testing';
import pg from 'pg';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { deletionStatements } from './deleteMarked.ts';

let database: TestDatabase;
let client: pg.Client;
/** As in an installation: a partner has many rows, an organization few. */
const FEW_PARTNERS = `select pg_restore_attribute_stats('schemaname', 'public', 'relname', table_name::text, 'attname', 'partner_id',
    'inherited', false, 'null_frac', 0::real, 'avg_width', 16, 'n_distinct', 2::real)
  from information_schema.columns where column_name = 'partner_id' and table_schema = 'public'`;
beforeAll(async () => {
  database = await aDatabase();
  await database.store();
  await database.query(FEW_PARTNERS);
  client = new pg.Client({ connectionString: database.url });
  await client.connect();
  // Tables are empty here, where to read all of one costs nothing.
  await client.query('set enable_seqscan = off');
});
afterAll(async () => {
  await client.end();
  await database.close();
});

async function planOf(text: string): Promise<PlanNode> {
  const { rows } = await client.query<{ 'QUERY PLAN': [{ Plan: PlanNode }] }>(
    `explain (generic_plan, verbose, format json) ${text}`,
  );
  return rows[0]!['QUERY PLAN'][0].Plan;
}

/** What narrows a read to the rows of one organization. */
const NARROW = /\b(organization_id|chain_id|run_id|message_id|ctid|id) = /;
/** Emptied by workers within moments, or as small as the partner's settings. */
const SMALL = ['inbox_cause_of_partner', 'inbox_cause', 'webhook_change', 'sign_in_rule'];
const LEADING = `select c.relname as name, a.attname as leading from pg_index i join pg_class c on c.oid = i.indexrelid
  join pg_attribute a on a.attrelid = i.indrelid and a.attnum = i.indkey[0]`;

/** Tables and indexes that are read as a whole, apart from `SMALL`. */
function readWhole(plan: PlanNode, leading: ReadonlyMap<string, string>): string[] {
  const { 'Relation Name': table = '', 'Node Type': kind, 'Index Name': index } = plan;
  const by = String(plan['Index Cond']);
  const found: string[] = [];
  if (kind === 'Seq Scan' && !SMALL.includes(table)) found.push(table);
  if (typeof index === 'string' && !SMALL.includes(index))
    if (!NARROW.test(by) || !by.includes(leading.get(index)!)) found.push(`${index}: ${by}`);
  return [...found, ...(plan.Plans ?? []).flatMap((part) => readWhole(part, leading))];
}

async function allReadWhole(): Promise<string[]> {
  const indexes = await database.query<{ name: string; leading: string }>(LEADING);
  const leading = new Map(indexes.map((index) => [index.name, index.leading]));
  const statements = deletionStatements({ id: 'x', partnerId: 'y' });
  expect(statements.length).toBeGreaterThan(50);
  const found: string[] = [];
  for (const text of statements) found.push(...readWhole(await planOf(text), leading));
  return found;
}

describe('a deletion by organization', () => {
  it('finds each row by an index', async () => {
    expect(await allReadWhole()).toEqual([]);
  });

  it.each([
    ...['bulk_item_of_organization', 'dry_run_item_of_organization', 'bulk_link_of_organization'],
    ...['inbox_item_of_organization', 'webhook_message_of_organization', 'run_by_organization'],
  ])('is noticed where it lacks %s', async (index) => {
    await client.query('begin');
    await client.query(`drop index ${index}`);
    const found = await allReadWhole();
    await client.query('rollback');
    expect(found.length).toBeGreaterThan(0);
  });
});

/** Deleted with each of its rows, or at the end of a deletion once. */
const MANY = ['run', 'hand_off', 'connection', 'watch', 'alert', 'webhook_message', 'bulk_item'];

it('what refers to a row that is deleted is found by an index', async () => {
  const without = await database.query<{ of: string; to: string }>(
    `select c.conrelid::regclass::text as "of", c.confrelid::regclass::text as "to" from pg_constraint c
     where c.contype = 'f' and c.confrelid::regclass::text = any ($1) and not exists (
       select from pg_index i where i.indrelid = c.conrelid and i.indkey[0] = c.conkey[1]
         and (i.indpred is null or pg_get_expr(i.indpred, i.indrelid) = '(' ||
           (select a.attname from pg_attribute a where a.attrelid = c.conrelid and a.attnum = c.conkey[1]) || ' IS NOT NULL)'))`,
    [MANY],
  );
  expect(without).toEqual([]);
});
