/** How many effects wait, for /metrics. */
import { MAX_FAILED_POLLS } from '@keyway/core';
import type { Database } from '../database/database.ts';
import { REPORT_SECONDS, type QueueDepth } from './claimedEffect.ts';
import { LANE_LIST } from './claimStatement.ts';

const REPORTED = `reported_at > clock_timestamp() - interval '${REPORT_SECONDS} seconds'`;

/**
 * Conditions as the indexes have them. Not prepared, so that it is planned for the table as it is.
 */
export const DEPTH = `
    select (select count(*)::int from effect where due_at <= $1) as due,
      (select count(*)::int from effect where due_at > $1) as waiting,
      (select count(*)::int from effect where failing) as failing,
      (select count(*)::int from effect where type = 'pollConfiguration' and data -> 'attempt' > '${MAX_FAILED_POLLS}') as "statusesUnread",
      coalesce(greatest(0, extract(epoch from $1 - (select min(due.due_at) from unnest('{${LANE_LIST}}'::smallint[]) as lanes(lane), lateral (
        select due_at from effect where lane = lanes.lane and due_at <= $1 order by due_at limit 1) as due))), 0)::float8 as "oldestDueSeconds",
      (select count(*)::int from history_entry where kind = 'workResumed') as resumed,
      (select count(*)::int from worker_report where ${REPORTED}) as workers,
      coalesce((select clock_skew_seconds from worker_report where ${REPORTED} order by abs(clock_skew_seconds) desc limit 1), 0) as "workerSkewSeconds"`;

export async function queueDepth(database: Database): Promise<QueueDepth> {
  const [depth] = await database.read<QueueDepth>(DEPTH, [database.clock.now()]);
  return depth!;
}
