/**
 * Immutable edits of a run, shared by the transitions. Each returns a new run and leaves the old
 * one as it was.
 */
import type { Effect } from './effect.ts';
import { hasMembers } from './hasMembers.ts';
import type { Refusal } from './refusal.ts';
import type { RunDraft, TrackDraft } from './run.ts';
import type { StepDraft, StepPatch } from './stepState.ts';
import { OBSERVED_STEP_IDS, type ObservedStepId, type StepId, type TrackId } from './vocabulary.ts';

/** What an event does to a run whose statuses are not settled yet. */
export interface Change {
  run: RunDraft;
  effects?: Effect[];
  clearJobKeys?: string[];
  /** False: nothing new; the run is as it was, only effects are (re)scheduled. */
  changed?: boolean;
  /** Observations to schedule once statuses are settled. */
  later?: LaterObservation[];
}
export interface LaterObservation {
  track: TrackId;
  step: ObservedStepId;
  attempt: number;
  timeScale: number;
}
export type Outcome = Change | { refusal: Refusal };

/**
 * The object with the patch applied; the very same object where that changes nothing. So whatever
 * did not change keeps its identity, and `settle` skips it.
 */
export const patched = <T extends object>(value: T, patch: Partial<T>): T =>
  hasMembers(value, patch) ? value : { ...value, ...patch };

export function withTrack(run: RunDraft, track: TrackId, patch: Partial<TrackDraft>): RunDraft {
  const state = patched(run.tracks[track], patch);
  return state === run.tracks[track] ? run : { ...run, tracks: { ...run.tracks, [track]: state } };
}

/** Steps that the track does not have are skipped. */
export function withSteps(
  run: RunDraft,
  track: TrackId,
  ids: readonly StepId[],
  patch: StepPatch,
): RunDraft {
  const before = run.tracks[track].steps;
  let steps = before;
  for (const id of ids) {
    const state = before[id];
    if (!state || hasMembers<StepDraft>(state, patch)) continue;
    if (steps === before) steps = { ...before };
    steps[id] = { ...state, ...patch };
  }
  return withTrack(run, track, { steps });
}

export const withStep = (run: RunDraft, track: TrackId, step: StepId, patch: StepPatch): RunDraft =>
  withSteps(run, track, [step], patch);

/** Resets what is known of a step. */
export const UNKNOWN_STEP = {
  facts: null,
  checks: [],
  everPresent: false,
  observing: false,
  acting: false,
  nextObservationAt: null,
  externalStatus: null,
  attestation: null,
  failure: null,
} satisfies StepPatch;

/** The job keys of every observation of a track. */
export const observationJobKeys = (track: TrackId): string[] =>
  OBSERVED_STEP_IDS.map((step) => jobKeys.observe(track, step));

/** At most one effect waits under each job key of a run. */
export const jobKeys = {
  observe: (track: TrackId, step: StepId) => `observe:${track}:${step}`,
  reread: (track: TrackId) => `reread:${track}`,
  assign: (track: TrackId) => `assign:${track}`,
  expire: (track: TrackId) => `expire:${track}`,
  setup: (track: TrackId) => `setup:${track}`,
  probe: (track: TrackId) => `probe:${track}`,
  submit: 'submit',
  poll: 'poll',
};
