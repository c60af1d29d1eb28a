/** Makes items of people's inboxes of what happened, and deletes old ones. */
import type { WorkerDependencies } from '../runEffect.ts';

type Dependencies = Pick<WorkerDependencies, 'store' | 'log'>;

/** How long something may wait for the next pass. */
export const INBOX_PASS_MILLISECONDS = 1000;

/** Until none is left, or until the signal. Never rejects: the next pass follows soon. */
export async function fillInboxes(
  { store, log }: Dependencies,
  signal: AbortSignal,
): Promise<void> {
  try {
    while (!signal.aborted && (await store.inboxes.derive()) > 0);
  } catch (error) {
    log.warn({ err: error }, 'what happened could not be put into inboxes; trying again');
  }
}

/** A failure is tried again with the next pass. */
export async function forgetInboxes({ store, log }: Dependencies): Promise<void> {
  try {
    await store.inboxes.forget();
  } catch (error) {
    log.warn({ err: error }, 'old items of inboxes could not be deleted; trying again');
  }
}
