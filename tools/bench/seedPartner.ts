/**
 * Partners of any size for benchmarks: a few runs are brought to their stages through the store,
 * and the database copies their rows, as its owner.
 */
import { randomUUID } from 'node:crypto';
import type { Refusal, RunEvent } from '@keyway/core';
import { DrivenRun, goodFacts } from '@keyway/core/testing';
import { GENESIS_HASH, type PartnerScope, type UnitOfWork, type Store } from '@keyway/store';
import type pg from 'pg';

const ACTOR = { principal: 'member:bench', name: 'Bench', origin: 'console' } as const;
const occurrence = () => ({ id: randomUUID(), at: new Date().toISOString(), actor: ACTOR });

/** A stage, how many of a hundred runs are there, and what brings a run there. */
const STAGES: [number, (driven: DrivenRun) => unknown][] = [
  [20, () => undefined],
  [15, blocked],
  [15, (driven) => driven.prepare()],
  [
    10,
    (driven) =>
      driven.prepare().must('approvalRequested', { track: 'AEP', principal: 'member:operator' }),
  ],
  [15, (driven) => driven.prepare().approve('AEP').submit().accepted().reported('RUNNING')],
  [
    20,
    (driven) =>
      driven
        .prepare()
        .approve('AEP')
        .submit()
        .accepted()
        .reported('COMPLETED')
        .approve('CJA')
        .observe()
        .confirmCja(),
  ],
  [
    5,
    (driven) =>
      driven.prepare().must('runCancelled', { reason: 'The customer waits for next year.' }),
  ],
];

function blocked(driven: DrivenRun): void {
  driven.world = (track, step) => {
    const facts = goodFacts(track, step);
    if (facts.step !== 'VAULT' || facts.vault.outcome !== 'seen') return facts;
    return {
      ...facts,
      vault: { ...facts.vault, value: { ...facts.vault.value, enablePurgeProtection: false } },
    };
  };
  driven.prepare();
}

/** An empty partner; no viewer may make one. */
export async function makePartner(pool: pg.Pool, name: string): Promise<PartnerScope> {
  const partnerId = randomUUID();
  await pool.query('insert into partner (id, name, created_at) values ($1, $2, now())', [
    partnerId,
    name,
  ]);
  await pool.query(
    `insert into chain_head (chain_id, partner_id, seq, hash, at) values ($1, $1, 0, $2, '2020-01-01')`,
    [partnerId, GENESIS_HASH],
  );
  return { partnerId, organizationIds: null };
}

/** A partner with one run of each stage, in their order. */
export async function makeTemplates(pool: pg.Pool, store: Store): Promise<string[]> {
  const scope = await makePartner(pool, 'Templates');
  const runs: string[] = [];
  for (const [index, [, act]] of STAGES.entries())
    runs.push(await makeTemplate(store, scope, index, act));
  return runs;
}

export interface StartedRun {
  runId: string;
  organizationId: string;
  /** What follows, each with an ID of its own. */
  events: RunEvent[];
}

/** Starts a run of an organization of its own, with all that happened in `driven` still to come. */
export async function startDriven(
  store: Store,
  scope: PartnerScope,
  index: number,
  driven: DrivenRun,
): Promise<StartedRun> {
  const [first, ...events] = driven.events as [RunEvent & { kind: 'runStarted' }, ...RunEvent[]];
  const { organization, connections } = first.data;
  const imsOrgId = `${String(index).padStart(24, 'F')}@AdobeOrg`;
  const mutate = async <T>(
    work: (unit: UnitOfWork) => Promise<T | { refusal: Refusal }>,
  ): Promise<T> => {
    const outcome = await store
      .forPartner(scope)
      .mutate({ principal: ACTOR.principal, operation: 'bench', input: null }, work);
    if ('refusals' in outcome) throw new Error(JSON.stringify(outcome.refusals));
    return must(outcome.result);
  };
  const made = await mutate((unit) =>
    unit.organizations.create({ ...organization, imsOrgId }, occurrence()),
  );
  const begun = await mutate(async (unit) => {
    const azure = { ...connections.azure!, clientSecret: 'sandbox-bench' };
    await unit.connections.set(
      made.organization.id,
      { kind: 'azure', connection: azure },
      occurrence(),
    );
    const adobe = { clientId: 'client', clientSecret: 'sandbox-bench', scopes: ['openid'] };
    await unit.connections.set(
      made.organization.id,
      { kind: 'adobe', connection: adobe },
      occurrence(),
    );
    return unit.runs.start(made.organization.id, occurrence());
  });
  const own = (event: RunEvent): RunEvent => ({
    ...(JSON.parse(JSON.stringify(event).replaceAll(organization.imsOrgId, imsOrgId)) as RunEvent),
    id: randomUUID(),
  });
  return {
    runId: begun.run.run.id,
    organizationId: made.organization.id,
    events: events.map(own),
  };
}

