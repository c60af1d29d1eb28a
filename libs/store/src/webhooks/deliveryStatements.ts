/** The SQL of deliveries: claims by line, each with one holder at a time. */
import { closedSince } from '../continuity/eraStatements.ts';
import type { Query } from '../database/database.ts';
import { ofPartner } from '../database/ofPartner.ts';

/** An attempt may take 15 seconds. */
export const DELIVERY_LEASE_SECONDS = 60;

/**
 * Under way at a time, over all workers. The first place of each webhook is its own, whatever
 * others of its host or partner hold; what a person asked for has one more.
 */
const OF_WEBHOOK = 4;
const OF_HOST = 8;
const OF_PARTNER = 16;
/** Of webhook `w`. One that takes nothing now gets one place, in which it may hang. */
const places = (isAsked: string): string =>
  `case when w.failing_since is null then ${OF_WEBHOOK} else 1 end + ${isAsked}::int`;

/** Claims count what others hold, so they follow each other. */
export const CLAIM_TURN: Query = {
  name: 'webhook_claim_turn',
  text: `select pg_advisory_xact_lock(72707371)`,
};

/** What a person asked for goes all the same. */
const isAdmitted = `(l.is_asked or (w.enabled and (w.paused_until is null or w.paused_until <= clock_timestamp())))`;
const isFree = `(l.lease_until is null or l.lease_until < clock_timestamp())`;
const isHeld = `l.lease_token is not null and l.lease_until >= clock_timestamp()`;

/** Of the line `c`. */
const ofLine = (c: string): string =>
  `d.webhook_id = ${c}.webhook_id and d.line = ${c}.line and ${ofPartner('d.partner_id', `${c}.partner_id`)}`;
const first = (c: string, offset: 0 | 1): string =>
  `(select d.* from webhook_delivery d where ${ofLine(c)} and d.status = 'PENDING' and not d.is_aside order by d.position, d.place offset ${offset} limit 1)`;

/**
 * What of line `c` may be sent, and when: the first one in order, earlier where others wait; the
 * second, where the first just failed again; and one that waits alone.
 */
const candidates = (c: string): string => `
  select h.*, 0 as turn, case when exists ${first(c, 1)} then least(h.due_at, h.early_from) else h.due_at end as next_at from ${first(c, 0)} h
  union all
  select s.*, 1, s.created_at from ${first(c, 1)} s where ${c}.is_probing
  union all
  select a.*, 2, a.due_at from (select d.* from webhook_delivery d where ${ofLine(c)} and d.status = 'PENDING' and d.is_aside order by d.due_at limit 1) a`;

/**
 * $1 how many, $2 holder, $3 how many of webhooks that fail. Of each webhook in turn, so that none
 * waits for another's queue; of those that fail last.
 */
