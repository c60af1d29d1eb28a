/** The SQL of `advanceRun`: one statement writes a change, so that it costs two round trips. */
import { ofPartner } from '../database/ofPartner.ts';
import type { Run } from '@keyway/core';
import type { Query } from '../database/database.ts';
import { mustHold } from '../database/scope.ts';
import { runColumns } from './runRow.ts';
import { PACKED_STATE } from './stateParts.ts';

/** The columns of `ChainTime`. */
export const CHAIN_TIME =
  'h.at, clock_timestamp() as now, case when h.written_seq = h.seq then h.written_at end as "writtenAt"';

/** Every write of an organization first locks the row of its chain's end. */
export const LOCK_BY_RUN: Query = {
  name: 'advance_lock_by_run',
  text: `select 1 from chain_head where ${ofPartner('partner_id', '$2')} and chain_id = (select organization_id from run where id = $1 and ${ofPartner('partner_id', '$2')}) for update`,
};
export const LOCK_CHAIN: Query = {
  name: 'advance_lock_chain',
  text: `select h.seq::int as seq, h.hash, ${CHAIN_TIME} from chain_head h where h.chain_id = $1 and ${ofPartner('h.partner_id', '$2')} for update`,
};
export const LOCK_EFFECT: Query = {
  name: 'advance_lock_effect',
  text: `select slot as "jobKey", generation, lease_token as "leaseToken" from effect where id = $1 and run_id = $2 and ${ofPartner('partner_id', '$3')} for update`,
};

/**
 * Differs for each state of a run. Not `xmin` alone: a database that lost transactions gives their
 * numbers again.
 */
const markOf = (run: string): string =>
  `concat_ws('/', ${run}.id, ${run}.xmin, ${run}.version, floor(extract(epoch from ${run}.updated_at) * 1000)::bigint)`;
/** The same of a run as it was written. */
export const runMark = ({ id, version, updatedAt }: Run, xmin: string): string =>
  [id, xmin, version, Date.parse(updatedAt)].join('/');

const knownColumns = (run: string): string =>
  `${runColumns(run)}, ${run}.plan_version as "planVersion", not ${run}.read_models_current as "isBehind", ${run}.xmin::text as xmin, ${markOf(run)} as mark`;
/** Joins the head of the chain of `run r`. */
const HEAD = 'chain_head h on h.chain_id = r.organization_id and h.partner_id = r.partner_id';
/** Of `run r` and `chain_head h`. */
const CHAIN_COLUMNS = `h.seq::int as seq, h.hash,
      (select c.run_id from configuration c where c.organization_id = r.organization_id and c.partner_id = r.partner_id) as "configuredBy"`;

/** Of `run r` and `chain_head h`: the columns of `KnownRow`. */
const KNOWN_COLUMNS = `${knownColumns('r')}, ${CHAIN_COLUMNS}`;

/** Runs as `KnownRow` has them, without the lock. */
export const KNOWN_RUNS = `select ${KNOWN_COLUMNS}, h.at from run r join ${HEAD}`;
/**
 * As `ClaimedRow` has them: where the run is still the one that is known by its mark ($1), its
 * chain alone.
 * @param claimed SQL of rows with `id` and `partner_id`, under the alias `claimed`
 */
export const changedRuns = (claimed: string): string =>
  `select r.id as claimed, s.id is null as "isKnown", ${knownColumns('s')}, ${CHAIN_COLUMNS}, h.at
    from ${claimed} join run r on r.id = claimed.id and ${ofPartner('r.partner_id', 'claimed.partner_id')} join ${HEAD}
    left join run s on s.id = r.id and ${ofPartner('s.partner_id', 'r.partner_id')} and not ${markOf('r')} = any ($1::text[])`;

/**
 * What `transition` and the write need. $1 run, $2 event, $3 since when facts were read that the
 * event brings, or null, $4 partner. An observation of the future, by a clock that was
 * wrong, says nothing about the order.
 */
const readRun = (name: string, lock: string): Query => ({
  name,
  text: `
    select ${KNOWN_COLUMNS}, ${CHAIN_TIME},
      exists (select 1 from history_entry e where e.id = $2 and e.run_id = r.id and ${ofPartner('e.partner_id', 'r.partner_id')}) as applied,
      array(select l.track || '/' || l.step from step_look l
        where l.run_id = r.id and l.partner_id = r.partner_id and l.looked_at > $3::timestamptz and l.looked_at <= clock_timestamp()) as "observedSince"
    from run r join ${HEAD}
    where r.id = $1 and ${ofPartner('r.partner_id', '$4')}${lock}`,
});
export const READ_RUN = readRun('advance_read_run', ' for update of r');
/** Without the lock, by which nothing is written but what checks it again. */
export const READ_RUN_UNLOCKED = readRun('advance_read_run_unlocked', '');

