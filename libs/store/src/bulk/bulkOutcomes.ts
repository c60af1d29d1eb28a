/**
 * What came of the checks that a job started, as the runs are now: of the same columns that lists
 * read, so that the counts of ten thousand items read no run.
 */
import type { BulkOutcome, TrackId } from '@keyway/core';
import type { Parameters } from '../database/parameters.ts';
import { isOpenRun } from '../runs/workConditions.ts';

/** Which checks a job started; `every`: of both tracks. */
export type ChecksOf = TrackId | 'every';

/** The items `i`, with their runs `r`. */
export const ITEMS_WITH_RUNS = 'bulk_item i left join run r on r.id = i.run_id';

/**
 * SQL: the outcome of an item `i` with its run `r`; null where the job started no check, or the run
 * was canceled since. A step is being checked while its observation is due or under way.
 */
export function outcomeExpression(parameters: Parameters, checksOf?: ChecksOf): string {
  if (!checksOf) return 'null::text';
  const track = parameters.add(checksOf === 'every' ? '(AEP|CJA)' : checksOf);
  const has = (rest: string): string => `r.standing ~ (${track}::text || '${rest}')`;
  const isChecked = `exists (select from effect e where e.run_id = r.id and e.slot ~ ('^observe:' || ${track}::text || ':')
    and (e.due_at <= clock_timestamp() or e.lease_until > clock_timestamp()))`;
  const OBSERVED = '/(VAULT|NETWORK|KEY|APP_REGISTRATION|CONSENT|ROLE)/';
  return `case when i.status <> 'DONE' or r.status = 'CANCELLED' then null
    when ${isOpenRun('r')} and ${isChecked} then 'CHECKING'
    when ${has('/[A-Z_]+/(BLOCKED|FAILED)')} then 'NEEDS_ATTENTION'
    when ${has(`${OBSERVED}(READY|WORKING|WAITING)`)} or not (${has(`${OBSERVED}DONE`)}) then 'WAITING'
    else 'PASSED' end`;
}

/** SQL: somebody has to do something about an item that has this outcome. */
export const needsAttention = (outcome: string): string =>
  `(i.status = 'REFUSED' or (${outcome}) is not distinct from 'NEEDS_ATTENTION')`;

/** How many items of a job have each outcome, and how many need attention. */
export interface BulkOutcomeCounts {
  outcomes: { outcome: BulkOutcome; count: number }[];
  needsAttention: number;
}
