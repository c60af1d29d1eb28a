/**
 * Says to the database that this worker is there and how far its clock is off, for the api's
 * `/metrics`.
 */
import type { Store } from '@keyway/store';
import type { Logger } from 'pino';

/** Never rejects: a database that is away is told the next time. */
export async function reportWorker({ store, log }: { store: Store; log: Logger }): Promise<void> {
  await store.queue
    .report()
    .catch((error: unknown) =>
      log.debug({ err: error }, 'the report of this worker could not be written; trying again'),
    );
}
