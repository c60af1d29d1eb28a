/** Begins to watch the keys of runs that were completed. */
import type { WorkerDependencies } from '../runEffect.ts';

/** Passes until none is left. Never rejects: the next one follows. */
export async function beginWatches(
  { store, log }: Pick<WorkerDependencies, 'store' | 'log'>,
  shutdown: AbortSignal,
): Promise<void> {
  try {
    while (!shutdown.aborted && (await store.observations.begin()) > 0);
  } catch (error) {
    log.warn({ err: error }, 'beginning to watch keys failed; trying again');
  }
}
