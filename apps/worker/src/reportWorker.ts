/** Reports to the database that this worker runs and how far its clock is off, for `/metrics`. */
import type { Store } from '@keyway/store';
import type { Logger } from 'pino';

/** Never rejects: the next report follows after 30 s. */
export async function reportWorker({ store, log }: { store: Store; log: Logger }): Promise<void> {
  await store.queue
    .report()
    .catch((error: unknown) =>
      log.debug({ err: error }, 'reporting this worker failed; trying again'),
    );
}
