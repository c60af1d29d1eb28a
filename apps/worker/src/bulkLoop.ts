/** Works bulk jobs off, one batch at a time. Apart from the effects, which it never delays. */
import type { Store } from '@keyway/store';
import type { Logger } from 'pino';
import { EmptyClaims } from './emptyClaims.ts';
import { pause } from './pause.ts';

const RETRY_PAUSE_MILLISECONDS = 500;

/** Runs until `shutdown`, at most to the end of the batch. */
export async function bulkLoop(
  { store, log }: { store: Pick<Store, 'bulk'>; log: Logger },
  shutdown: AbortSignal,
): Promise<void> {
  const empty = new EmptyClaims();
  while (!shutdown.aborted) {
    try {
      const done = await store.bulk.work();
      empty.note(done);
      if (done > 0) continue;
      await store.bulk.waitForWork(shutdown);
      await pause(empty.pauseMilliseconds(), shutdown);
    } catch (error) {
      log.warn({ err: error }, 'working on bulk jobs failed; trying again');
      await pause(RETRY_PAUSE_MILLISECONDS, shutdown);
    }
  }
}
