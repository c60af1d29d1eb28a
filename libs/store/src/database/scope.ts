/** Whose rows a transaction may read and write, and how PostgreSQL plans its statements. */
import type { DatabaseRoles } from '../startup/databaseRoles.ts';
import type { PartnerScope } from '../tenancy/visibility.ts';
import type { Query } from './preparedStatements.ts';

/** `principal`: of a mutation. */
export type Scope = 'system' | (PartnerScope & { principal?: string });

/**
 * How PostgreSQL plans the statements of a transaction. `usual`: as it finds best for each value.
 * `once`: a plan is made once a connection, whatever the values; for statements that read by key,
 * which it would plan again each time, since it expects ten rows of an array. `byIndex`: also by
 * indexes alone; the plan is made when the table may be empty, and would then read and sort all of
 * it until PostgreSQL has counted it again.
 */
export type Planning = 'usual' | 'once' | 'byIndex';

/**
 * Seconds, in this order: a process that was stopped or cut off within a transaction loses it
 * before those that wait for its locks give up, and these before their statement ends, and all
 * before the connection counts as dead (`SILENT_SECONDS`).
 */
export const TRANSACTION_LIMITS = { idle: 4, lock: 5, statement: 7 } as const;

/**
 * Set with the transaction and gone with it, so that it holds on any connection that a pooler
 * gives.
 */
const setScope = (name: string, settings: string): Query => ({
  name,
  text: `
    select 1 / (current_user = s.role and row_security_active('run'::regclass))::int as held, clock_timestamp() as now
    from (select set_config('role', $1, true) as role, set_config('keyway.partner_id', $2, true), set_config('keyway.organization_ids', $3, true),
      set_config('keyway.principal', $4, true),
      set_config('idle_in_transaction_session_timeout', '${TRANSACTION_LIMITS.idle}s', true),
      set_config('lock_timeout', '${TRANSACTION_LIMITS.lock}s', true),
      set_config('statement_timeout', '${TRANSACTION_LIMITS.statement}s', true)${settings} offset 0) as s`,
});
const ONCE = `set_config('plan_cache_mode', 'force_generic_plan', true)`;
const BY_INDEX = ['seqscan', 'bitmapscan', 'sort', 'hashjoin', 'mergejoin'].map(
  (way) => `set_config('enable_${way}', 'off', true)`,
);
/** What `byIndex` sets, as a statement's text has it. */
export const PLANNED_BY_INDEX = [ONCE, ...BY_INDEX].join();
export const SET_SCOPE: Readonly<Record<Planning, Query>> = {
  usual: setScope('set_scope', ''),
  once: setScope('set_scope_once', `, ${ONCE}`),
  byIndex: setScope('set_scope_by_index', `, ${PLANNED_BY_INDEX}`),
};

/** What division by nothing in SET_SCOPE means. */
const UNGUARDED = '22012';
/** In any other statement: a row that it relies on is no longer as it was read. */
const NOT_AS_READ = '22012';
/** SQL that fails so where the table or subquery has no row, and is 1 where it has one. */
export const mustHold = (from: string): string => `1 / (select count(*) from ${from})::int`;
export const isNotAsRead = (error: unknown): boolean =>
  (error as { code?: unknown } | null)?.code === NOT_AS_READ;

export function scopeValues(scope: Scope, roles: DatabaseRoles): string[] {
  if (scope === 'system') return [roles.system, '', '', ''];
  const { partnerId, organizationIds, viewer = '', principal = viewer } = scope;
  const role = organizationIds ? roles.limited : roles.app;
  return [role, partnerId, organizationIds?.join(',') ?? '', principal];
}

/** The error of a transaction whose scope was not set. */
export const unguarded = (error: unknown): unknown =>
  (error as { code?: unknown }).code === UNGUARDED
    ? new Error(
        'The database has no row-level security for the role Keyway acts as; nothing was read or written.',
        { cause: error },
      )
    : error;
