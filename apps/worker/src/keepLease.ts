/**
 * Keeps the lease of an effect alive while its handler works, and knows by a monotonic clock
 * whether it surely still is.
 */
import { LEASE_SECONDS, type ClaimedEffect, type Store } from '@keyway/store';

const HEARTBEAT_MILLISECONDS = 2_000;
/**
 * No state-changing call begins with less of the lease left than a call may take to leave the
 * process.
 */
const LEASE_MARGIN_MILLISECONDS = 3_000;

export interface KeptLease {
  /**
   * Asked without waiting for anything: false once another worker might soon take over. A process
   * that was stopped finds it false.
   */
  maySend: () => boolean;
  /**
   * Asks the database; false where the effect is somebody else's by now. Rejects where the database
   * does not answer.
   */
  renew: () => Promise<boolean>;
  stop: () => void;
}

/** @param claimedAt by `performance.now()`, before the claim was asked for */
export function keepLease(
  { lease }: ClaimedEffect,
  store: Store,
  claimedAt: number,
  onLost: () => void,
): KeptLease {
  let renewedAt = claimedAt;
  let lost = false;
  const renew = async (): Promise<boolean> => {
    const begun = performance.now();
    const kept = await store.queue.heartbeat(lease);
    if (kept) renewedAt = Math.max(renewedAt, begun);
    else if (!lost) {
      lost = true;
      onLost();
    }
    return kept;
  };
  // Where the database is away the lease runs out by itself, and `maySend` turns false.
  const timer = setInterval(() => void renew().catch(() => undefined), HEARTBEAT_MILLISECONDS);
  return {
    maySend: () =>
      !lost && performance.now() - renewedAt < LEASE_SECONDS * 1000 - LEASE_MARGIN_MILLISECONDS,
    renew,
    stop: () => clearInterval(timer),
  };
}
