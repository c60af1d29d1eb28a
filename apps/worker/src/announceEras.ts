/** Writes to history that the database was restored or failed over. */
import type { Store } from '@keyway/store';
import type { Logger } from 'pino';

/** Until every chain has it, or until the signal. Never rejects: the next pass follows soon. */
export async function announceEras(
  { store, log }: { store: Pick<Store, 'eras'>; log: Logger },
  signal: AbortSignal,
): Promise<void> {
  try {
    while (!signal.aborted && (await store.eras.announce()) > 0);
  } catch (error) {
    log.warn({ err: error }, 'history could not say yet that the database was restored');
  }
}
