/** Renews the lease of an effect while its handler runs, and says whether it still holds. */
import { EFFECT_LEASE_SECONDS, type ClaimedEffect, type Store } from '@keyway/store';
import { leaseClock } from './leaseClock.ts';

const HEARTBEAT_MILLISECONDS = 2_000;
/** No state-changing call starts with less time left than a call may take to leave the process. */
const LEASE_MARGIN_MILLISECONDS = 3_000;

export interface KeptLease {
  /**
   * Answers without waiting: false once another worker may soon take over, and in a process or on a
   * machine that was stopped for too long.
   */
  maySend: () => boolean;
  /**
   * Checked in the database: false where another worker has the effect. Rejects where the database
   * does not answer.
   */
  renew: () => Promise<boolean>;
  stop: () => void;
}

/** @param claimedAt by `leaseClock`, before the claim was sent */
export function keepLease(
  { lease }: ClaimedEffect,
  store: Store,
  claimedAt: number,
  onLost: () => void,
): KeptLease {
  let renewedAt = claimedAt;
  let lost = false;
  const renew = async (): Promise<boolean> => {
    const begun = leaseClock();
    const kept = await store.queue.heartbeat(lease);
    if (kept) renewedAt = Math.max(renewedAt, begun);
    else if (!lost) {
      lost = true;
      onLost();
    }
    return kept;
  };
  // While the database is unreachable the lease expires, and `maySend` becomes false.
  const timer = setInterval(() => void renew().catch(() => undefined), HEARTBEAT_MILLISECONDS);
  return {
    maySend: () =>
      !lost && leaseClock() - renewedAt < EFFECT_LEASE_SECONDS * 1000 - LEASE_MARGIN_MILLISECONDS,
    renew,
    stop: () => clearInterval(timer),
  };
}
