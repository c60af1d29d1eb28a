/**
 * The wait after the database lost what was written last, perhaps the intent of a send: until
 * everything that was sent before would show (docs/decisions/0096-failover.md).
 */
import type { RunDraft } from './run.ts';
import { isApplying, SET_UP, type TrackSetup } from './setup/setupState.ts';
import type { Instant, StepId, TrackId } from './vocabulary.ts';

/**
 * How the database lost time. `FAILED_OVER`: a standby became the primary. `RESTORED`: it comes
 * from a backup, or is on another server. `RESUMED`: nobody was connected for a while.
 */
export type LostTimeCause = 'FAILED_OVER' | 'RESTORED' | 'RESUMED';

/** Why, since when and until when nothing is sent. Keyway then continues; nobody has to act. */
export interface DatabaseDelay {
  /** Grows with each loss. What waits because of one is recorded once. */
  era: number;
  cause: LostTimeCause;
  /** When the loss was noticed. */
  since: Instant;
  /** From when on it may be sent. */
  until: Instant;
  /** When the database was restored last; absent: never. */
  restoredAt?: Instant;
}

/**
 * Whether a decision is older than the restored database: whoever made it may have taken it back
 * since, which the backup can't know, so they are asked again.
 */
export const isBeforeRestore = (decidedAt: Instant, restoredAt: Instant | undefined): boolean =>
  restoredAt !== undefined && decidedAt < restoredAt;

/**
 * Whether it is to be recorded: not again by a second worker, nor by one that comes late, after the
 * wait is over or because of an earlier loss.
 */
export const isNewDelay = (
  recorded: DatabaseDelay | undefined,
  found: DatabaseDelay,
  now: Instant,
): boolean => now < found.until && (!recorded || recorded.era < found.era);

/** A change is sent: the wait is over, and stays recorded. */
export const withoutDelay = (setup: TrackSetup, now: Instant): TrackSetup =>
  setup.delayed && now < setup.delayed.until
    ? { ...setup, delayed: { ...setup.delayed, until: now } }
    : setup;

const lasting = (delay: DatabaseDelay | undefined, now: Instant): DatabaseDelay | null =>
  delay && now < delay.until ? delay : null;

/** What the next change of a set-up waits for; null: nothing of this kind. */
export const delayOfSetup = (setup: TrackSetup, now: Instant): DatabaseDelay | null =>
  isApplying(setup) ? lasting(setup.delayed, now) : null;

/**
 * What a step waits for, of a configuration or of changes that were not sent; null: nothing of this
 * kind. It ends when that is sent, and at the latest with the time, without an event.
 */
export function databaseDelayOf(
  run: RunDraft,
  track: TrackId,
  step: StepId,
  now: Instant,
): DatabaseDelay | null {
  const { submission, setup, steps } = run.tracks[track];
  if (steps[step]?.status !== 'WORKING') return null;
  if (step === 'SUBMISSION') {
    const isUnsent = submission?.status === 'sending' && !submission.unresolved;
    return isUnsent ? lasting(submission.delayed, now) : null;
  }
  return setup && SET_UP.has(step) ? delayOfSetup(setup, now) : null;
}
