/** The statements of the queue of observations. */
import { ofPartner } from '../database/ofPartner.ts';
import { ADOBE_ALERT_PREFIX } from '@keyway/core';
import { columns, type RowOf } from '../database/columns.ts';
import type { Query } from '../database/database.ts';
import { sealedOf } from '../connections/sealedConnection.ts';
import { claimedIds, claimedRows, listClaimed } from '../effects/claimStatement.ts';
import type { WatchObservation as ObservationModel } from '../generated/client.ts';
import { ORGANIZATION_COLUMNS } from '../organizations/organizationRow.ts';
import { OBSERVATION_INTERVAL_SECONDS } from './observationTimes.ts';
import { WATCH_COLUMNS } from './watchRow.ts';

/** Longer than an observation may take, which ends before it: `OBSERVATION_SECONDS`. */
const OBSERVATION_LEASE_SECONDS = 90;
const MAX_CLAIM = 64;

const OBSERVATION_FIELDS = [
  'partnerId',
  'organizationId',
  'dueAt',
  'asked',
  'generation',
  'claims',
  'leaseToken',
] as const satisfies readonly (keyof ObservationModel)[];
/** A claimed row. */
export type ObservationRow = RowOf<ObservationModel, (typeof OBSERVATION_FIELDS)[number]>;

const FREE = '(l.lease_until is null or l.lease_until < clock_timestamp())';
/** As the indexes have them. Keys of an archived organization are observed once it is restored. */
const QUEUES = { asked: 'not l.is_paused and l.asked', usual: 'not l.is_paused and not l.asked' };

/** Not `clock_timestamp()`: what is volatile bounds no index, and all that waits would be read. */
const due = (queue: keyof typeof QUEUES, limit: string): string => `
      select l.organization_id from watch_observation l
      where ${QUEUES[queue]} and l.due_at <= now() and ${FREE}
      order by l.due_at limit least(${limit}::int, ${MAX_CLAIM}) for update of l skip locked`;

/**
 * What ends again and again without a result, because it fails or ends its worker, is put off: it
 * must not stand before all others. The first time is a worker's that was ended.
 */
const PUT_OFF = `case when l.claims < 2 then l.due_at
          else now() + least(60 * power(2, least(l.claims - 2, 10)), ${OBSERVATION_INTERVAL_SECONDS}) * $4::float8 * interval '1 s' end`;

/**
 * $1 how many that were asked for, of which there are few; $2 how many others; $3 holder, $4 time
 * scale.
 */
export const CLAIM: Query = {
  name: 'observation_claim',
  text: `
    with asked as materialized (${due('asked', '$1')}
    ), usual as materialized (${due('usual', '$2')}
    ), claimed as (
      update watch_observation l set lease_token = gen_random_uuid(), lease_holder = $3, claims = claims + 1, due_at = ${PUT_OFF},
        lease_until = clock_timestamp() + interval '${OBSERVATION_LEASE_SECONDS} seconds'
      where l.organization_id = any (array(select organization_id from asked union all select organization_id from usual))
      returning ${columns('l', OBSERVATION_FIELDS)}
    ), listed as materialized (select ${listClaimed('partners', '"partnerId"')}, ${listClaimed('organizations', '"organizationId"')} from claimed)
    select claimed.* from listed cross join claimed`,
};
export const CLAIMED = {
  watches: {
    name: 'observation_watches',
    text: `select ${WATCH_COLUMNS} from watch w join watch_observation l on l.organization_id = w.organization_id and l.partner_id = w.partner_id
      where w.partner_id = any (${claimedIds('partners')}) and w.organization_id = any (${claimedIds('organizations')})`,
  },
  organizations: {
    name: 'observation_organizations',
    text: `select ${ORGANIZATION_COLUMNS} from ${claimedRows('organizations')}
      join organization o on o.id = claimed.id and ${ofPartner('o.partner_id', 'claimed.partner_id')}`,
  },
  credentials: {
    name: 'observation_credentials',
    text: sealedOf(claimedIds('partners'), claimedIds('organizations')),
  },
};
/** Seconds before the first two tries after one that failed. Those after them are put off. */
const FIRST_RETRIES = 'array[5, 15]';
/** Wakes the workers. */
const NOTIFY_WATCH = `pg_notify('keyway_watch', '')`;
/** Of this holder. $3 whether it failed, $4 time scale. */
export const RELEASE: Query = {
  name: 'observation_release',
  text: `with freed as (
      update watch_observation set lease_token = null, lease_until = null,
        due_at = case when $3 and claims <= 2 then greatest(due_at, now() + (${FIRST_RETRIES})[claims] * $4::float8 * interval '1 s') else due_at end
      where organization_id = $1 and lease_token = $2 and ${ofPartner('partner_id', '$5')} returning 1)
    select ${NOTIFY_WATCH} from freed`,
};
const firstOf = (queue: keyof typeof QUEUES): string =>
  `(select l.due_at, l.lease_until from watch_observation l where ${QUEUES[queue]} order by l.due_at limit ${MAX_CLAIM})`;
export const NEXT_DUE = {
  name: 'observation_next_due',
  text: `select extract(epoch from min(greatest(l.due_at, coalesce(l.lease_until, l.due_at))) - clock_timestamp())::float8 as seconds
    from (${firstOf('asked')} union all ${firstOf('usual')}) l`,
};

/** Whoever was stopped for longer than the lease knows what was, and writes nothing of it. */
const IS_HELD = `organization_id = $1 and ${ofPartner('partner_id', '$5')} and lease_token = $2 and lease_until >= clock_timestamp()`;
/** Where the observation was not asked for again since: that one is due at once. */
const ENDED = `observed_at = clock_timestamp(), claims = 0, lease_token = null, lease_until = null,
      asked = asked and generation <> $3, due_at = case when generation = $3 then $4 else due_at end`;
/** Not where an acknowledged alert of Adobe may end with it. */
export const END_UNCHANGED: Query = {
  name: 'observation_end_unchanged',
  text: `update watch_observation set ${ENDED} where ${IS_HELD}
    and exists (select from watch w where w.organization_id = $1 and ${ofPartner('w.partner_id', '$5')} and w.version = $6 and w.run_id = $7)
    and not exists (select from alert a where a.organization_id = $1 and ${ofPartner('a.partner_id', '$5')} and a.status = 'ACKNOWLEDGED' and a.name ^@ '${ADOBE_ALERT_PREFIX}') returning 1`,
};
export const END: Query = {
  name: 'observation_end',
  text: `update watch_observation set ${ENDED} where ${IS_HELD}`,
};
export const HELD: Query = {
  name: 'observation_held',
  text: `select ${WATCH_COLUMNS}, l.generation from watch_observation l join watch w on w.organization_id = l.organization_id and w.partner_id = l.partner_id
    where l.organization_id = $1 and ${ofPartner('l.partner_id', '$3')} and l.lease_token = $2 and l.lease_until >= clock_timestamp() for update of l, w`,
};
