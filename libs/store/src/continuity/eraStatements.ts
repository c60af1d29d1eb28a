/** The SQL of eras. */
import type { Query } from '../database/database.ts';

/**
 * The timeline of what is written now: `pg_control_checkpoint` says the former one for minutes
 * after a promotion, until the next checkpoint.
 */
const HERE = `(select system_identifier::text from pg_control_system()) as "systemIdentifier",
      (select oid::bigint from pg_database where datname = current_database()) as "databaseOid",
      case when pg_is_in_recovery() then null
        else ('x' || left(pg_walfile_name(pg_current_wal_lsn()), 8))::bit(32)::int end as timeline`;

/** Nothing where there is an era. */
export const BEGIN_FIRST: Query = {
  name: 'era_begin_first',
  text: `insert into database_era (number, cause, system_identifier, database_oid, timeline, began_at, beat_at)
    select 1, 'FIRST', h."systemIdentifier", h."databaseOid", h.timeline, clock_timestamp(), clock_timestamp() from (select ${HERE}) as h
    where not exists (select from database_era) on conflict (number) do nothing`,
};

/** The last era, locked, and the database as it is. One that waited may have another one by then. */
export const READ_LAST: Query = {
  name: 'era_read_last',
  text: `select e.number, e.cause, e.system_identifier as "systemIdentifier", e.database_oid::text as "databaseOid", e.timeline,
      e.began_at as "beganAt", e.beat_at as "beatAt", e.beats::int as beats, clock_timestamp() as now,
      json_build_object('systemIdentifier', h."systemIdentifier", 'databaseOid', h."databaseOid"::text, 'timeline', h.timeline) as here
    from database_era e, (select ${HERE}) as h where e.number = (select max(number) from database_era) for update of e`,
};

/** $1 number. Answers how often processes said that they are connected. */
export const BEAT: Query = {
  name: 'era_beat',
  text: `update database_era set beats = beats + 1, beat_at = greatest(beat_at, clock_timestamp()) where number = $1 returning beats::int as beats`,
};

/** $1 number, $2 cause, $3 after which chain it is announced, $4 since when something may be lost. */
export const BEGIN: Query = {
  name: 'era_begin',
  text: `insert into database_era (number, cause, system_identifier, database_oid, timeline, began_at, lost_since, beats, beat_at, announced_after)
    select $1, $2, h."systemIdentifier", h."databaseOid", h.timeline, clock_timestamp(), $4::timestamptz, 1, clock_timestamp(), $3::uuid
    from (select ${HERE}) as h returning began_at as "beganAt"`,
};

/** People sign in again, since sessions that were ended after the backup are back. */
export const END_SESSIONS: readonly string[] = [
  'delete from session',
  'delete from oauth_code',
  'update effect set lease_token = null, lease_until = null where lease_token is not null',
];
