/** Warns before a stored secret or certificate expires, and when it has. */
import type { DueCredential, Store } from '@keyway/store';
import type { Logger } from 'pino';

/** Real time, as the marks are: no poll scale changes it. */
export const EXPIRY_PASS_MILLISECONDS = 15_000;

/** One pass. Never rejects: what could not be written is due again with the next one. */
export async function warnOfExpiry(
  { store, log }: { store: Pick<Store, 'expiries'>; log: Logger },
  shutdown: AbortSignal,
): Promise<void> {
  if (shutdown.aborted) return;
  try {
    for (const due of await store.expiries.due()) {
      if (shutdown.aborted) return;
      await warnOf(due);
    }
  } catch (error) {
    log.warn({ err: error }, 'reading which credentials expire failed; trying again');
  }

  /** One that fails holds back no other. */
  async function warnOf(due: DueCredential): Promise<void> {
    const { organizationId, kind, waits } = due;
    const about = { organizationId, cloud: kind, waits };
    try {
      const mark = await store.expiries.warn(due);
      if (mark !== null) log.info({ ...about, mark }, 'warned that a credential expires');
    } catch (error) {
      log.warn({ ...about, err: error }, 'a warning of an expiry failed; trying again');
    }
  }
}
