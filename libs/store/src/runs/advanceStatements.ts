/** The SQL of `advanceRun`: one statement writes a change, so that it costs two round trips. */
import type { Query } from '../database/database.ts';
import { runColumns } from './runRow.ts';

/** The columns of `ChainTime`. */
export const CHAIN_TIME =
  'h.at, clock_timestamp() as now, case when h.written_seq = h.seq then h.written_at end as "writtenAt"';

/** Every write of an organization first locks the row of its chain's end. */
export const LOCK_BY_RUN: Query = {
  name: 'advance_lock_by_run',
  text: `select 1 from chain_head where chain_id = (select organization_id from run where id = $1) for update`,
};
export const LOCK_CHAIN: Query = {
  name: 'advance_lock_chain',
  text: `select h.seq::int as seq, h.hash, ${CHAIN_TIME} from chain_head h where h.chain_id = $1 for update`,
};
export const LOCK_EFFECT: Query = {
  name: 'advance_lock_effect',
  text: `select slot as "jobKey", generation, lease_token as "leaseToken" from effect where id = $1 and run_id = $2 for update`,
};

/**
 * What `transition` and the write need, read under the lock. $1 run, $2 event, $3 since when facts
 * were read that the event brings, or null. An observation of the future, by a clock that was
 * wrong, says nothing about the order.
 */
export const READ_RUN: Query = {
  name: 'advance_read_run',
  text: `
    select ${runColumns('r')}, r.plan_version as "planVersion",
      not r.read_models_current as "isBehind", h.seq::int as seq, h.hash, ${CHAIN_TIME},
      exists (select 1 from history_entry e where e.id = $2 and e.run_id = r.id) as applied,
      (select c.run_id from configuration c where c.organization_id = r.organization_id) as "configuredBy",
      array(select l.track || '/' || l.step from step_look l
        where l.run_id = r.id and l.looked_at > $3::timestamptz and l.looked_at <= clock_timestamp()) as "observedSince"
    from run r join chain_head h on h.chain_id = r.organization_id
    where r.id = $1
    for update of r`,
};

/**
 * Parameters 1 to 10 of both writes: run, partner, organization, own effect, and the changes of the
 * effects. An effect that is cleared and requested again starts over: the result of the one under
 * way is refused.
 */
const EFFECTS = `
  requested as (
    insert into effect (id, run_id, slot, partner_id, organization_id, type, data, due_at)
    select gen_random_uuid(), $1::uuid, a.job_key, $2::uuid, $3::uuid, a.type, a.data, a.due_at
    from jsonb_to_recordset($5::jsonb) as a(job_key text, type text, data jsonb, due_at timestamptz)
    on conflict (run_id, slot) do update set
      type = excluded.type, data = excluded.data, due_at = excluded.due_at, generation = effect.generation + 1, claims = 0,
      lease_token = case when effect.id = $4::uuid or effect.slot = any ($6::text[]) then null else effect.lease_token end,
      lease_until = case when effect.id = $4::uuid or effect.slot = any ($6::text[]) then null else effect.lease_until end
  ), cleared as (
    delete from effect where run_id = $1::uuid and not slot = any ($7::text[])
      and (slot = any ($6::text[]) or '*' = any ($6::text[]) or (id = $4::uuid and generation = $8::int))
  ), released as (
    update effect set lease_token = null, lease_until = null, claims = 0
    where id = $4::uuid and generation <> $8::int and not slot = any ($7::text[]) and not (slot = any ($6::text[]) or '*' = any ($6::text[]))
  ), observed as (
    insert into step_look (run_id, track, step, partner_id, organization_id, looked_at, observation)
    select $1::uuid, l.track, l.step, $2::uuid, $3::uuid, coalesce(l.at, $10::timestamptz), l.observation
    from json_to_recordset($9::json) as l(track text, step text, at timestamptz, observation json)
    on conflict (run_id, track, step) do update set looked_at = greatest(step_look.looked_at, excluded.looked_at),
      observation = coalesce(excluded.observation, step_look.observation)
  )`;

const WAKE = `case when $5::jsonb = '[]'::jsonb then null else pg_notify('keyway_effect', '') end`;

