/**
 * Immutable edits of a run, shared by the transitions. Each answers a new run and leaves the old
 * one as it was.
 */
import type { Effect } from './effect.ts';
import type { Refusal } from './refusal.ts';
import type { Run, StepState, TrackState } from './run.ts';
import { OBSERVED_STEP_IDS, type ObservedStepId, type StepId, type TrackId } from './vocabulary.ts';

/** What an event does. `again` names looks that have to be scheduled once statuses are settled. */
export interface Change {
  run: Run;
  effects?: Effect[];
  clearJobKeys?: string[];
  /** False: nothing new; the run is as it was, only effects are (re)scheduled. */
  changed?: boolean;
  again?: ObserveAgain[];
}
export interface ObserveAgain {
  track: TrackId;
  step: ObservedStepId;
  attempt: number;
  timeScale: number;
}
export type Outcome = Change | { refusal: Refusal };

/**
 * The object with the patch applied; the very same object where that changes nothing. So whatever
 * did not change keeps its identity, and `settle` need not look at it again.
 */
export function patched<T extends object>(value: T, patch: Partial<T>): T {
  for (const name in patch) {
    if (patch[name] !== value[name]) return { ...value, ...patch };
  }
  return value;
}

export function withTrack(run: Run, track: TrackId, patch: Partial<TrackState>): Run {
  const state = patched(run.tracks[track], patch);
  return state === run.tracks[track] ? run : { ...run, tracks: { ...run.tracks, [track]: state } };
}

/** Steps that the track does not have are passed over. */
export function withSteps(
  run: Run,
  track: TrackId,
  ids: readonly StepId[],
  patch: Partial<StepState>,
): Run {
  const steps = { ...run.tracks[track].steps };
  let changed = false;
  for (const id of ids) {
    const state = steps[id];
    if (!state) continue;
    steps[id] = patched(state, patch);
    changed ||= steps[id] !== state;
  }
  return changed ? withTrack(run, track, { steps }) : run;
}

export const withStep = (run: Run, track: TrackId, step: StepId, patch: Partial<StepState>): Run =>
  withSteps(run, track, [step], patch);

/** A step as it is before anything is known of it. */
export const freshStep = (now: string): StepState => ({
  status: 'LOCKED',
  since: now,
  actor: 'SYSTEM',
  mode: null,
  checks: [],
  facts: null,
  everPresent: false,
  looking: false,
  acting: false,
  nextLookAt: null,
  externalStatus: null,
  attestation: null,
  failure: null,
});

/** What is set where nothing is known of a step any more. */
export const FORGOTTEN: Partial<StepState> = {
  facts: null,
  checks: [],
  everPresent: false,
  looking: false,
  acting: false,
  nextLookAt: null,
  externalStatus: null,
  attestation: null,
  failure: null,
};

/** The jobKeys of every look at a track. */
export const observationJobKeys = (track: TrackId): string[] =>
  OBSERVED_STEP_IDS.map((step) => jobKeys.observe(track, step));

/** Slots: one effect at a time in each. */
export const jobKeys = {
  observe: (track: TrackId, step: StepId) => `observe:${track}:${step}`,
  reread: (track: TrackId) => `reread:${track}`,
  assign: (track: TrackId) => `assign:${track}`,
  expire: (track: TrackId) => `expire:${track}`,
  submit: 'submit',
  poll: 'poll',
};
