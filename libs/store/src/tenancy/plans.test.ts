/**
 * Filters below the row-level policies, among many runs of one partner beside others: what matches
 * nothing or little is found by an index and not by reading all.
 */
import { hash, randomUUID } from 'node:crypto';
import type { ActionName } from '@keyway/core';
import { aDatabase, type TestDatabase } from '@keyway/testing';
import pg from 'pg';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { listRunOwners } from '../access/assignees.ts';
import type { Database, Sql } from '../database/database.ts';
import { KeptRows } from '../database/keptRows.ts';
import { scopeValues, SET_SCOPE } from '../database/scope.ts';
import { listHistory } from '../history/historyList.ts';
import { countOrganizations, listOrganizations } from '../organizations/listOrganizations.ts';
import { searchOrganizations } from '../organizations/searchOrganizations.ts';
import {
  countNeededActions,
  findNeededActions,
  TASK_COUNT_CAP,
} from '../runs/findNeededActions.ts';
import { countRuns, listRunSummaries } from '../runs/listRuns.ts';
import { groupNeededActions } from '../runs/taskGroups.ts';
import { countPortfolio, countPortfolioOrganizations } from '../runs/portfolio.ts';
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
});
afterAll(async () => {
  await client.end();
  await database.close();
});

const RARE_OWNER = randomUUID();
const BUSY_OWNER = randomUUID();

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
     select ${id('organization')}, partner, 'Customer ' || i, 'customer ' || i, upper(lpad(to_hex(i), 24, '0')) || '@AdobeOrg', 'AZURE', 'VA7', 'HEALTHCARE_SHIELD',
       false, at ${rows}`,
    `insert into run (id, partner_id, organization_id, plan_version, version, state, status, waiting_on, search_text, vault_uris, standing,
       waiting_since, started_at, updated_at, waiting_key, step_details, step_since, summary_version, read_models_current, owner_id, due_at)
     select ${id('run')}, partner, ${id('organization')}, 1, 1, '{}', case when rare then 'BLOCKED' else 'IN_PROGRESS' end,
       case when rare then '{PARTNER,ADOBE}' else '{PARTNER}' end::text[], 'https://vault-' || i,
       '{}', case when rare then 'PARTNER ADOBE|' else 'PARTNER|' end || 'AEP/VAULT/READY', at, at, at, case when rare then 'PARTNER ADOBE' else 'PARTNER' end, '0/1 READY DONE Pv', array[at], 1, true,
       case when rare then '${RARE_OWNER}' when i % 100 > 0 then '${BUSY_OWNER}' end::uuid, case when rare then at - interval '1 day' when i % 5000 <> 3333 then at + interval '1 year' end ${rows}`,
    `insert into run_step (run_id, track, step, partner_id, organization_id, status, actor, since)
     select ${id('run')}, 'AEP', step, partner, ${id('organization')}, case when rare and step = 'KEY' then 'FAILED' else 'READY' end, 'PARTNER', at
     ${rows}, unnest(array['VAULT', 'KEY']) as step`,
    `insert into history_entry (id, partner_id, organization_id, run_id, chain_id, seq, at, actor, kind, data, previous_hash, hash)
     select gen_random_uuid(), partner, ${id('organization')}, ${id('run')}, ${id('organization')}, 1, at, case when rare then 'Rare One' else 'Worker' end,
       'factsObserved', '{}', '', '' ${rows}`,
    `insert into needed_action (run_id, rank, partner_id, organization_id, mutation, since, not_for, not_first_for)
     select ${id('run')}, rank, partner, ${id('organization')}, case rank when 0 then 'approve' else 'provideKey' end, at,
       case rank when 0 then 'member:asks' end, case rank when 0 then '!member:asks' else 'approve@member:asks' end ${rows}, generate_series(0, 1) as rank`,
    'select add_search_terms()',
    'select recount_portfolios()',
    'vacuum analyze organization, run, run_step, history_entry, needed_action, search_term',
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

/** Rows that the connection has read until now, in functions too. */
async function readUntilNow(): Promise<number> {
  const { rows } = await client.query<{ rows: number }>(
    'select coalesce(sum(seq_tup_read + coalesce(idx_tup_fetch, 0)), 0)::int as rows from pg_stat_xact_user_tables',
  );
  return rows[0]!.rows;
}

/** Rows of tables that the statements of a question read, as the viewer's role. */
async function rowsRead(ask: (view: KeptView) => Promise<unknown>): Promise<number> {
  const roles = (await rolesOf(client))!;
  let read = 0;
  const explained = async (text: string, values: readonly unknown[]): Promise<unknown[]> => {
    const before = await readUntilNow();
    const { rows } = await client.query<{ 'QUERY PLAN': [{ Plan: Plan }] }>(
      `explain (analyze, format json) ${text}`,
      [...values],
    );
    const inFunctions = (await readUntilNow()) - before;
    read += Math.max(rowsReadBy(rows[0]!['QUERY PLAN'][0].Plan), inFunctions);
    return (await client.query<object>(text, [...values])).rows;
  };
  let last: Promise<unknown> = Promise.resolve();
  const query = (text: string, values: readonly unknown[]): Promise<unknown> =>
    (last = last.then(() => explained(text, [...values])));
  await client.query('begin');
  try {
    await client.query(SET_SCOPE.usual.text, scopeValues(scope, roles));
    const visibility = new Visibility(scope);
    await ask({ sql: { query } as Sql, kept: new KeptRows(), visibility } as KeptView);
  } finally {
    await client.query('rollback');
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
  ['runs of who owns few', (view) => listRunSummaries(view, PAGE, { ownerId: RARE_OWNER })],
  ['runs of who owns many', (view) => listRunSummaries(view, PAGE, { ownerId: BUSY_OWNER })],
  ['runs of who owns none', (view) => listRunSummaries(view, PAGE, { ownerId: randomUUID() })],
  ['runs of nobody', (view) => listRunSummaries(view, PAGE, { unassigned: true })],
  ['runs of somebody', (view) => listRunSummaries(view, PAGE, { unassigned: false })],
  ['runs of nobody counted', (view) => countRuns(view, { unassigned: true })],
  ['organizations of nobody', (view) => listOrganizations(view, PAGE, { unassigned: true })],
  ['organizations of somebody', (view) => listOrganizations(view, PAGE, { unassigned: false })],
  [
    'owners of runs',
    (view) => listRunOwners(view, { read: async () => [] } as unknown as Database, { first: 9 }),
  ],
  ['overdue runs', (view) => listRunSummaries(view, PAGE, { overdue: true })],
  ['overdue runs counted', (view) => countRuns(view, { overdue: true })],
  ['runs that are not overdue', (view) => listRunSummaries(view, PAGE, { overdue: false })],
  [
    'overdue runs of one',
    (view) => listRunSummaries(view, PAGE, { overdue: true, ownerId: BUSY_OWNER }),
  ],
  ['stuck runs, most of them', (view) => listRunSummaries(view, PAGE, { stuckForSeconds: 60 })],
  [
    'stuck runs, none of them',
    (view) => listRunSummaries(view, PAGE, { stuckForSeconds: 31_536_000 }),
  ],
  ['organizations of an owner', (view) => listOrganizations(view, PAGE, { ownerId: RARE_OWNER })],
  ['organizations overdue', (view) => listOrganizations(view, PAGE, { overdue: true })],
  ['runs that are due soon', (view) => listRunSummaries(view, PAGE, { dueWithinSeconds: 86_400 })],
  ['organizations by due day', (view) => listOrganizations(view, PAGE, {}, 'DUE')],
  [
    'overdue organizations by due day',
    (view) => listOrganizations(view, PAGE, { overdue: true }, 'DUE'),
  ],
  [
    'organizations of a text by due day',
    (view) => listOrganizations(view, PAGE, { text: '19876' }, 'DUE'),
  ],
  ['organizations due soon', (view) => listOrganizations(view, PAGE, { dueWithinSeconds: 86_400 })],
  ['history once for each change', (view) => listHistory(view, PAGE, { oncePerChange: true })],
  ['runs without a date', (view) => listRunSummaries(view, PAGE, { undated: true })],
  ['runs without a date counted', (view) => countRuns(view, { undated: true })],
  ['organizations without a date', (view) => listOrganizations(view, PAGE, { undated: true })],
  ['organizations not overdue', (view) => listOrganizations(view, PAGE, { overdue: false })],
])('%s', async (_, ask) => {
  expect(await rowsRead(ask)).toBeLessThan(MAX_ROWS_READ);
});

const text = (wanted: string) => ({ text: wanted });
const tasks = (view: KeptView, mutations: ActionName[], principal: string): Promise<unknown> =>
  findNeededActions(view, { mutations, principal, now: new Date().toISOString() }, { first: 20 });
/**
 * Rows that texts and counts read: some in the order of the list, with what they are compared with,
 * before the index is asked.
 */
const MAX_ROWS_OF_TEXTS = 3000;
it.each<[string, (view: KeptView) => Promise<unknown>]>([
  ['a search for what is not there', (view) => searchOrganizations(view, 'no such', 20)],
  ['one of parts that are there', (view) => searchOrganizations(view, 'customer 99999', 20)],
  ['a search for one', (view) => searchOrganizations(view, 'customer 19876', 20)],
  ['a search for a vault', (view) => searchOrganizations(view, 'vault-19876', 20)],
  ['a short search for what is not there', (view) => searchOrganizations(view, 'zq', 20)],
  ['a search for all', (view) => searchOrganizations(view, 'customer', 20)],
  ['a short search for all', (view) => searchOrganizations(view, 'c', 20)],
  ['organizations of a text', (view) => listOrganizations(view, PAGE, text('19876'))],
  ['organizations of no text', (view) => listOrganizations(view, PAGE, text('no such'))],
  ['their count', (view) => countOrganizations(view, text('no such'))],
  ['runs of a text', (view) => listRunSummaries(view, PAGE, text('vault-19876'))],
  ['runs of no text', (view) => listRunSummaries(view, PAGE, text('no such'))],
  ['the count of runs of no text', (view) => countRuns(view, text('no such'))],
  ['runs with steps that none has', (view) => listRunSummaries(view, PAGE, { step: 'ROLE' })],
  [
    'organizations of no run',
    (view) => listOrganizations(view, PAGE, { runStatus: ['CANCELLED'] }),
  ],
  ['organizations of a cloud', (view) => listOrganizations(view, PAGE, { cloud: 'AWS' })],
  ['organizations of a region', (view) => listOrganizations(view, PAGE, { region: 'NLD2' })],
  ['organizations of most', (view) => listOrganizations(view, PAGE, { region: 'VA7' })],
  ['organizations of a region counted', (view) => countOrganizations(view, { region: 'NLD2' })],
  ['all runs counted', (view) => countRuns(view)],
  ['runs of a status counted', (view) => countRuns(view, { status: ['IN_PROGRESS'] })],
  ['runs with a step counted', (view) => countRuns(view, { step: 'VAULT' })],
  ['runs waiting counted', (view) => countRuns(view, { waitingOn: ['PARTNER'] })],
  ['all organizations counted', (view) => countOrganizations(view)],
  ['organizations of a status', (view) => countOrganizations(view, { runStatus: ['IN_PROGRESS'] })],
  ['the portfolio', (view) => countPortfolio(view)],
  ['its organizations', (view) => countPortfolioOrganizations(view)],
  ['tasks of who may all', (view) => tasks(view, ['approve', 'provideKey'], 'member:owner')],
  ['tasks of who asked', (view) => tasks(view, ['approve', 'provideKey'], 'member:asks')],
  ['tasks of who may nothing of it', (view) => tasks(view, ['confirmCja'], 'member:owner')],
])('%s', async (_, ask) => {
  expect(await rowsRead(ask)).toBeLessThan(MAX_ROWS_OF_TEXTS);
});

it('finds with the index what the list contains, and reads as a test would notice', async () => {
  const all = await rowsRead(async ({ sql }) => sql.query('select count(*) from organization', []));
  expect(all).toBeGreaterThanOrEqual(RUNS);
  const inFunction = (view: KeptView): Promise<unknown> =>
    view.sql.query(`select search_candidates('customer', false, null)`, []);
  expect(await rowsRead(inFunction)).toBeGreaterThanOrEqual(RUNS);
});

/** Of each of the tasks that are counted: its row, those of its run and its organization. */
const MAX_ROWS_OF_A_TASK = 15;
it('counts tasks up to a number, and reads no more', async () => {
  const mutations: ActionName[] = ['approve', 'provideKey'];
  const viewer = { mutations, principal: 'member:owner', now: new Date().toISOString() };
  const read = await rowsRead((view) => countNeededActions(view, viewer));
  expect(read).toBeLessThan(MAX_ROWS_OF_A_TASK * TASK_COUNT_CAP);
});

it('counts the tasks of each group up to a number, and reads no more', async () => {
  const mutations: ActionName[] = ['approve', 'provideKey', 'confirmCja', 'recordTicket'];
  const now = new Date().toISOString();
  const reads = (principal: string) =>
    rowsRead(async (view) => {
      const groups = await groupNeededActions(view, { mutations, principal, now });
      // The first may approve every run, and who asked may provide every key.
      const task = principal === 'member:asks' ? 'provideKey' : 'approve';
      expect(groups).toMatchObject([{ task, count: TASK_COUNT_CAP, capped: true }]);
    });
  const limit = MAX_ROWS_OF_A_TASK * TASK_COUNT_CAP;
  expect(await reads('member:owner')).toBeLessThan(limit);
  expect(await reads('member:asks')).toBeLessThan(limit);
});
