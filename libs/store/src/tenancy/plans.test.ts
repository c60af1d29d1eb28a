/**
 * Filters below the row-level policies, among many runs of one partner beside others: what matches
 * nothing or little is found by an index and not by reading all.
 */
import { hash, randomUUID } from 'node:crypto';
import { aDatabase, type TestDatabase } from '@keyway/testing';
import pg from 'pg';
import { afterAll, beforeAll, expect, it } from 'vitest';
import type { Sql } from '../database/database.ts';
import { KeptRows } from '../database/keptRows.ts';
import { scopeValues } from '../database/scopedTransaction.ts';
import { listHistory } from '../history/historyList.ts';
import { listOrganizations } from '../organizations/listOrganizations.ts';
import { listRunSummaries } from '../runs/listRuns.ts';
import { rolesOf } from '../startup/databaseRoles.ts';
import type { KeptView } from './view.ts';
import { Visibility, type PartnerScope } from './visibility.ts';

const RUNS = 20_000;
const PARTNERS = 200;
/** What a page of 51 reads: the rows shown, each with its organization, and some more. */
const MAX_ROWS_READ = 1000;

let database: TestDatabase;
let client: pg.Client;
let scope: PartnerScope;

beforeAll(async () => {
  database = await aDatabase();
  await database.store();
  scope = { partnerId: await seed(PARTNERS), organizationIds: null };
  client = new pg.Client({ connectionString: database.runtimeUrl });
  await client.connect();
}, 120_000);
afterAll(async () => {
  await client.end();
  await database.close();
});

/** A large partner and many with a hundred runs each; answers the large one's ID. */
async function seed(others: number): Promise<string> {
  const partnerId = randomUUID();
  const id = (kind: string): string => `md5('${kind}' || i)::uuid`;
  const rows = `from (select i, i % 5000 = 7 as rare, now() - i * interval '1 s' as at,
      case when i <= ${RUNS} then '${partnerId}' else md5('partner' || i % ${others}) end::uuid as partner
    from generate_series(1, ${RUNS} + ${others} * 100) as i) as r`;
  const owner = new pg.Client({ connectionString: database.url });
  await owner.connect();
  for (const statement of [
    'set session_replication_role = replica',
    `insert into organization (id, partner_id, name, name_key, ims_org_id, cloud, region, shield, owns_cja, created_at)
     select ${id('organization')}, partner, 'Customer ' || i, 'customer ' || i, upper(lpad(to_hex(i), 24, '0')) || '@AdobeOrg', 'AZURE', 'VA7', 'NONE',
       false, at ${rows}`,
    `insert into run (id, partner_id, organization_id, plan_version, version, state, status, waiting_on, search_text, vault_uris, standing,
       waiting_since, started_at, updated_at)
     select ${id('run')}, partner, ${id('organization')}, 1, 1, '{}', case when rare then 'BLOCKED' else 'IN_PROGRESS' end,
       case when rare then '{PARTNER,ADOBE}' else '{PARTNER}' end::text[], 'https://vault-' || i,
       '{}', case when rare then 'PARTNER ADOBE|' else 'PARTNER|' end || 'AEP/VAULT/READY', at, at, at ${rows}`,
    `insert into run_step (run_id, track, step, partner_id, organization_id, status, actor, since)
     select ${id('run')}, 'AEP', step, partner, ${id('organization')}, case when rare and step = 'KEY' then 'FAILED' else 'READY' end, 'PARTNER', at
     ${rows}, unnest(array['VAULT', 'KEY']) as step`,
    `insert into history_entry (id, partner_id, organization_id, run_id, chain_id, seq, at, actor, kind, data, previous_hash, hash)
     select gen_random_uuid(), partner, ${id('organization')}, ${id('run')}, ${id('organization')}, 1, at, case when rare then 'Rare One' else 'Worker' end,
       'factsObserved', '{}', '', '' ${rows}`,
    'vacuum analyze organization, run, run_step, history_entry',
  ])
    await owner.query(statement);
  await owner.end();
  return partnerId;
}

interface Plan {
  'Relation Name'?: string;
  'Actual Rows': number;
  'Actual Loops': number;
  'Rows Removed by Filter'?: number;
  Plans?: Plan[];
}
const rowsReadBy = (plan: Plan): number =>
  (plan.Plans ?? []).reduce(
    (sum, part) => sum + rowsReadBy(part),
    plan['Relation Name']
      ? (plan['Actual Rows'] + (plan['Rows Removed by Filter'] ?? 0)) * plan['Actual Loops']
      : 0,
  );

/** Rows of tables that the statements of a question read, as the viewer's role. */
async function rowsRead(ask: (view: KeptView) => Promise<unknown>): Promise<number> {
  const asked: [string, readonly unknown[]][] = [];
  const query = async (text: string, values: readonly unknown[]): Promise<never[]> => {
    asked.push([text, values]);
    return [];
  };
  const visibility = new Visibility(scope);
  await ask({ sql: { query } as Sql, kept: new KeptRows(), visibility } as KeptView);
  const roles = (await rolesOf(client))!;
  let read = 0;
  for (const [text, values] of asked) {
    await client.query('begin');
    await client.query(
      `select set_config('role', $1, true), set_config('keyway.partner_id', $2, true), set_config('keyway.organization_ids', $3, true)`,
      scopeValues(scope, roles),
    );
    const { rows } = await client.query<{ 'QUERY PLAN': [{ Plan: Plan }] }>(
      `explain (analyze, format json) ${text}`,
      [...values],
    );
    await client.query('rollback');
    read += rowsReadBy(rows[0]!['QUERY PLAN'][0].Plan);
  }
  return read;
}

const PAGE = { first: 50 };
/** The ID that `seed` gives a run. */
const ONE_RUN = hash('md5', 'run77', 'hex').replace(
  /^(.{8})(.{4})(.{4})(.{4})(.{12})$/,
  '$1-$2-$3-$4-$5',
);
it.each<[string, (view: KeptView) => Promise<unknown>]>([
  ['history of an actor who did little', (view) => listHistory(view, PAGE, { actor: 'rare' })],
  ['history of an actor who did nothing', (view) => listHistory(view, PAGE, { actor: 'Nobody' })],
  ['history of an actor who did all', (view) => listHistory(view, PAGE, { actor: 'work' })],
  ['history of a run', (view) => listHistory(view, PAGE, { runId: ONE_RUN })],
  ['runs waiting on few', (view) => listRunSummaries(view, PAGE, { waitingOn: ['ADOBE'] })],
  ['runs waiting on none', (view) => listRunSummaries(view, PAGE, { waitingOn: ['APPROVER'] })],
  ['runs waiting on most', (view) => listRunSummaries(view, PAGE, { waitingOn: ['PARTNER'] })],
  ['blocked runs', (view) => listRunSummaries(view, PAGE, { status: ['BLOCKED'] })],
  ['runs with a failed step', (view) => listRunSummaries(view, PAGE, { stepStatus: ['FAILED'] })],
  ['organizations blocked', (view) => listOrganizations(view, PAGE, { runStatus: ['BLOCKED'] })],
  ['organizations waiting', (view) => listOrganizations(view, PAGE, { waitingOn: ['ADOBE'] })],
  ['organizations of most', (view) => listOrganizations(view, PAGE, { waitingOn: ['PARTNER'] })],
])('%s', async (_, ask) => {
  expect(await rowsRead(ask)).toBeLessThan(MAX_ROWS_READ);
});
