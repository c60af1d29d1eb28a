/**
 * When to check again: TM-18 while waiting for people and Adobe, exponential back-off for failures.
 * All seconds are unscaled.
 */
import type { Due } from './effect.ts';
import type { ReadFailure } from './observedSchema.ts';
import type { Instant } from './vocabulary.ts';

const secondsBetween = (from: Instant, to: Instant): number =>
  Math.max(0, (Date.parse(to) - Date.parse(from)) / 1000);

/**
 * TM-18: 30 s for the first 5 minutes, 2 minutes up to one hour, then 10 minutes. `timeScale`
 * shortens the phases too.
 */
export function pollDue(since: Instant, now: Instant, timeScale: number): Due {
  const age = secondsBetween(since, now) / timeScale;
  return { afterSeconds: age < 300 ? 30 : age < 3600 ? 120 : 600 };
}

/** KV-12: 1, 2, 4, 8, 16 … s, at most 5 minutes; never before the upstream's Retry-After. */
export function backOffDue(attempt: number, failure: ReadFailure | null): Due {
  return {
    afterSeconds: Math.min(300, 2 ** Math.min(attempt, 9)),
    ...(failure?.retryAfterSeconds ? { atLeastSeconds: failure.retryAfterSeconds } : {}),
  };
}

/**
 * How often a step that is DONE is checked again before submission. Rarely: the facts are read
 * again right before it, and hundreds of waiting runs must not keep the clouds and the queue busy.
 */
export const DONE_RECHECK_SECONDS = 3600;
/**
 * How often CJA's facts are read between its approval and its ticket. A person opens the ticket
 * outside Keyway, so the facts can't be read right before; this limits how old the ticket's text
 * can be (docs/reference/run.md, rule 6).
 */
export const TICKET_RECHECK_SECONDS = 300;

export function plusSeconds(instant: Instant, seconds: number): Instant {
  return toInstant(Date.parse(instant) + seconds * 1000);
}

/** JavaScript has no other formatter. With its argument it is pure. */
export const toInstant = (epochMilliseconds: number): Instant =>
  new Date(epochMilliseconds).toISOString();

/** The time that an effect is due, as the store computes it from `now`. */
export function dueAt(due: Due, now: Instant, timeScale: number): Instant {
  const base = Date.parse(now);
  return toInstant(
    Math.max(
      base + (due.afterSeconds ?? 0) * 1000 * timeScale,
      base + (due.atLeastSeconds ?? 0) * 1000,
      due.at === undefined ? base : Date.parse(due.at),
    ),
  );
}
