/**
 * What lists show of a run. It is written beside the state, so that no list reads the state of
 * every run, which is ten times as large.
 */
import { usableFrom } from './coolingOff.ts';
import { trackDelay, type ShownDelay } from './databaseDelay.ts';
import { planSteps } from './plans/planFor.ts';
import type { Run, RunOwner } from './run.ts';
import { isRefused, progress, runStatus, trackStatus, waitingOn } from './runStatus.ts';
import {
  TRACK_IDS,
  type Actor,
  type Instant,
  type RunStatus,
  type StepId,
  type StepMode,
  type StepStatus,
  type TrackId,
} from './vocabulary.ts';

/** A step as lists show it. */
export interface StepSummary {
  id: StepId;
  track: TrackId;
  status: StepStatus;
  actor: Actor;
  /** Null where the step does not apply. */
  mode: StepMode | null;
  /** When it got this status. */
  since: Instant;
}

/** A track as lists show it. */
export interface TrackSummary {
  id: TrackId;
  status: StepStatus;
  /** Whether the last request for its approval was refused, and has to be made again. */
  refused: boolean;
  /** When its approval can be used where the policy has a cooling-off; null: nothing waits. */
  usableFrom: Instant | null;
  /** What it waits for since the database lost time; null: nothing. `delaysOf` minds the time. */
  delay: ShownDelay | null;
  /** In the order of the plan. */
  steps: StepSummary[];
}

/** A run as lists show it: derived values, without facts, checks and decisions. */
export interface RunSummary {
  /** Grows by one with every change. */
  version: number;
  status: RunStatus;
  /**
   * Who must act, in the order of `ACTORS`, also where a cooling-off still lasts (`waitingOnAt`);
   * empty once it is closed.
   */
  waitingOn: Actor[];
  /** Steps that are done, of those that apply. */
  progress: { done: number; total: number };
  startedAt: Instant;
  updatedAt: Instant;
  completedAt: Instant | null;
  owner: RunOwner | null;
  dueAt: Instant | null;
  /** AEP, then CJA. */
  tracks: TrackSummary[];
}

/** Derives the summary from the run's state. The store writes it with every change. */
export function summaryOf(run: Run): RunSummary {
  const { version, startedAt, updatedAt, completedAt, owner, dueAt } = run;
  return {
    version,
    status: runStatus(run),
    waitingOn: waitingOn(run),
    progress: progress(run),
    startedAt,
    updatedAt,
    completedAt,
    owner,
    dueAt,
    tracks: TRACK_IDS.map((track) => ({
      id: track,
      status: trackStatus(run, track),
      refused: isRefused(run, track),
      usableFrom: usableFrom(run, track),
      delay: trackDelay(run, track),
      steps: planSteps(run, track).flatMap(({ id }): StepSummary[] => {
        const step = run.tracks[track].steps[id];
        if (!step) return [];
        const { status, actor, mode, since } = step;
        return [{ id, track, status, actor, mode, since }];
      }),
    })),
  };
}