const held = (first: number, isNew: string): string => `held as materialized (
    select from chain_head h join run r on r.organization_id = h.chain_id
    where h.chain_id = $3::uuid and ${ofPartner('h.partner_id', '$2')} and r.id = $1::uuid and ${ofPartner('r.partner_id', '$2')} and h.seq = $${first}::bigint and h.hash = $${first + 1}::text and r.xmin = $${first + 2}::text::xid
      and (select c.run_id from configuration c where c.organization_id = $3::uuid and ${ofPartner('c.partner_id', '$2')}) is not distinct from $${first + 3}::uuid
      and ${isNew}
    for update of h skip locked
  )`;

/**
 * Whether the run and its chain are still as the writer knows them. `ok` has a row if they are;
 * every part of a write joins it. Whoever changes a run appends to its chain, so the chain's end
 * says it of all rows; `xmin` finds a manual change too. Where another writes now, there is no row.
 * Parameters from `first` on: seq, hash, xmin, who holds the configuration; of the lease, if there
 * is one to be checked, token, generation or null, and effect; since when facts were read, or null,
 * and of which steps. Those are checked by a function because it sees, under the lock, what was
 * committed before.
 */
const unchanged = (first: number, isNew = 'true'): string => `
  ${held(first, isNew)}, leased as materialized (
    select from effect where id = $${first + 6}::uuid and run_id = $1::uuid and ${ofPartner('partner_id', '$2')} and lease_token = $${first + 4}::uuid
      and generation = coalesce($${first + 5}::int, generation) and exists (select from held)
    for update
  ), ok as materialized (
    select from held where ($${first + 4}::uuid is null or exists (select from leased))
      and ($${first + 7}::timestamptz is null or not observed_since($2::uuid, $1::uuid, $${first + 8}::text[], $${first + 7}::timestamptz))
  )`;
/** The same of what a transaction has read without the lock: where it is not so, it fails. */
const asRead = (first: number): string =>
  `${held(first, 'true')}, ok as materialized (select ${mustHold('held')} as one)`;
const IS_OK = 'exists (select from ok)';

const isFreed = 'effect.id = $4::uuid or effect.slot = any ($6::text[])';
/** Requested since it was claimed: what was read by then may not answer that. */
const isNewer = 'effect.id = $4::uuid and effect.generation <> $8::int';
const requestedAgain = (by: string): string => `
      type = ${by}.type, data = ${by}.data, due_at = case when ${isNewer} then least(effect.due_at, ${by}.due_at) else ${by}.due_at end, generation = effect.generation + 1, claims = 0,
      lease_token = case when ${isFreed} then null else effect.lease_token end,
      lease_until = case when ${isFreed} then null else effect.lease_until end`;
const observedAgain = (by: string): string => `
      looked_at = greatest(step_look.looked_at, ${by}.looked_at),
      observation = case when ${by}.packed is null then step_look.observation end, packed = coalesce(${by}.packed, step_look.packed)`;

/**
 * Parameters 1 to 10 of all writes: run, partner, organization, own effect, and the changes of the
 * effects. An effect that is cleared and requested again starts over: the result of the one under
 * way is refused.
 *
 * What is there is updated, which writes less than `on conflict` does. That is for what another
 * transaction brought after this statement began, without an entry in the chain.
 */
