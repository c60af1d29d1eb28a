/** Brings a partner's changed policy to its open runs. */
import type { Store } from '@keyway/store';
import type { Logger } from 'pino';

/** Until none is left, or until the signal. Never rejects: the next pass follows soon. */
export async function applyPolicyChanges(
  { store, log }: { store: Store; log: Logger },
  signal: AbortSignal,
): Promise<void> {
  try {
    while (!signal.aborted && (await store.system().applyPolicyChanges()) > 0);
  } catch (error) {
    log.warn({ err: error }, 'a changed policy could not be brought to every run; trying again');
  }
}
