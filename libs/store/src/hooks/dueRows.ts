/**
 * Statements for tables of what a worker has to do once it is due: under a lease, one at a time.
 */
import type { Query } from '../database/database.ts';

/** Longer than any of it takes. */
const LEASE_SECONDS = 60;

interface DueTable {
  table: 'adobe_signing_key' | 'adobe_validation';
  /** Column of the primary key. */
  key: string;
  /** Of `t`. */
  returning: string;
}

/** $1 how many. */
export const claimDue = ({ table, key, returning }: DueTable): Query => ({
  name: `${table}_claim`,
  text: `with due as materialized (
      select ${key} from ${table} where due_at <= clock_timestamp() and (lease_until is null or lease_until < clock_timestamp())
      order by due_at limit $1 for update skip locked)
    update ${table} t set attempts = t.attempts + 1, lease_until = clock_timestamp() + interval '${LEASE_SECONDS} seconds'
    from due where t.${key} = due.${key} returning ${returning}, t.attempts`,
});

/** $1 seconds. `which`: the row, whose parameters begin with $2. */
export const postponeDue = (table: DueTable['table'], which: string): Query => ({
  name: `${table}_postpone`,
  text: `update ${table} set lease_until = null, due_at = clock_timestamp() + make_interval(secs => $1::float8) where ${which}`,
});
