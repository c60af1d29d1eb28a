/**
 * Makes items of what triggers wrote down. One statement writes the items and deletes what they
 * were made of, so that no worker, however late, makes anything twice or loses anything.
 */
import { APPROVING_ROLES } from '@keyway/core';
import { grantsFor, IN_EFFECT } from '../access/grantRows.ts';
import type { Database, Query } from '../database/database.ts';

/** Of one partner in a pass, and partners in a pass: whoever waits longest comes first. */
const OF_PARTNER = 50;
const PARTNERS = 20;

/** SQL: one row for each partner that has a cause, with its oldest. */
const FIRSTS = `firsts as (
    (select c.partner_id, c.position from inbox_cause c order by c.partner_id, c.position limit 1)
    union all
    select n.partner_id, n.position from firsts f cross join lateral (
      select c.partner_id, c.position from inbox_cause c where c.partner_id > f.partner_id order by c.partner_id, c.position limit 1) n
  )`;

/** SQL: the tasks of whoever may decide a request. */
const DECISIONS = `('approve', 'approveAsOwnApprover')`;

/**
 * SQL: whether the request of this row can still be decided: it is the track's last one, and the
 * run waits for a decision. Whatever ends it, an event of a person or other evidence, ends that.
 */
const isOpen = (row: string): string => `(
      exists (select from needed_action a where a.run_id = ${row}.run_id and a.track = ${row}.track and a.mutation in ${DECISIONS})
      and ${row}.entry_id = (select h.id from history_entry h where h.run_id = ${row}.run_id and h.kind = 'approvalRequested' and h.data->>'track' = ${row}.track
        order by h.position desc limit 1))`;

/**
 * SQL: not the end of a request whose items another worker may be making: it would miss them.
 */
const IS_READY = `not (c.kind = 'APPROVAL_CLOSED' and exists (
          select from inbox_cause e where e.run_id = c.run_id and e.track = c.track and e.kind = 'APPROVAL_REQUESTED' and e.position < c.position))`;

/**
 * SQL: members that a cause concerns. Of an alert, whoever is responsible for the newest run that
 * somebody is responsible for. Of a request, those who could approve, as `needed_action` says: by a
 * grant for the organization itself where the policy asks for one. Who did it needs no item.
 */
const CONCERNED = `concerned as (
    select d.position, m.id from done d cross join lateral unnest(d.member_ids) as m(id)
    union
    select d.position, r.owner_id from done d cross join lateral (
      select r.owner_id from run r where r.organization_id = d.organization_id and r.owner_id is not null order by r.started_at desc limit 1) r
    where d.kind = 'HEALTH'
    union
    select d.position, g.member_id from done d
      join needed_action a on a.run_id = d.run_id and a.track = d.track and a.mutation in ${DECISIONS}
      join member_grant g on g.partner_id = d.partner_id and g.role = any ($1::text[]) and ${IN_EFFECT('now()')}
        and (g.organization_id = d.organization_id or (g.organization_id is null and a.mutation = 'approve'))
    where d.kind = 'APPROVAL_REQUESTED' and d.is_open
  )`;

/** SQL: of these, who has access now, and the partner's chat where it wants to know of it. */
const RECEIVING = `receiving as (
    select c.position, m.id from concerned c join done d using (position) join member m on m.id = c.id and m.partner_id = d.partner_id
    where m.removed_at is null and d.by is distinct from concat('member:', m.id) and exists (${grantsFor('m', 'd.organization_id')})
      and not (d.kind in ('RUN_BLOCKED', 'RUN_FAILED') and exists (
        select from inbox_item i where i.member_id = m.id and i.run_id = d.run_id and i.kind = d.kind and i.read_at is null))
    union all
    select d.position, null from done d join digest g on g.partner_id = d.partner_id and g.member_id is null and d.kind = any (g.kinds) and g.frequency <> 'OFF' and d.is_open
  )`;

/** $1 roles that approve. */
const DERIVE: Query = {
  name: 'inbox_derive',
  text: `with recursive ${FIRSTS}, picked as materialized (
      select c.position from (select partner_id from firsts order by position limit ${PARTNERS}) f cross join lateral (
        select c.position from inbox_cause c where c.partner_id = f.partner_id and ${IS_READY} order by c.position limit ${OF_PARTNER} for update skip locked) c
    ), taken as (
      delete from inbox_cause c using picked p where c.position = p.position returning c.*
    ), done as materialized (
      select t.*, coalesce(t.principal, e.principal) as by, coalesce(t.actor, e.actor) as who, coalesce(t.track, s.track) as of_track, coalesce(t.step, s.step) as of_step,
        t.kind <> 'APPROVAL_REQUESTED' or ${isOpen('t')} as is_open
      from taken t
      left join lateral (select h.principal, h.actor from history_entry h where t.kind = 'ASSIGNED' and h.organization_id = t.organization_id and h.at = t.at
        and h.run_id = t.run_id and h.kind = 'runAssigned' order by h.position limit 1) e on true
      left join lateral (select s.track, s.step from run_step s where t.kind in ('RUN_BLOCKED', 'RUN_FAILED') and s.run_id = t.run_id
        and s.status = substr(t.kind, 5) order by s.since desc, s.track limit 1) s on true
    ), ${CONCERNED}, ${RECEIVING}, made as (
      insert into inbox_item (id, partner_id, member_id, organization_id, run_id, kind, cause, entry_id, alert_id, track, step, actor, at, created_at)
      select gen_random_uuid(), d.partner_id, r.id, d.organization_id, d.run_id, d.kind, d.cause, d.entry_id, d.alert_id, d.of_track, d.of_step, d.who, d.at,
        clock_timestamp() + (row_number() over (partition by r.id order by d.at, d.position) - 1) * interval '1 millisecond'
      from receiving r join done d using (position) on conflict (partner_id, member_id, kind, cause) do nothing
      returning partner_id, member_id
    ), answered as (
      update inbox_item i set read_at = date_trunc('milliseconds', clock_timestamp())
      from (select distinct d.run_id, d.track from done d where d.kind = 'APPROVAL_CLOSED') c
      where i.run_id = c.run_id and i.track = c.track and i.kind = 'APPROVAL_REQUESTED' and i.read_at is null and not ${isOpen('i')}
      returning i.partner_id, i.member_id
    )
    select (select count(*)::int from taken) as taken,
      (select count(pg_notify('keyway_inbox', json_build_object('partnerId', m.partner_id, 'memberId', m.member_id)::text))
       from (select partner_id, member_id from made where member_id is not null union select partner_id, member_id from answered where member_id is not null) m)`,
};

/** One pass; answers how many causes it took. */
export async function deriveItems(database: Database): Promise<number> {
  const [done] = await database.read<{ taken: number }>(DERIVE, [APPROVING_ROLES]);
  return done?.taken ?? 0;
}
