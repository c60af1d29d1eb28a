/** Whose run an event is for, where its caller names the run alone. */
import type { Database } from '../database/database.ts';
import { isUuid } from '../tenancy/visibility.ts';
import type { Conditions, KnownRuns } from './knownRuns.ts';

const PARTNER_OF_RUN = {
  name: 'partner_of_run',
  text: 'select partner_id as "partnerId" from run where id = $1',
};

/** As the caller knows, or as it is stored; null where there is no such run. */
export async function partnerOfRun(
  { database, knownRuns }: { database: Database; knownRuns: KnownRuns },
  runId: string,
  { partnerId, fromEffect, underLease }: Conditions,
): Promise<string | null> {
  const known = partnerId ?? (fromEffect ?? underLease)?.partnerId;
  if (known !== undefined || !isUuid(runId)) return known ?? null;
  const kept = knownRuns.partnerOf(runId);
  if (kept !== null) return kept;
  const [found] = await database.read<{ partnerId: string }>(PARTNER_OF_RUN, [runId]);
  return found?.partnerId ?? null;
}