async function makeTemplate(
  store: Store,
  scope: PartnerScope,
  index: number,
  act: (driven: DrivenRun) => unknown,
): Promise<string> {
  const driven = new DrivenRun();
  act(driven);
  const { runId, events } = await startDriven(store, scope, index, driven);
  for (const event of events) must(await store.system().advance(runId, event));
  return runId;
}

function must<T>(result: T | { refusal: Refusal }): T {
  if (typeof result === 'object' && result !== null && 'refusal' in result)
    throw new Error(JSON.stringify(result.refusal));
  return result as T;
}

/** Which template run number i of many is copied from: in the shares of the stages, mixed. */
function templateOf(templates: readonly string[]): string {
  const places = STAGES.flatMap(([share], index) => Array<string>(share).fill(templates[index]!));
  return `(array['${places.join("','")}'])[1 + (i * 37) % 100]::uuid`;
}

export interface RunsToAdd {
  count: number;
  /**
   * History entries a run, each copied from the template's first; they are no chain that could be
   * verified.
   */
  historyEach: number;
  /** Also the rows of open steps. */
  steps: boolean;
  /**
   * False: without states, which no list reads and which would be most of a million runs. They
   * can't be opened.
   */
  states?: boolean;
}

/** With facts and checks in the state: copies then need no rows of observations. */
export async function storeWhole(
  pool: pg.Pool,
  store: Store,
  templates: readonly string[],
): Promise<void> {
  for (const id of templates) {
    const { run } = (await store.system().run(id))!;
    await pool.query('update run set state = $2 where id = $1', [id, JSON.stringify(run)]);
  }
}

/**
 * Gives a partner organizations with a run each, one every seven seconds back from now. The state
 * of a copied run is its template's to the letter, its IDs included, so that PostgreSQL need not
 * pack it again; what lists and filters read of a run are columns of its own.
 */
export async function addRuns(
  pool: pg.Pool,
  store: Store,
  { partnerId }: PartnerScope,
  templates: readonly string[],
  toAdd: RunsToAdd,
): Promise<void> {
  await storeWhole(pool, store, templates);
  await copyRuns(pool, templates, `'${partnerId}'::uuid`, toAdd);
  await findAndCount(pool);
}

/** Other partners with as many runs each. */
export async function addOtherPartners(
  pool: pg.Pool,
  templates: readonly string[],
  partners: number,
  toAdd: RunsToAdd,
): Promise<void> {
  const id = (number: string): string => `md5('other partner' || ${number})::uuid`;
  await pool.query(
    `insert into partner (id, name, created_at) select ${id('i')}, 'Partner ' || i, now() from generate_series(0, $1::int - 1) as i`,
    [partners],
  );
  const count = partners * toAdd.count;
  await copyRuns(pool, templates, id(`(i % ${partners})`), { ...toAdd, count });
}

/** What triggers write for rows that are not copied past them. */
export async function findAndCount(pool: pg.Pool): Promise<void> {
  await pool.query('select add_search_terms()');
  await pool.query('select recount_portfolios()');
}

