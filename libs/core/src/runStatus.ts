/** Status, actors and progress of a run, derived from its steps and never stored separately. */
import { planSteps } from './plans/planFor.ts';
import type { RunDraft } from './run.ts';
import type { StepDraft } from './stepState.ts';
import {
  ACTORS,
  TRACK_IDS,
  type Actor,
  type RunStatus,
  type StepStatus,
  type TrackId,
} from './vocabulary.ts';

/** The states of a track's steps in plan order. */
export const stepsOf = (run: RunDraft, track: TrackId): StepDraft[] =>
  planSteps(run, track).flatMap((step) => run.tracks[track].steps[step.id] ?? []);

const allSteps = (run: RunDraft): StepDraft[] => TRACK_IDS.flatMap((track) => stepsOf(run, track));

const OPEN_ORDER: readonly StepStatus[] = [
  'FAILED',
  'BLOCKED',
  'WORKING',
  'WAITING',
  'READY',
  'LOCKED',
];

/** The status of a track, which follows from its steps. */
export function trackStatus(run: RunDraft, track: TrackId): StepStatus {
  if (!run.tracks[track].applicable) return 'NOT_APPLICABLE';
  const steps = stepsOf(run, track);
  return OPEN_ORDER.find((status) => steps.some((step) => step.status === status)) ?? 'DONE';
}

const isOver = (step: StepDraft | undefined): boolean =>
  !step || step.status === 'DONE' || step.status === 'NOT_APPLICABLE';

/** Whether every step of both tracks is done or does not apply. */
export const isAllDone = (run: RunDraft): boolean =>
  TRACK_IDS.every((track) =>
    planSteps(run, track).every(({ id }) => isOver(run.tracks[track].steps[id])),
  );

/** Complete only when AEP is COMPLETED and CJA confirmed or not applicable (AJO-02, GAP-15). */
export function runStatus(run: RunDraft): RunStatus {
  if (run.cancelled) return 'CANCELLED';
  if (isAllDone(run)) return 'COMPLETED';
  const steps = allSteps(run);
  const some = (status: StepStatus): boolean => steps.some((step) => step.status === status);
  if (some('FAILED')) return 'FAILED';
  if (some('BLOCKED')) return 'BLOCKED';
  if (some('WORKING') || some('READY')) return 'IN_PROGRESS';
  return 'WAITING';
}

/** Whether the last request for the track's approval was refused, and has to be made again. */
export const isRefused = (run: RunDraft, track: TrackId): boolean =>
  !isClosed(run) &&
  run.tracks[track].approval?.status === 'refused' &&
  run.tracks[track].steps.APPROVAL?.status === 'READY';

/** Every actor who must act now, in the order of the vocabulary. */
export function waitingOn(run: RunDraft): Actor[] {
  if (run.cancelled || run.completedAt) return [];
  const open = new Set(
    allSteps(run)
      .filter((step) => step.status !== 'LOCKED' && !isOver(step))
      .map((step) => step.actor),
  );
  return ACTORS.filter((actor) => open.has(actor));
}

export function progress(run: RunDraft): { done: number; total: number } {
  const steps = allSteps(run).filter((step) => step.status !== 'NOT_APPLICABLE');
  return { done: steps.filter((step) => step.status === 'DONE').length, total: steps.length };
}

/** Whether the run is completed or cancelled. */
export const isClosed = (run: RunDraft): boolean =>
  run.cancelled !== null || run.completedAt !== null;

/** The same of a run that lists show. */
export const isClosedStatus = (status: RunStatus): boolean =>
  status === 'COMPLETED' || status === 'CANCELLED';
