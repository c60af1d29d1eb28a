/**
 * Decides whether a read is tried again inside one call, and when. Small on purpose: what lasts
 * longer is surfaced, so that the durable queue waits and not a process.
 */
import type { ReadFailure } from '@keyway/core';

/** How often and how long one call repeats its reads. */
export interface RetryLimits {
  /** Repetitions after the first try. */
  maxRetries: number;
  /** All waiting within one call together, milliseconds. */
  maxTotalWaitMs: number;
  /** The longest `Retry-After` that is waited for here, seconds. */
  maxRetryAfterSeconds: number;
  /** The first wait where the other side names none; doubled each time, milliseconds. */
  firstDelayMs: number;
}

/** Waits 12 s at most within one call, and 5 s for one `Retry-After`; the queue waits longer. */
export const DEFAULT_RETRY_LIMITS: RetryLimits = {
  maxRetries: 3,
  maxTotalWaitMs: 12_000,
  maxRetryAfterSeconds: 5,
  firstDelayMs: 250,
};

/** No answer within the time-out: that was longer already than all waiting allowed here. */
const NO_ANSWER = 'ETIMEDOUT';
/**
 * Not offered, rather than not available: asking again brings the same (as Azure's own SDKs have
 * it).
 */
const PERMANENT_STATUSES: ReadonlySet<number | null> = new Set([501, 505]);

/**
 * Milliseconds to wait before repetition number `retry` (from 0), or null to give up. Only 429,
 * 5xx, 408 and broken connections are repeated, and a host that hangs is not; 429 without
 * `Retry-After` is backed off like them (docs/reference/clouds.md 7, KV-12).
 */
export function retryDelay(
  failure: ReadFailure,
  retry: number,
  waitedMs: number,
  limits: RetryLimits,
): number | null {
  if (failure.kind !== 'throttled' && failure.kind !== 'unavailable') return null;
  if (
    retry >= limits.maxRetries ||
    PERMANENT_STATUSES.has(failure.status) ||
    failure.code === NO_ANSWER
  )
    return null;
  const requestedSeconds = failure.retryAfterSeconds;
  if (requestedSeconds !== null && requestedSeconds > limits.maxRetryAfterSeconds) return null;
  const delay =
    requestedSeconds === null ? limits.firstDelayMs * 2 ** retry : requestedSeconds * 1000;
  return waitedMs + delay > limits.maxTotalWaitMs ? null : delay;
}