export const CLAIM: Query = {
  name: 'webhook_claim',
  text: `with held as materialized (
      select l.webhook_id, count(*)::int as held from webhook_line l where ${isHeld} group by l.webhook_id
    ), busy as materialized (
      select w.id, w.host, w.partner_id, h.held, case when w.failing_since is null then h.held else 0 end as held_well from held h join webhook w on w.id = h.webhook_id
    ), due as materialized (
      select l.webhook_id, l.line, l.due_at, l.is_asked, w.host, w.partner_id, w.failing_since is not null and not l.is_asked as is_failing, ${places('l.is_asked')} as places,
        row_number() over (partition by w.id order by l.is_asked desc, l.due_at) + coalesce((select held from busy b where b.id = w.id), 0) as of_webhook
      from webhook w cross join lateral (
        select l.webhook_id, l.line, l.due_at, l.is_asked from webhook_line l
        where l.webhook_id = w.id and l.due_at <= clock_timestamp() and ${isFree} and ${isAdmitted}
        order by l.is_asked desc, l.due_at limit ${OF_WEBHOOK + 1}) l
      where w.deleted_at is null
    ), ranked as materialized (
      select d.*, row_number() over (partition by d.host order by d.of_webhook, d.due_at) + coalesce((select sum(held_well) from busy b where b.host = d.host), 0) as of_host,
        row_number() over (partition by d.partner_id order by d.of_webhook, d.due_at) + coalesce((select sum(held_well) from busy b where b.partner_id = d.partner_id), 0) as of_partner,
        row_number() over (partition by d.is_failing order by d.of_webhook, d.due_at) as of_failing
      from due d where d.of_webhook <= d.places
    ), picked as materialized (
      select webhook_id, line from ranked
      where (of_webhook = 1 or is_asked or (of_host <= ${OF_HOST} and of_partner <= ${OF_PARTNER})) and (not is_failing or of_failing <= $3)
      order by is_failing, of_webhook, of_partner, due_at limit $1
    ), claimed as (
      update webhook_line l set lease_token = gen_random_uuid(), lease_holder = $2, lease_until = clock_timestamp() + interval '${DELIVERY_LEASE_SECONDS} seconds'
      from picked p where l.webhook_id = p.webhook_id and l.line = p.line and ${isFree}
      returning l.webhook_id, l.line, l.partner_id, l.lease_token, l.is_probing
    )
    select c.webhook_id as "webhookId", c.line, c.partner_id as "partnerId", c.lease_token as "leaseToken", w.url, w.secret,
      case when w.former_until > clock_timestamp() then w.former_secret end as "formerSecret",
      d.id as "deliveryId", d.attempts, d.step, d.turn = 1 or d.due_at > clock_timestamp() as "isEarly", d.is_aside as "isAside", d.is_asked as "isAsked", w.failing_since is not null as "isFailing",
      m.id as "messageId", m.type as event, m.body
    from claimed c join webhook w on w.id = c.webhook_id
    left join lateral (select n.* from (${candidates('c')}) n where n.next_at <= clock_timestamp() order by n.turn limit 1) d on true
    left join webhook_message m on m.id = d.message_id`,
};

/** $1 webhook, $2 line, $3 lease, $4 partner. */
export const HELD: Query = {
  name: 'webhook_line_held',
  text: `select from webhook_line where webhook_id = $1 and line = $2 and lease_token = $3 and ${ofPartner('partner_id', '$4')} for update`,
};

/**
 * Frees the line until its next delivery may be sent, or deletes it where none is pending. $1
 * webhook, $2 line, $3 whether its first one just failed again, $4 partner.
 */
export const SETTLE: Query = {
  name: 'webhook_line_settle',
  text: `with line as materialized (
      select l.webhook_id, l.line, l.partner_id, $3::boolean and exists ${first('l', 1)} as is_probing
      from webhook_line l where l.webhook_id = $1 and l.line = $2 and ${ofPartner('l.partner_id', '$4')}
    ), next as materialized (
      select l.is_probing, (select min(n.next_at) from (${candidates('l')}) n) as due_at from line l
    ), gone as (
      delete from webhook_line where webhook_id = $1 and line = $2 and ${ofPartner('partner_id', '$4')} and exists (select from next where due_at is null)
    ), freed as (
      update webhook_line set due_at = next.due_at, is_probing = next.is_probing, lease_token = null, lease_until = null, lease_holder = null from next
      where webhook_id = $1 and line = $2 and ${ofPartner('partner_id', '$4')} and next.due_at is not null returning webhook_line.due_at
    )
    select case when due_at <= clock_timestamp() then pg_notify('keyway_webhook', '') end from freed`,
};

/**
 * $1 delivery, $2 number, $3 at, $4 status code, $5 milliseconds, $6 error, $7 result, $8 partner.
 */
export const ATTEMPT: Query = {
  name: 'webhook_attempt',
  text: `with total as (
      insert into webhook_total as t (result, attempts) values ($7, 1) on conflict (result) do update set attempts = t.attempts + 1
    )
    insert into webhook_attempt (delivery_id, number, partner_id, at, status_code, milliseconds, error)
    select id, $2, partner_id, $3, $4, $5, $6 from webhook_delivery where id = $1 and status = 'PENDING' and ${ofPartner('partner_id', '$8')}`,
};

