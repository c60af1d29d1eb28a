/**
 * Reports to the database that this worker runs, how far its clock is off, and what it observed,
 * for `/metrics`.
 */
import type { Store } from '@keyway/store';
import type { Logger } from 'pino';
import type { ObservationCounts } from './watch/observationCounts.ts';

/** Never rejects: the next report follows after 30 s. */
export async function reportWorker(
  { store, log }: { store: Store; log: Logger },
  counts: ObservationCounts,
): Promise<void> {
  await Promise.all([store.queue.report(), store.observations.addTotals(counts.take())]).catch(
    (error: unknown) => log.debug({ err: error }, 'reporting this worker failed; trying again'),
  );
}
