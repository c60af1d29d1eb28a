/**
 * The calls to the outside that a run needs. At most one effect of a run waits under a job key; a
 * new one replaces it.
 */
import type { RereadPurpose } from './event.ts';
import type { Instant, ObservedStepId, TrackId } from './vocabulary.ts';

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
}
export type EffectType = keyof EffectData;

/**
 * Unscaled: the store multiplies `afterSeconds` by KEYWAY_POLL_SCALE and does not scale
 * `atLeastSeconds` (Retry-After) and `at`.
 */
export interface Due {
  /** Scaled by KEYWAY_POLL_SCALE. */
  afterSeconds?: number;
  /** Never scaled: the other side's Retry-After. */
  atLeastSeconds?: number;
  at?: Instant;
}
export type Effect = {
  [T in EffectType]: { type: T; jobKey: string; data: EffectData[T]; due: Due };
}[EffectType];