/**
 * $1 delivery, $2 status, $3 attempts, $4 step, $5 seconds until it is due; null: as it was; $6
 * seconds until it may be tried early; null: not yet. $7 partner.
 */
export const RECORD: Query = {
  name: 'webhook_delivery_record',
  text: `update webhook_delivery set status = $2, attempts = $3, step = $4,
      early_from = clock_timestamp() + greatest(make_interval(secs => $6::float8), case when $6::float8 is not null then (clock_timestamp() - created_at) / 10 end),
      due_at = coalesce(clock_timestamp() + make_interval(secs => $5::float8), due_at),
      ended_at = case when $2 <> 'PENDING' then clock_timestamp() end
    where id = $1 and status = 'PENDING' and ${ofPartner('partner_id', '$7')}`,
};
/** The receiver took $1 of partner $2, and not those before it: they wait alone. */
export const STEP_ASIDE: Query = {
  name: 'webhook_step_aside',
  text: `update webhook_delivery e set is_aside = true from webhook_delivery d
    where d.id = $1 and ${ofPartner('d.partner_id', '$2')} and e.webhook_id = d.webhook_id and e.line = d.line and ${ofPartner('e.partner_id', '$2')} and e.status = 'PENDING' and not e.is_aside and (e.position, e.place) < (d.position, d.place)`,
};

/** $1 webhook, $2 partner. */
export const TAKEN: Query = {
  name: 'webhook_taken',
  text: `update webhook set failing_since = null where id = $1 and failing_since is not null and ${ofPartner('partner_id', '$2')}`,
};
/** The receiver asked for nothing for so many seconds ($2). $3 partner. */
export const PAUSE: Query = {
  name: 'webhook_pause',
  text: `update webhook set paused_until = greatest(paused_until, clock_timestamp() + make_interval(secs => $2::float8)) where id = $1 and ${ofPartner('partner_id', '$3')}`,
};
/**
 * Failing for so many seconds ($2) in which it could be sent something, or gone ($3), it is
 * disabled; a row where this did it. $4 partner.
 */
export const FAILED: Query = {
  name: 'webhook_failed',
  text: `with failed as (
      update webhook w set failing_since = coalesce(w.failing_since, date_trunc('milliseconds', clock_timestamp())),
        enabled = e.reason is null, disabled_reason = e.reason
      from (select id, case when $3::boolean then 'GONE' when failing_since < clock_timestamp() - make_interval(secs => $2::float8) - ${closedSince('failing_since')} then 'FAILING' end as reason
        from webhook where id = $1 and ${ofPartner('partner_id', '$4')} and deleted_at is null and enabled for update) e
      where w.id = e.id and ${ofPartner('w.partner_id', '$4')} returning w.url, e.reason
    )
    select url, reason from failed where reason is not null`,
};

/**
 * What a receiver's limit or a lease holds back is left out: its end wakes the workers. $1 whether
 * one of those that fail may be sent.
 */
export const NEXT_DUE: Query = {
  name: 'webhook_next_due',
  text: `select case when exists (select from webhook_change where problem is null) then 0 else
      extract(epoch from min(case when l.is_asked then l.due_at else greatest(l.due_at, w.paused_until) end) - clock_timestamp())::float8 end as seconds
    from webhook w cross join lateral (
      select l.due_at, l.is_asked from webhook_line l where l.webhook_id = w.id and (w.enabled or l.is_asked) and ${isFree} order by l.is_asked desc, l.due_at limit 1) l
    where w.deleted_at is null and ($1 or l.is_asked or w.failing_since is null)
      and (select count(*) from webhook_line l where l.webhook_id = w.id and ${isHeld}) < ${places('l.is_asked')}`,
};

/** $1 webhook, $2 line, $3 lease, $4 seconds, $5 partner. */
export const RELEASE: Query = {
  name: 'webhook_release',
  text: `update webhook_line set lease_token = null, lease_until = null, lease_holder = null, due_at = clock_timestamp() + make_interval(secs => $4::float8)
    where webhook_id = $1 and line = $2 and lease_token = $3 and ${ofPartner('partner_id', '$5')}`,
};
