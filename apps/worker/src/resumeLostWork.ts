/** Finds runs that wait for lost work, and restarts it. Several workers may do so at once. */
import { WORKER } from '@keyway/core';
import type { Store } from '@keyway/store';
import type { Logger } from 'pino';

/** One pass, with its results in the log. Never rejects: the next pass follows after 30 s. */
export async function resumeLostWork({ store, log }: { store: Store; log: Logger }): Promise<void> {
  try {
    for (const { runId, missing, failure } of await store.system().resumeLostWork(WORKER)) {
      if (failure)
        log.error({ runId, err: failure }, 'checking a run for lost work failed; trying again');
      else log.warn({ runId, missing }, 'a run waited for lost work; restarting it');
    }
  } catch (error) {
    log.warn({ err: error }, 'finding lost work failed; trying again');
  }
}
