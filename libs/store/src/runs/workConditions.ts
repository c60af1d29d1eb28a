/** Whose work a run is, and whether it is late. The database's clock decides. */
import type { Parameters } from '../database/parameters.ts';
import { isUuid } from '../tenancy/visibility.ts';
import type { RunFilter } from './runRecord.ts';

/** SQL, word for word what an index is for: runs that are not closed. */
export const isOpenRun = (alias: string): string =>
  `${alias}.status not in ('COMPLETED', 'CANCELLED')`;

type WorkFilter = Pick<
  RunFilter,
  'ownerId' | 'unassigned' | 'overdue' | 'dueWithinSeconds' | 'undated'
>;

/** SQL conditions on a run's owner and due date. */
export function workConditions(
  parameters: Parameters,
  alias: string,
  { ownerId, unassigned, overdue, dueWithinSeconds, undated }: WorkFilter,
): string[] {
  const found: string[] = [];
  if (ownerId != null)
    found.push(isUuid(ownerId) ? `${alias}.owner_id = ${parameters.add(ownerId)}::uuid` : 'false');
  const isFree = `${alias}.owner_id is null and ${isOpenRun(alias)}`;
  if (unassigned != null) found.push(unassigned ? isFree : `not (${isFree})`);
  const isLate = `${alias}.due_at < now() and ${isOpenRun(alias)}`;
  if (overdue != null) found.push(overdue ? isLate : `not coalesce(${isLate}, false)`);
  if (dueWithinSeconds != null) {
    const end = `now() + ${parameters.add(dueWithinSeconds)}::int * interval '1 second'`;
    found.push(`${alias}.due_at >= now() and ${alias}.due_at < ${end} and ${isOpenRun(alias)}`);
  }
  const isUndated = `${alias}.due_at is null and ${isOpenRun(alias)}`;
  if (undated != null) found.push(undated ? isUndated : `not (${isUndated})`);
  return found;
}

/** SQL: the instant since which nothing changed in what is stuck; null without such a filter. */
export function stuckBefore(
  parameters: Parameters,
  { stuckSince, stuckForSeconds }: Pick<RunFilter, 'stuckSince' | 'stuckForSeconds'>,
): string | null {
  const instants: string[] = [];
  if (stuckSince != null) instants.push(`${parameters.add(stuckSince)}::timestamptz`);
  if (stuckForSeconds != null)
    instants.push(`now() - ${parameters.add(stuckForSeconds)}::int * interval '1 second'`);
  return instants.length === 0 ? null : `least(${instants.join(', ')})`;
}