/** An event that changed nothing: only effects and times of observations. */
export const WRITE_UNCHANGED: Query = {
  name: 'advance_write_unchanged',
  text: `with ${EFFECTS} select ${WAKE}`,
};

/**
 * The rows of what the run waits for: those in the parameter, by their rank, and no others; as they
 * are where it is null. $1 run, $2 partner, $3 organization.
 */
export const NEEDED_ACTIONS = (rows: `$${number}`): string => `
  needed as (
    insert into needed_action (run_id, rank, partner_id, organization_id, mutation, track, step, since, not_for, possible_from, possible_until)
    select $1::uuid, n.rank, $2::uuid, $3::uuid, n.mutation, n.track, n.step, n.since, n."notFor", n."from", n."until"
    from jsonb_to_recordset(${rows}::jsonb) as n(rank int, mutation text, track text, step text, since timestamptz, "notFor" text, "from" timestamptz, "until" timestamptz)
    on conflict (run_id, rank) do update set mutation = excluded.mutation, track = excluded.track, step = excluded.step,
      since = excluded.since, not_for = excluded.not_for, possible_from = excluded.possible_from, possible_until = excluded.possible_until
  ), unneeded as (
    delete from needed_action where run_id = $1::uuid and rank >= jsonb_array_length(${rows}::jsonb)
  )`;

/**
 * Parameters from 11 on: the run, its steps, the entry, the configuration, what lists and counts
 * need.
 */
const CHANGED = `
  steps as (
    insert into run_step (run_id, track, step, partner_id, organization_id, status, actor, since, cancelled)
    select $1::uuid, s.track, s.step, $2::uuid, $3::uuid, s.status, s.actor, s.since, s.cancelled
    from jsonb_to_recordset($19::jsonb) as s(track text, step text, status text, actor text, since timestamptz, cancelled boolean)
    on conflict (run_id, track, step) do update set
      status = excluded.status, actor = excluded.actor, since = excluded.since, cancelled = excluded.cancelled
  ), closed as (
    delete from run_step where run_id = $1::uuid and track || '/' || step = any ($35::text[])
  ), ${NEEDED_ACTIONS('$34')}, entry as (
    insert into history_entry (id, partner_id, organization_id, run_id, chain_id, seq, at, actor, principal, principal_hashed, kind, data, previous_hash, hash)
    values ($20, $2, $3, $1, $3, $21, $10, $22, $23, true, $24, $25, $26, $27)
  ), head as (
    update chain_head set seq = $21, hash = $27, at = $10, written_at = clock_timestamp(), written_seq = $21 where chain_id = $3
  ), configured as (
    insert into configuration (organization_id, partner_id, run_id, submission_id, created_at)
    select $3, $2, $1, $28::text, $10 where $28::text is not null
  ), unconfigured as (
    delete from configuration where organization_id = $3 and run_id = $1 and $29::boolean
  )`;

const NOTIFY = `pg_notify('keyway_run', json_build_object('partnerId', $2::uuid, 'organizationId', $3::uuid, 'runId', $1::uuid, 'version', $13::int)::text)`;

const write = (name: string, run: string): Query => ({
  name,
  text: `with ${EFFECTS}, saved as (${run}), ${CHANGED} select ${NOTIFY}, ${WAKE}`,
});

export const WRITE_CHANGE = write(
  'advance_write_change',
  `update run set plan_version = $11, state = $12, version = $13, status = $14, waiting_on = $15, search_text = $16, updated_at = $17,
     completed_at = $18, vault_uris = $30, standing = $31, waiting_since = $32,
     summary = $33, summary_version = $13, read_models_current = true
   where id = $1`,
);
export const WRITE_START = write(
  'advance_write_start',
  `insert into run (id, partner_id, organization_id, plan_version, state, version, status, waiting_on, search_text, started_at, updated_at, completed_at,
     vault_uris, standing, waiting_since, summary, summary_version, read_models_current)
   values ($1, $2, $3, $11, $12, $13, $14, $15, $16, $17, $17, $18, $30, $31, $32, $33, $13, true)`,
);
