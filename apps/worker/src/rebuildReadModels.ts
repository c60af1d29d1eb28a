/** Rebuilds what lists read of runs that an earlier version of the program wrote. */
import type { Store } from '@keyway/store';
import type { Logger } from 'pino';

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
  if (rebuilt > 0) log.info({ rebuilt }, 'rebuilt the lists of runs');
}
