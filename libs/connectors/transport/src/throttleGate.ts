/**
 * Holds back calls to a host that throttles: budgets are counted per host and tenant, not per
 * call (KV-12, docs/reference/clouds.md 7). What is held back waits in the durable queue.
 */
import { ConnectorError } from '@keyway/core';
import type { ReadFailure } from '@keyway/core';
import { LRUCache } from 'lru-cache';

/** Far more than a process calls at a time. */
const MAX_GATES = 1000;
/** Timers may fire a little early; a call that waited exactly as long as asked is let through. */
const TIMER_TOLERANCE_MS = 20;

/**
 * While a place (host, or host and tenant) has to wait after a `Retry-After`, calls to it fail at
 * once with `throttled` and the seconds that are left.
 */
export class ThrottleGate {
  /** Takes no memory for places that are not held: each connection has a gate. */
  readonly #held = new LRUCache<string, { until: number; failure: ReadFailure }>({
    maxSize: MAX_GATES,
    sizeCalculation: () => 1,
  });
  readonly #now: () => number;

  /** @param now monotonic milliseconds */
  constructor(now: () => number = () => performance.now()) {
    this.#now = now;
  }

  /**
   * What `call` comes to; while `place` is held the failure that closed it, with what is left of
   * its time, and nothing is called.
   */
  async pass<T>(place: string, call: () => Promise<T>): Promise<T> {
    const held = this.#held.get(place);
    if (held) {
      const left = Math.ceil((held.until - this.#now() - TIMER_TOLERANCE_MS) / 1000);
      if (left > 0)
        throw new ConnectorError(
          { ...held.failure, retryAfterSeconds: left },
          { ambiguous: false },
        );
      this.#held.delete(place);
    }
    try {
      return await call();
    } catch (error) {
      if (error instanceof ConnectorError) this.#note(place, error.failure);
      throw error;
    }
  }

  #note(place: string, failure: ReadFailure): void {
    if (failure.kind !== 'throttled' || !failure.retryAfterSeconds) return;
    const until = this.#now() + failure.retryAfterSeconds * 1000;
    if (until <= (this.#held.get(place)?.until ?? 0)) return;
    this.#held.set(place, { until, failure });
  }
}
