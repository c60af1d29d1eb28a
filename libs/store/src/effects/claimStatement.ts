/**
 * The SQL that claims due effects. Each part reads an index in its order and stops at its limit, so
 * that a claim costs the same however many effects are due.
 */
import { columns } from '../database/columns.ts';
import type { Query } from '../database/database.ts';
import { EFFECT_LEASE_SECONDS } from './claimedEffect.ts';
import { EFFECT_FIELDS, type EffectRow } from './storedEffect.ts';

/**
 * Part of the text: with a parameter alone the planner expects a tenth of all rows, and sorts them.
 */
export const MAX_CLAIM = 256;
/** Partners that a claim reads of to give each a fair share. */
export const MAX_PARTNERS_A_CLAIM = 32;

/**
 * What the rest of its transaction reads what was claimed by, as lists of IDs in the same order: a
 * statement of its own, since it has to see what was committed until the claim.
 */
const LISTS = {
  partners: 'keyway.claimed_partners',
  runs: 'keyway.claimed_runs',
  organizations: 'keyway.claimed_organizations',
};

/** As `uuid[]`, in the transaction of a claim. */
export const claimedIds = (of: keyof typeof LISTS): string =>
  `string_to_array(current_setting('${LISTS[of]}', true), ',')::uuid[]`;

/** As rows of an ID and its partner. */
export const claimedRows = (of: 'runs' | 'organizations'): string =>
  `unnest(${claimedIds(of)}, ${claimedIds('partners')}) as claimed(id, partner_id)`;

/** `effect.lane`, by class: observations come last. */
export const LANES = { fresh: [0, 1], retrying: [2, 3] } as const;
/** All of them, for a statement's text. */
export const LANE_LIST = [...LANES.fresh, ...LANES.retrying].join();

/** Sets one of these lists to what the column has. */
export const listClaimed = (of: keyof typeof LISTS, column: string): string =>
  `set_config('${LISTS[of]}', string_agg(${column}::text, ','), true)`;

export type ClaimRow = EffectRow & { resumeAfter: string | null };
type Direction = 'asc' | 'desc';

const FREE = '(lease_until is null or lease_until < clock_timestamp())';

/**
 * Up to `limit` of these lanes, in their order. With `lane = …` the planner may choose the index of
 * due times alone, and read every other lane on its way.
 */
const dueOf = (lanes: string, where: string, direction: Direction, limit: string): string => `
      select due.id, lanes.lane from unnest(${lanes}::smallint[]) as lanes(lane) cross join lateral (
        select id from effect where ${where} and lane >= lanes.lane and (lane, due_at) <= (lanes.lane, $1) and ${FREE}
        order by lane ${direction}, due_at ${direction} limit ${MAX_CLAIM} for update skip locked
      ) as due limit ${limit}`;

/** How many of a class may follow what was taken before. */
const left = (lanes: string, taken: string): string =>
  `least($2::int - ${taken}, case when ${LANES.retrying[0]} = any (${lanes}::smallint[])
        then $8::int - (select count(*) from fair where lane >= ${LANES.retrying[0]}) else $2::int end)`;

/**
 * $1 now, $2 limit, $3 holder, $4 the partner after which the fair share begins, $5 its lanes, $6
 * and $7 the lanes of the two classes, $8 how many retrying ones at most, $9 the fair share.
 *
 * The fair share goes to partners in the order of their IDs, `quantum` to each that has something
 * due. What it locked is excluded by ID afterwards: nobody skips own locks.
 */
const claimStatement = (name: string, direction: Direction): Query => ({
  name,
  text: `
    with recursive hop(partner_id, hops, has_due, found) as (
      select $4::uuid, 0, false, 0
      union all
      select next.partner_id, hop.hops + 1, next.has_due, hop.found + next.has_due::int
      from hop cross join lateral (
        select p.partner_id, exists (
          select from effect e where e.partner_id = p.partner_id and e.lane = any ($5::smallint[]) and due_at <= $1 and ${FREE}
        ) as has_due
        from (select partner_id from effect where partner_id > hop.partner_id order by partner_id limit 1) as p
      ) as next
      where hop.hops < ${MAX_PARTNERS_A_CLAIM} and hop.found < $9::int
    ), share as materialized (
      select $9::int / nullif(max(found), 0) as quantum,
        max(case when hops = ${MAX_PARTNERS_A_CLAIM} or found = $9::int then partner_id::text end) as resume_after
      from hop
    ), fair as materialized (
      select due.id, due.lane from hop cross join lateral (${dueOf('$5', 'partner_id = hop.partner_id', direction, '(select quantum from share)')}) as due
      where hop.has_due
    ), first as materialized (${dueOf('$6', 'id <> all (array(select id from fair))', direction, left('$6', '(select count(*) from fair)'))}
    ), second as materialized (${dueOf('$7', 'id <> all (array(select id from fair))', direction, left('$7', '(select count(*) from fair) - (select count(*) from first)'))}
    ), claimed as (
      update effect e set lease_token = gen_random_uuid(), lease_holder = $3, claims = claims + 1,
        lease_until = clock_timestamp() + interval '${EFFECT_LEASE_SECONDS} seconds'
      where e.id = any (array(select id from fair union all select id from first union all select id from second))
      returning ${columns('e', EFFECT_FIELDS)}
    ), listed as materialized (
      select ${listClaimed('partners', '"partnerId"')}, ${listClaimed('runs', '"runId"')}, ${listClaimed('organizations', '"organizationId"')}
      from (select distinct "partnerId", "runId", "organizationId" from claimed) as once
    )
    select claimed.*, (select resume_after from share) as "resumeAfter" from listed cross join claimed`,
});

export const OLDEST_FIRST = claimStatement('effect_claim_oldest', 'asc');
export const NEWEST_FIRST = claimStatement('effect_claim_newest', 'desc');
