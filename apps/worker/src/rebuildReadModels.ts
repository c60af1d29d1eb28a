/**
 * Rebuilds what lists read of runs that an earlier version of the program wrote, and adds up what
 * the portfolios count.
 */
import type { Store } from '@keyway/store';
import type { Logger } from 'pino';

/** A pass that added up fewer left none behind. */
const MANY_CHANGES = 1000;

/** All that are behind, or until the signal. Never rejects: the next pass follows after 30 s. */
export async function rebuildReadModels(
  { store, log }: { store: Store; log: Logger },
  signal: AbortSignal,
): Promise<void> {
  let rebuilt = 0;
  try {
    while (!signal.aborted) {
      const count = await store.system().rebuildReadModels();
      rebuilt += count;
      if (count === 0) break;
    }
  } catch (error) {
    log.warn({ err: error }, 'rebuilding the lists of runs failed; trying again');
  }
  await addUpPortfolios({ store, log }, signal);
  if (rebuilt > 0) log.info({ rebuilt }, 'rebuilt the lists of runs');
}

async function addUpPortfolios(
  { store, log }: { store: Store; log: Logger },
  signal: AbortSignal,
): Promise<void> {
  try {
    // What comes meanwhile waits for the next pass.
    while (!signal.aborted && (await store.system().addUpPortfolios()) >= MANY_CHANGES);
  } catch (error) {
    log.warn({ err: error }, 'adding up the counts of portfolios failed; trying again');
  }
}