const EFFECTS = `
  wanted as materialized (
    select a.* from ok, jsonb_to_recordset($5::jsonb) as a(job_key text, type text, data jsonb, due_at timestamptz)
  ), again as (
    update effect set ${requestedAgain('a')} from wanted a where effect.run_id = $1::uuid and ${ofPartner('effect.partner_id', '$2')} and effect.slot = a.job_key returning effect.slot
  ), requested as (
    insert into effect (id, run_id, slot, partner_id, organization_id, type, data, due_at)
    select gen_random_uuid(), $1::uuid, a.job_key, $2::uuid, $3::uuid, a.type, a.data, a.due_at
    from wanted a where not a.job_key = any (array(select slot from again))
    on conflict (run_id, slot) do update set ${requestedAgain('excluded')}
  ), cleared as (
    delete from effect where ${IS_OK} and run_id = $1::uuid and ${ofPartner('partner_id', '$2')} and not slot = any ($7::text[])
      and (slot = any ($6::text[]) or '*' = any ($6::text[]) or (id = $4::uuid and generation = $8::int))
  ), released as (
    update effect set lease_token = null, lease_until = null, claims = 0
    where ${IS_OK} and id = $4::uuid and ${ofPartner('partner_id', '$2')} and generation <> $8::int and not slot = any ($7::text[]) and not (slot = any ($6::text[]) or '*' = any ($6::text[]))
  ), seen as materialized (
    select l.track, l.step, decode(l.packed, 'hex') as packed,
      coalesce(l.at, case when l."byDatabase" then date_trunc('milliseconds', clock_timestamp()) else $10::timestamptz end) as looked_at
    from ok, json_to_recordset($9::json) as l(track text, step text, at timestamptz, "byDatabase" boolean, packed text)
  ), seen_again as (
    update step_look set ${observedAgain('l')} from seen l
    where step_look.run_id = $1::uuid and ${ofPartner('step_look.partner_id', '$2')} and step_look.track = l.track and step_look.step = l.step returning step_look.track, step_look.step
  ), observed as (
    insert into step_look (run_id, track, step, partner_id, organization_id, looked_at, packed)
    select $1::uuid, l.track, l.step, $2::uuid, $3::uuid, l.looked_at, l.packed
    from seen l where not exists (select from seen_again a where a.track = l.track and a.step = l.step)
    on conflict (run_id, track, step) do update set ${observedAgain('excluded')}
  )`;

const WAKE = `case when $5::jsonb = '[]'::jsonb then null else pg_notify('keyway_effect', '') end`;

/** What a write answers: `xmin` of the run, and no row where the run is not what it was. */
const answer = (run: string, notify = 'null'): string =>
  `select ${run} as xmin, ${notify}, ${WAKE} from ok`;

/** Under the lock, where everything was read, nothing is left to be checked. */
const UNCHECKED = 'ok as materialized (select)';

const writeUnchanged = (name: string, ok: string, xmin: string): Query => ({
  name,
  text: `with ${ok}, ${EFFECTS} ${answer(xmin)}`,
});

/** An event that changed nothing, now or before: only effects and times of observations. */
export const WRITE_UNCHANGED = writeUnchanged('advance_write_unchanged', UNCHECKED, 'null');
export const WRITE_READ_UNCHANGED = writeUnchanged(
  'advance_write_read_unchanged',
  asRead(11),
  'null',
);
export const WRITE_KNOWN_UNCHANGED = writeUnchanged(
  'advance_write_known_unchanged',
  unchanged(
    11,
    `not exists (select from history_entry where id = $20::uuid and ${ofPartner('partner_id', '$2')})`,
  ),
  '$13::text',
);

/**
 * The rows of what the run waits for: those in the parameter, by their rank, and no others; as they
 * are where it is null. $1 run, $2 partner, $3 organization.
 */
export const NEEDED_ACTIONS = (rows: `$${number}`, isOk = 'true'): string => `
  needed as (
    insert into needed_action (run_id, rank, partner_id, organization_id, mutation, track, step, since, not_for, possible_from, possible_until, not_first_for)
    select $1::uuid, n.rank, $2::uuid, $3::uuid, n.mutation, n.track, n.step, n.since, n."notFor", n."from", n."until", n."notFirstFor"
    from jsonb_to_recordset(${rows}::jsonb) as n(rank int, mutation text, track text, step text, since timestamptz, "notFor" text, "from" timestamptz, "until" timestamptz, "notFirstFor" text)
    where ${isOk}
    on conflict (run_id, rank) do update set mutation = excluded.mutation, track = excluded.track, step = excluded.step,
      since = excluded.since, not_for = excluded.not_for, possible_from = excluded.possible_from, possible_until = excluded.possible_until, not_first_for = excluded.not_first_for
    where (needed_action.mutation, needed_action.track, needed_action.step, needed_action.since, needed_action.not_for, needed_action.possible_from, needed_action.possible_until, needed_action.not_first_for)
      is distinct from (excluded.mutation, excluded.track, excluded.step, excluded.since, excluded.not_for, excluded.possible_from, excluded.possible_until, excluded.not_first_for)
  ), unneeded as (
    delete from needed_action where ${isOk} and run_id = $1::uuid and ${ofPartner('partner_id', '$2')} and rank >= jsonb_array_length(${rows}::jsonb)
  )`;

