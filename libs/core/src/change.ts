/** Immutable edits of a run, shared by the transitions. Each answers a new run and leaves the old one as it was. */
import type { Effect } from './effect.ts';
import type { Refusal } from './refusal.ts';
import type { Run, StepState, TrackState } from './run.ts';
import { OBSERVED_STEP_IDS, type ObservedStepId, type StepId, type TrackId } from './vocabulary.ts';

/** What an event does. `again` names looks that have to be scheduled once statuses are settled. */
export interface Change {
  run: Run;
  effects?: Effect[];
  clearSlots?: string[];
  /** False: nothing new; the run is as it was, only effects are (re)scheduled. */
  noted?: boolean;
  again?: LookAgain[];
}
export interface LookAgain {
  track: TrackId;
  step: ObservedStepId;
  attempt: number;
  timeScale: number;
}
export type Outcome = Change | { refusal: Refusal };

export const withTrack = (run: Run, track: TrackId, patch: Partial<TrackState>): Run => ({
  ...run,
  tracks: { ...run.tracks, [track]: { ...run.tracks[track], ...patch } },
});

export function withStep(run: Run, track: TrackId, step: StepId, patch: Partial<StepState>): Run {
  const state = run.tracks[track].steps[step];
  if (!state) return run;
  return withTrack(run, track, { steps: { ...run.tracks[track].steps, [step]: { ...state, ...patch } } });
}

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

/** The slots of every look at a track. */
export const lookSlots = (track: TrackId): string[] => OBSERVED_STEP_IDS.map((step) => slots.observe(track, step));

/** Slots: one effect at a time in each. */
export const slots = {
  observe: (track: TrackId, step: StepId) => `observe:${track}:${step}`,
  reread: (track: TrackId) => `reread:${track}`,
  assign: (track: TrackId) => `assign:${track}`,
  expire: (track: TrackId) => `expire:${track}`,
  submit: 'submit',
  poll: 'poll',
};
