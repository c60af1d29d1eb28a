/** When a message is sent again that a receiver did not take (Standard Webhooks' schedule). */

/** Seconds from each failed attempt to the next one; after the last, none follows. */
const DELAYS_SECONDS = [5, 300, 1800, 7200, 18_000, 36_000, 50_400, 72_000, 86_400];
/** The part of a delay that is added at most, so that not all messages come back at once. */
const JITTER = 0.1;
/** The longest wait that a receiver may ask for. */
const MAX_RETRY_AFTER_SECONDS = 86_400;

/** A receiver that asks for time gets nothing for so long at most; then one message tries again. */
const MAX_PAUSE_SECONDS = 3600;
/** Answers whose `Retry-After` is about the receiver as a whole. */
const BUSY = [429, 503];

/**
 * After so many failed attempts of the first message of a line, about four minutes, the second is
 * tried: where the receiver takes it, the first one is the problem, and waits alone.
 */
export const PROBING_ATTEMPTS = 10;
/**
 * While others wait behind it, a message that failed twice is tried again so soon, or after a tenth
 * of its age, beside its schedule.
 */
export const EARLY_RETRY_SECONDS = 30;
/** The whole schedule takes less; what is older then and pending has failed. */
export const PENDING_DAYS = 4;
/** A receiver that took nothing for so long is disabled. */
export const FAILING_DAYS = 5;

interface Failed {
  /** How many delays of the schedule are over. */
  step: number;
  /** What the receiver asked for; null where it did not. */
  retryAfterSeconds: number | null;
  /** From 0 to 1, drawn by chance. */
  chance: number;
  /** `KEYWAY_POLL_SCALE`, which does not shorten what the receiver asked for. */
  timeScale: number;
}

/** Seconds until the next attempt; null where there is none. */
export function retryDelaySeconds({
  step,
  retryAfterSeconds,
  chance,
  timeScale,
}: Failed): number | null {
  const delay = DELAYS_SECONDS[step];
  if (delay === undefined) return null;
  const planned = delay * (1 + JITTER * chance) * timeScale;
  return Math.max(planned, Math.min(retryAfterSeconds ?? 0, MAX_RETRY_AFTER_SECONDS));
}

/** How long a receiver is to get nothing at all, by its answer; null where it did not ask that. */
export const pauseSeconds = (
  statusCode: number | null,
  retryAfterSeconds: number | null,
): number | null =>
  statusCode !== null && BUSY.includes(statusCode) && retryAfterSeconds
    ? Math.min(retryAfterSeconds, MAX_PAUSE_SECONDS)
    : null;
