/**
 * The calls to the outside that a run needs. At most one effect of a run waits under a job key; a
 * new one replaces it.
 */
import type { RereadPurpose } from './event.ts';
import type { ChangeKind } from './setup/plannedChange.ts';
import type { Instant, ObservedStepId, TrackId } from './vocabulary.ts';

/** The data of each type of effect. `attempt` counts failed ones in a row, from 0. */
export interface EffectData {
  /** Read the facts of one step. */
  observeStep: { track: TrackId; step: ObservedStepId; attempt: number; waitingSince: Instant };
  rereadTrack: { track: TrackId; purpose: RereadPurpose; attempt: number };
  /** `lookups`: how many found nothing since the last send; `pages`: of those, the last 404s. */
  submitConfiguration: {
    submissionId: string;
    attempt: number;
    lookups: number;
    pages?: number;
  };
  pollConfiguration: { submissionId: string; attempt: number; pollingSince: Instant };
  /** Assign the exact role under a GUID derived from run and track (AEP-29). */
  assignRole: { track: TrackId; assignmentGuid: string; attempt: number };
  expireApproval: { track: TrackId };
  /** Ask the vault of the track's key, without a credential, which tenant it is in (AEP-25). */
  probeVault: { track: TrackId; keyIdentifier: string; attempt: number };
  /** Read what is there, and plan the changes of a set-up. */
  planSetup: { track: TrackId; setupId: string; attempt: number };
  /** Make one change of a confirmed plan, after reading what is there. */
  makeChange: {
    track: TrackId;
    setupId: string;
    planHash: string;
    change: ChangeKind;
    attempt: number;
  };
}
/** The types of effects, each with a handler in the worker. */
export type EffectType = keyof EffectData;

/**
 * When an effect is due: at `at`, or so long after the event; empty: at once. Unscaled: the store
 * multiplies `afterSeconds` by KEYWAY_POLL_SCALE and nothing else.
 */
export interface Due {
  /** Scaled by KEYWAY_POLL_SCALE. */
  afterSeconds?: number;
  /** Never scaled: the other side's Retry-After. */
  atLeastSeconds?: number;
  at?: Instant;
}
/**
 * A call to the outside that a transition requests. It replaces the run's effect with the same
 * `jobKey`.
 */
export type Effect = {
  [T in EffectType]: { type: T; jobKey: string; data: EffectData[T]; due: Due };
}[EffectType];
