/** Tables can be distributed by `partner_id`, or moved by it: each row says whose it is. */
import { aDatabase, type TestDatabase } from '@keyway/testing';
import { afterAll, beforeAll, expect, it } from 'vitest';

let database: TestDatabase;
beforeAll(async () => {
  database = await aDatabase();
});
afterAll(() => database.close());

/** Of the installation: no partner's, and the same on every server. */
const OF_INSTALLATION = [
  ...['_prisma_migrations', 'partner', 'installation', 'database_era'],
  // Keys that sign, seal and verify.
  ...['evidence_key', 'federation_key', 'sealing_key', 'adobe_signing_key'],
  // What processes report, count and limit together.
  ...['worker_report', 'observation_total', 'webhook_total', 'rate_count'],
];

const names = async (text: string): Promise<string[]> =>
  (await database.query<{ name: string }>(text)).map(({ name }) => name);

it('every table has the partner in each row, apart from those of the installation', async () => {
  const without = await names(
    `select c.relname as name from pg_class c where c.relnamespace = current_schema()::regnamespace and c.relkind in ('r', 'p')
       and not exists (select from pg_attribute a where a.attrelid = c.oid and a.attname = 'partner_id' and a.attnotnull)`,
  );
  expect(without.toSorted()).toEqual(OF_INSTALLATION.toSorted());
});
