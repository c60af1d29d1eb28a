/**
 * The wait after the database lost what was written last, perhaps the intent of a send: until
 * everything that was sent before would show (docs/decisions/0096-failover.md).
 */
import type { RunDraft } from './run.ts';
import type { StepSummary, TrackSummary } from './runSummary.ts';
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

/** What a delay holds back. */
export type DelayedWork = 'configuration' | 'change';

/** A delay as people read it. */
export interface ShownDelay extends Pick<DatabaseDelay, 'cause' | 'since' | 'until'> {
  what: DelayedWork;
  /** It was asked for before the database was restored, and is asked for again afterwards. */
  asksAgain: boolean;
}

/**
 * What people read of a delay, of work of one kind.
 * @param decidedAt when a person asked for it; null: nobody did
 */
export const shownDelay = (
  { cause, since, until, restoredAt }: DatabaseDelay,
  what: DelayedWork,
  decidedAt: Instant | null,
): ShownDelay => ({
  ...{ what, cause, since, until },
  asksAgain: decidedAt !== null && isBeforeRestore(decidedAt, restoredAt),
});

const lasting = (delay: DatabaseDelay | undefined, now: Instant): DatabaseDelay | null =>
  delay && now < delay.until ? delay : null;

/** What the next change of a set-up waits for; null: nothing of this kind. */
export const delayOfSetup = (setup: TrackSetup, now: Instant): DatabaseDelay | null =>
  isApplying(setup) ? lasting(setup.delayed, now) : null;

/** What a track waits for, or waited for: the time ends it without an event. Null: nothing. */
export function trackDelay(run: RunDraft, track: TrackId): ShownDelay | null {
  const { submission, setup, steps } = run.tracks[track];
  const isUnsent = submission?.status === 'sending' && !submission.unresolved;
  if (isUnsent && submission.delayed && steps.SUBMISSION?.status === 'WORKING')
    return shownDelay(submission.delayed, 'configuration', submission.requestedAt);
  return setup?.delayed && isApplying(setup)
    ? shownDelay(setup.delayed, 'change', setup.confirmed?.at ?? null)
    : null;
}

type DelayedStep = Pick<StepSummary, 'id' | 'status'>;

const isHeldBack = ({ id, status }: DelayedStep, what: DelayedWork): boolean =>
  status === 'WORKING' && (what === 'configuration' ? id === 'SUBMISSION' : SET_UP.has(id));

/**
 * What a step waits for, of a configuration or of changes that were not sent; null: nothing of this
 * kind. It ends when that is sent, and at the latest with the time, without an event.
 */
export function databaseDelayOf(
  run: RunDraft,
  track: TrackId,
  step: StepId,
  now: Instant,
): ShownDelay | null {
  const state = run.tracks[track].steps[step];
  const delay = state && trackDelay(run, track);
  return delay && now < delay.until && isHeldBack({ id: step, status: state.status }, delay.what)
    ? delay
    : null;
}

/** A track that waits, and which of its steps do. */
export interface DelayedTrack {
  track: TrackId;
  steps: StepId[];
  delay: ShownDelay;
}

/** Every delay of a run that lasts, AEP before CJA. */
export const delaysOf = (
  {
    tracks,
  }: {
    tracks: readonly (Pick<TrackSummary, 'id' | 'delay'> & { steps: readonly DelayedStep[] })[];
  },
  now: Instant,
): DelayedTrack[] =>
  tracks.flatMap(({ id: track, delay, steps }) => {
    if (!delay || now >= delay.until) return [];
    const held = steps.filter((step) => isHeldBack(step, delay.what)).map(({ id }) => id);
    return held.length > 0 ? [{ track, steps: held, delay }] : [];
  });
