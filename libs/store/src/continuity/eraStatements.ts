/** The SQL of eras. */
import { SYSTEM } from '@keyway/core';
import type { Query } from '../database/database.ts';

const OID = '(select oid::bigint from pg_database where datname = current_database())';
/**
 * The timeline of what is written now: `pg_control_checkpoint` says the former one for minutes
 * after a promotion, until the next checkpoint.
 */
const HERE = `(select system_identifier::text from pg_control_system()) as "systemIdentifier", ${OID} as "databaseOid",
      case when pg_is_in_recovery() then null
        else ('x' || left(pg_walfile_name(pg_current_wal_lsn()), 8))::bit(32)::int end as timeline`;
const HERE_ALONE = `null::text as "systemIdentifier", ${OID} as "databaseOid", null::int as timeline`;

/** The last era in which something may have been lost; `beganAt` in milliseconds of the epoch. */
const LOST = `select l.number, l.cause, (extract(epoch from l.began_at) * 1000)::float8 as "beganAt"
          from database_era l where l.cause in ('FAILED_OVER', 'RESTORED', 'RESUMED') order by l.number desc limit 1`;
/** Each database that was closed for a move that was completed. */
const MOVED_FROM = `(select coalesce(json_agg(json_build_object('systemIdentifier', m.system_identifier, 'databaseOid', m.database_oid::text) order by m.number), '[]')
          from database_era m join database_era n on n.number = m.number + 1 and n.cause = 'MOVED' where m.cause = 'MOVING')`;

export interface EraStatements {
  /** Where there is none. */
  beginFirst: Query;
  /** The last era, locked, and the database as it is. */
  readLast: Query;
  /** $1 number, $2 cause, $3 after which chain it is announced, $4 since when something is lost. */
  begin: Query;
}

const statementsFor = (suffix: string, here: string): EraStatements => ({
  beginFirst: {
    name: `era_begin_first${suffix}`,
    text: `insert into database_era (number, cause, system_identifier, database_oid, timeline, began_at, beat_at)
      select 1, 'FIRST', h."systemIdentifier", h."databaseOid", h.timeline, clock_timestamp(), clock_timestamp() from (select ${here}) as h
      where not exists (select from database_era) on conflict (number) do nothing`,
  },
  readLast: {
    name: `era_read_last${suffix}`,
    text: `select e.number, e.cause, e.system_identifier as "systemIdentifier", e.database_oid::text as "databaseOid", e.timeline,
        e.began_at as "beganAt", e.beat_at as "beatAt", e.beats::int as beats, clock_timestamp() as now,
        (select max(r.began_at) from database_era r where r.cause = 'RESTORED') as "restoredAt",
        ${MOVED_FROM} as "movedFrom",
        (select row_to_json(l) from (${LOST}) l) as lost,
        json_build_object('systemIdentifier', h."systemIdentifier", 'databaseOid', h."databaseOid"::text, 'timeline', h.timeline) as here
      from database_era e, (select ${here}) as h where e.number = (select max(number) from database_era) for update of e`,
  },
  begin: {
    name: `era_begin${suffix}`,
    text: `insert into database_era (number, cause, system_identifier, database_oid, timeline, began_at, lost_since, beats, beat_at, announced_after)
      select $1, $2, h."systemIdentifier", h."databaseOid", h.timeline, clock_timestamp(), $4::timestamptz, 1, clock_timestamp(), $3::uuid
      from (select ${here}) as h returning began_at as "beganAt"`,
  },
});

export const USUAL = statementsFor('', HERE);
/** For a server that does not say which one it is: beats alone show that time was lost. */
export const SILENT_SERVER = statementsFor('_alone', HERE_ALONE);

/** Not allowed, not supported or not there. */
const UNANSWERED = new Set(['42501', '0A000', '42883', '55000']);
export const saysNothingOfItself = (error: unknown): boolean =>
  UNANSWERED.has(String((error as { code?: unknown } | null)?.code));

/** $1 number. Answers how often processes said that they are connected. */
export const BEAT: Query = {
  name: 'era_beat',
  text: `update database_era set beats = beats + 1, beat_at = greatest(beat_at, clock_timestamp()) where number = $1 returning beats::int as beats`,
};

/**
 * People sign in again, since sessions that were ended after the backup are back. Bulk jobs stop,
 * as whoever started one may have stopped it since; what they did before is not undone.
 */
export const END_WITH_RESTORE: readonly string[] = [
  'delete from session',
  'delete from oauth_code',
  `update bulk_job set status = 'CANCELLED', cancelled_by = '${SYSTEM.name}', ended_at = clock_timestamp() where status = 'RUNNING'`,
];

/**
 * How long the database was closed for moves since the moment `since`, in which nobody could act.
 * Where it was opened as a backup, nobody knows what happened meanwhile.
 */
export const closedSince = (since: string): string =>
  `(select coalesce(sum(n.began_at - m.began_at), interval '0') from database_era m
      cross join lateral (select e.cause, e.began_at from database_era e where e.number > m.number order by e.number limit 1) n
      where m.cause = 'MOVING' and n.cause in ('MOVED', 'RESUMED') and m.began_at >= ${since})`;

/**
 * $1 when the database was closed: no session could be extended since, and no request sent again,
 * so that their time stood still.
 */
export const END_WITH_MOVE: readonly string[] = [
  `update session set expires_at = least(ends_at, expires_at + (clock_timestamp() - $1::timestamptz)) where expires_at > $1::timestamptz`,
  `update idempotency set at = at + (clock_timestamp() - $1::timestamptz)`,
];