/**
 * Parameters from 11 on: the run, its steps, the entry, the configuration, what lists and counts
 * need.
 */
const CHANGED = `
  open as materialized (
    select s.* from ok, jsonb_to_recordset($19::jsonb) as s(track text, step text, status text, actor text, since timestamptz, cancelled boolean)
  ), open_before as (
    update run_step set status = s.status, actor = s.actor, since = s.since, cancelled = s.cancelled from open s
    where run_step.run_id = $1::uuid and ${ofPartner('run_step.partner_id', '$2')} and run_step.track = s.track and run_step.step = s.step returning run_step.track, run_step.step
  ), opened as (
    insert into run_step (run_id, track, step, partner_id, organization_id, status, actor, since, cancelled)
    select $1::uuid, s.track, s.step, $2::uuid, $3::uuid, s.status, s.actor, s.since, s.cancelled
    from open s where not exists (select from open_before b where b.track = s.track and b.step = s.step)
  ), closed as (
    delete from run_step where ${IS_OK} and run_id = $1::uuid and ${ofPartner('partner_id', '$2')} and track || '/' || step = any ($30::text[])
  ), ${NEEDED_ACTIONS('$29', IS_OK)}, entry as (
    insert into history_entry (id, partner_id, organization_id, run_id, chain_id, seq, at, actor, principal, principal_hashed, kind, data, previous_hash, hash)
    select e.id, $2::uuid, $3::uuid, $1::uuid, $3::uuid, e.seq, e.at, e.actor, e.principal, true, e.kind, e.data::json, e.previous_hash, e.hash
    from ok, json_to_recordset($20::json) as e(id uuid, seq bigint, at timestamptz, actor text, principal text, kind text, data text, previous_hash text, hash text)
  ), head as (
    update chain_head set seq = $21, hash = $22, at = $10, written_at = clock_timestamp(), written_seq = $21 where ${IS_OK} and chain_id = $3 and ${ofPartner('partner_id', '$2')}
  ), configured as (
    insert into configuration (organization_id, partner_id, run_id, submission_id, created_at)
    select $3, $2, $1, $23::text, $10 from ok where $23::text is not null
  ), unconfigured as (
    delete from configuration where ${IS_OK} and organization_id = $3 and ${ofPartner('partner_id', '$2')} and run_id = $1 and $24::boolean
  )`;

const NOTIFY = `pg_notify('keyway_run', json_build_object('partnerId', $2::uuid, 'organizationId', $3::uuid, 'runId', $1::uuid, 'version', $13::int)::text)`;

const write = (name: string, ok: string, run: string): Query => ({
  name,
  text: `with ${ok}, ${EFFECTS}, saved as (${run}), ${CHANGED} ${answer('pg_current_xact_id()::xid::text', NOTIFY)}`,
});

const UPDATE = `update run set plan_version = $11, state = ${PACKED_STATE}, packed_state = $12, version = $13, status = $14, waiting_on = $15, search_text = $16, updated_at = $17,
     completed_at = $18, vault_uris = $25, standing = $26, waiting_key = split_part($26, '|', 1), waiting_since = $27,
     step_details = $28, step_since = $32, summary_version = $13, read_models_current = true, search_terms = $31,
     owner_id = $33, owner_name = $34, due_at = $35, partner_from = $36, partner_from_version = $13
   where ${IS_OK} and id = $1 and ${ofPartner('partner_id', '$2')}`;
export const WRITE_CHANGE = write('advance_write_change', UNCHECKED, UPDATE);
export const WRITE_READ_CHANGE = write('advance_write_read_change', asRead(37), UPDATE);
export const WRITE_KNOWN_CHANGE = write('advance_write_known_change', unchanged(37), UPDATE);
export const WRITE_START = write(
  'advance_write_start',
  UNCHECKED,
  `insert into run (id, partner_id, organization_id, plan_version, state, packed_state, version, status, waiting_on, search_text, started_at, updated_at, completed_at,
     vault_uris, standing, waiting_key, waiting_since, step_details, step_since, summary_version, read_models_current, search_terms, owner_id, owner_name, due_at, partner_from, partner_from_version)
   values ($1, $2, $3, $11, ${PACKED_STATE}, $12, $13, $14, $15, $16, $17, $17, $18, $25, $26, split_part($26, '|', 1), $27, $28, $32, $13, true, $31, $33, $34, $35, $36, $13)`,
);
