/**
 * A step that was unreachable is readable again once several observations in a row could read it.
 */
import { isRetryable } from '../connectorError.ts';
import type { Instant } from '../vocabulary.ts';
import type { WatchedStep } from './watch.ts';

/**
 * A cloud that fails now and then opens and resolves no alerts all the time. What is read meanwhile
 * counts as always: only the end of `UNREACHABLE` waits, for so many observations in a row and so
 * long. Seconds are scaled.
 */
const NEEDED = {
  first: { observations: 3, seconds: 120 },
  /**
   * It was unreachable again soon after it had been readable: as long as TM-02's slowest replicas.
   */
  again: { observations: 4, seconds: 600 },
} as const;
/** How soon it has to be unreachable again. Scaled. */
const RELAPSE_SECONDS = 3600;

type Steadiness = NonNullable<WatchedStep['steadiness']>;

/** It was unreachable, and has not been readable for long enough since. */
export const isUnsteady = ({ steadiness }: WatchedStep): boolean => steadiness?.endedAt === null;

/** Observations come soon at first, and a relapse waits for one that comes as usual. */
export const isBecomingSteady = (step: WatchedStep): boolean =>
  isUnsteady(step) &&
  step.unreadable === null &&
  (step.steadiness?.observations ?? 0) < NEEDED.first.observations;

interface Time {
  at: Instant;
  timeScale: number;
}

const secondsSince = (since: Instant, { at, timeScale }: Time): number =>
  (Date.parse(at) - Date.parse(since)) / 1000 / timeScale;

function begun(before: Steadiness | undefined, time: Time): Steadiness {
  if (before && before.endedAt === null) return before;
  const relapsed = before?.endedAt != null && secondsSince(before.endedAt, time) < RELAPSE_SECONDS;
  return { since: time.at, observations: 0, relapsed, endedAt: null };
}

function readOnce(before: Steadiness, isAtOnce: boolean, time: Time): Steadiness {
  const observations = before.observations + 1;
  const since = before.observations === 0 ? time.at : before.since;
  const needed = NEEDED[before.relapsed ? 'again' : 'first'];
  const isSteady =
    (isAtOnce && !before.relapsed) ||
    (observations >= needed.observations && secondsSince(since, time) >= needed.seconds);
  return {
    ...before,
    since,
    // Not counted on, so that little is written.
    observations: Math.min(observations, NEEDED.again.observations),
    endedAt: isSteady ? time.at : null,
  };
}

/**
 * Of a step after an observation that could read it or not. Somebody who grants a refused
 * permission sees at once that it helped.
 */
export function steadinessAfter(
  before: WatchedStep,
  { unreadable }: Pick<WatchedStep, 'unreadable'>,
  time: Time,
): Pick<WatchedStep, 'steadiness'> {
  const known = before.steadiness;
  const kept = known ? { steadiness: known } : {};
  if (unreadable?.isSure) return { steadiness: begun(known, time) };
  if (!known) return {};
  if (known.endedAt !== null)
    return secondsSince(known.endedAt, time) < RELAPSE_SECONDS ? kept : {};
  if (unreadable)
    return known.observations === 0 ? kept : { steadiness: { ...known, observations: 0 } };
  const failure = before.unreadable?.isSure ? before.unreadable.failure : null;
  const isAtOnce = failure !== null && !isRetryable(failure.kind);
  return { steadiness: readOnce(known, isAtOnce, time) };
}