/** @param partner SQL: the partner's ID of run number i */
export async function copyRuns(
  pool: pg.Pool,
  templates: readonly string[],
  partner: string,
  { count, historyEach, steps, states = true }: RunsToAdd,
): Promise<void> {
  const client = await pool.connect();
  // What is copied fits together; checking every reference of every row would cost more than the
  // rows.
  await client.query('set session_replication_role = replica');
  const copies = `(select i, ${templateOf(templates)} as template_id, md5('organization' || i || partner)::uuid as organization_id,
      md5('run' || i || partner)::uuid as run_id, partner as partner_id, date_trunc('milliseconds', now()) - i * interval '7 s' as at
    from generate_series(1, ${count}) as i, lateral (values (${partner})) as of(partner)) as c`;
  const state = states ? 't.state' : `'{}'::json`;
  const ownVault = (column: string): string => `replace(t.${column}, '://', '://n' || c.i || '-')`;
  const statements = [
    `insert into organization (id, partner_id, name, name_key, ims_org_id, cloud, region, shield, owns_cja, azure_tenant_id, created_at)
     select organization_id, partner_id, 'Customer ' || i, 'customer ' || i, upper(lpad(to_hex(i), 24, '0')) || '@AdobeOrg', 'AZURE',
       (array['VA7', 'NLD2', 'AUS5'])[1 + i % 3], 'HEALTHCARE_SHIELD', true, null, at from ${copies}`,
    `insert into run (id, partner_id, organization_id, plan_version, version, state, status, waiting_on, search_text, vault_uris, standing,
       waiting_since, started_at, updated_at, completed_at, waiting_key, step_details, step_since, summary_version, read_models_current, search_terms)
     select c.run_id, c.partner_id, c.organization_id, t.plan_version, t.version, ${state}, t.status, t.waiting_on,
       ${ownVault('search_text')}, t.vault_uris, t.standing, c.at, c.at, c.at, t.completed_at,
       t.waiting_key, t.step_details, t.step_since, t.summary_version, t.read_models_current, ${ownVault('search_terms')}
     from ${copies} join run t on t.id = c.template_id`,
    `insert into needed_action (run_id, rank, partner_id, organization_id, mutation, track, step, since, not_for, possible_from, possible_until, not_first_for)
     select c.run_id, n.rank, c.partner_id, c.organization_id, n.mutation, n.track, n.step, c.at, n.not_for, n.possible_from, n.possible_until, n.not_first_for
     from ${copies} join needed_action n on n.run_id = c.template_id`,
    steps &&
      `insert into run_step (run_id, track, step, partner_id, organization_id, status, actor, since, cancelled)
       select c.run_id, s.track, s.step, c.partner_id, c.organization_id, s.status, s.actor, c.at, s.cancelled
       from ${copies} join run_step s on s.run_id = c.template_id`,
    `insert into history_entry (id, partner_id, organization_id, run_id, chain_id, seq, at, actor, principal, principal_hashed, kind, data,
       previous_hash, hash)
     select gen_random_uuid(), c.partner_id, c.organization_id, c.run_id, c.organization_id, n, c.at + n * interval '1 s', h.actor, h.principal,
       h.principal_hashed, h.kind, h.data, h.previous_hash, h.hash
     from ${copies} join history_entry h on h.run_id = c.template_id and h.kind = 'runStarted', generate_series(1, ${historyEach}) as n`,
  ];
  for (const statement of statements) if (statement) await client.query(statement);
  await client.query('reset session_replication_role');
  client.release();
}

/** Without the indexes that are only for reading, which are made again after `work`. */
export async function withoutIndexes(pool: pg.Pool, work: () => Promise<void>): Promise<void> {
  const { rows } = await pool.query<{ name: string; definition: string }>(
    `select i.indexrelid::regclass::text as name, pg_get_indexdef(i.indexrelid) as definition
     from pg_index i join pg_class c on c.oid = i.indrelid
     where c.relnamespace = 'public'::regnamespace and not i.indisunique
       and c.relname in ('organization', 'run', 'needed_action', 'run_step', 'history_entry', 'search_term')`,
  );
  for (const { name } of rows) await pool.query(`drop index ${name}`);
  await work();
  const client = await pool.connect();
  await client.query(`set maintenance_work_mem = '512MB'`);
  for (const { definition } of rows) await client.query(definition);
  await client.query('alter index search_term_grams alter column 1 set statistics 0');
  client.release();
}
