/**
 * From time to time: finds runs that wait for work which nobody has, and has it begun again.
 * Several workers may do so at once.
 */
import type { Store } from '@keyway/store';
import type { Logger } from 'pino';
import { WORKER } from './runEffect.ts';

/**
 * One pass, told in the log. Never rejects: a database that is away is asked again the next time.
 */
export async function resumeLostWork({ store, log }: { store: Store; log: Logger }): Promise<void> {
  try {
    for (const { runId, missing, failure } of await store.system().resumeLostWork(WORKER)) {
      if (failure)
        log.error(
          { run: runId, err: failure },
          'whether a run waits for lost work could not be found out; trying again',
        );
      else
        log.warn(
          { run: runId, missing },
          'work that a run waits for was with nobody; it is begun again',
        );
    }
  } catch (error) {
    log.warn({ err: error }, 'lost work could not be looked for; trying again');
  }
}
