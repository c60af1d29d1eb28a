/** Deletes what ended and is too old to be kept. Every api does so; none waits for another. */
import type { Database } from '../database/database.ts';
import { forgetSigningKeys } from '../hooks/signingKeys.ts';
import { forgetRates } from '../rateCounts.ts';
import { deleteInBatches, deletionOf, type Deletion } from './deleteInBatches.ts';
import type { Retention } from './retention.ts';

const HOUR = 3_600_000;
const DAY = 24 * HOUR;
/** Each with up to 10,000 items, which go with it. */
const JOBS_AT_A_TIME = 20;
/** A code that was used stays so long, so that a second use is noticed. */
const CODE_HOURS = 24;

function deletions(
  { idempotencyHours, bulkJobDays, dryRunDays }: Retention,
  now: Date,
): Deletion[] {
  const before = (milliseconds: number): Date => new Date(now.getTime() - milliseconds);
  const key = 'partner_id, principal, key';
  return [
    deletionOf('session', 'sha256', 'expires_at < $1', [now]),
    deletionOf('idempotency', key, 'at < $1', [before(idempotencyHours * HOUR)]),
    deletionOf('oauth_code', 'sha256', 'expires_at < $1', [before(CODE_HOURS * HOUR)]),
    deletionOf('bulk_link', 'job_id, position', 'ends_at <= clock_timestamp()'),
    deletionOf(
      'bulk_job',
      'id',
      'ended_at < $1 and total <= done + refused + skipped',
      [before(bulkJobDays * DAY)],
      JOBS_AT_A_TIME,
    ),
    deletionOf('dry_run', 'id', 'ended_at < $1', [before(dryRunDays * DAY)], JOBS_AT_A_TIME),
  ];
}

export async function sweep(database: Database, retention: Retention): Promise<void> {
  await deleteInBatches(database, deletions(retention, database.clock.now()));
  await forgetRates(database);
  await forgetSigningKeys(database);
}
