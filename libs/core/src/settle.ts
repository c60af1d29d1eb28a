/**
 * After every event: derives the statuses, voids approvals whose evidence changed, starts
 * observations that became possible, and schedules the next ones.
 */
import { jobKeys, withTrack, type Change, type LaterObservation } from './change.ts';
import type { Effect } from './effect.ts';
import { changedEvidence, evidenceHash } from './evidence.ts';
import { isFrozen } from './knowledge.ts';
import { keepBlocked } from './lastBlocked.ts';
import type { PlanStep } from './plan.ts';
import { planSteps } from './plans/planFor.ts';
import {
  backOffDue,
  DONE_RECHECK_SECONDS,
  dueAt,
  pollDue,
  TICKET_RECHECK_SECONDS,
} from './polling.ts';
import type { Run, RunDraft } from './run.ts';
import { isAllDone } from './runStatus.ts';
import { sameEvidence } from './sameEvidence.ts';
import { settledStep, type StepDraft, type StepState } from './stepState.ts';
import { canObserve, deriveStep, isObservedStep } from './stepStatus.ts';
import { TRACK_IDS, type Instant, type ObservedStepId, type TrackId } from './vocabulary.ts';

/** Observes one step, now or later. */
export const observeEffect = (
  track: TrackId,
  step: ObservedStepId,
  attempt: number,
  waitingSince: Instant,
  due: Effect['due'],
): Effect => ({
  type: 'observeStep',
  jobKey: jobKeys.observe(track, step),
  data: { track, step, attempt, waitingSince },
  due,
});

/**
 * Whether a step is observed now: once its predecessors are done, and again whenever one of them
 * was open in between.
 */
function startsObservation(
  run: RunDraft,
  track: TrackId,
  step: ObservedStepId,
  draft: StepDraft,
): boolean {
  if (draft.attestation || draft.observing || isFrozen(run, track)) return false;
  return (draft.status === 'LOCKED' || draft.facts === null) && canObserve(run, track, step);
}

function settleStep(
  run: RunDraft,
  track: TrackId,
  step: PlanStep,
  draft: StepDraft,
  now: Instant,
  effects: Effect[],
): StepState {
  const derived = deriveStep(run, track, step, draft);
  const { id } = step;
  const isStarted =
    run.cancelled === null &&
    derived.status !== 'LOCKED' &&
    isObservedStep(id) &&
    startsObservation(run, track, id, draft);
  if (!isStarted) return settledStep(draft, derived, now);
  effects.push(observeEffect(track, id, 0, now, {}));
  const observing = { ...draft, observing: true, nextObservationAt: null };
  return settledStep(observing, deriveStep(run, track, step, observing), now);
}

/** A track's steps in plan order, so that each sees its predecessors settled. */
function settleTrack(run: RunDraft, track: TrackId, now: Instant, effects: Effect[]): RunDraft {
  // One copy, filled as we go; nobody else holds it before it is complete.
  const steps = { ...run.tracks[track].steps };
  const settling = withTrack(run, track, { steps });
  let changed = false;
  for (const step of planSteps(run, track)) {
    const draft = steps[step.id];
    if (!draft) continue;
    const next = settleStep(settling, track, step, draft, now, effects);
    steps[step.id] = next;
    changed ||= next !== draft;
  }
  return changed ? settling : run;
}

/** A valid approval or request is void as soon as the evidence is not what it was for. */
function voidChangedApproval(
  before: Run | null,
  run: RunDraft,
  track: TrackId,
  now: Instant,
): { run: RunDraft; voided: boolean } {
  const { approval } = run.tracks[track];
  if (
    !approval ||
    (approval.status !== 'requested' && approval.status !== 'approved') ||
    isFrozen(run, track)
  )
    return { run, voided: false };
  // It was for the evidence before this event: hashing is only needed where that changed.
  if (before && sameEvidence(before, run, track)) return { run, voided: false };
  if (evidenceHash(run, track) === approval.evidenceHash) return { run, voided: false };
  const values = before ? changedEvidence(before, run, track) : {};
  const voided = { code: 'evidenceChanged', values, at: now } as const;
  return {
    run: withTrack(run, track, { approval: { ...approval, status: 'void', voided } }),
    voided: true,
  };
}

/** The step with the instant of its next observation; a status that has none has no later one. */
const observedLater = (state: StepState, nextObservationAt: Instant): StepState | null => {
  switch (state.status) {
    case 'LOCKED':
    case 'READY':
    case 'NOT_APPLICABLE':
      return null;
    default:
      return { ...state, nextObservationAt };
  }
};

function scheduleObservations(
  run: Run,
  later: readonly LaterObservation[],
  now: Instant,
  effects: Effect[],
): Run {
  let next = run;
  for (const { track, step, attempt, timeScale } of later) {
    const state = next.tracks[track].steps[step];
    if (!state || isFrozen(next, track)) continue;
    if (effects.some((effect) => effect.jobKey === jobKeys.observe(track, step))) continue;
    const { due, nextAttempt } = nextObservation(
      state,
      attempt,
      now,
      timeScale,
      recheckSeconds(next, track),
    );
    const scheduled = observedLater(state, dueAt(due, now, timeScale));
    if (!scheduled) continue;
    effects.push(observeEffect(track, step, nextAttempt, state.since, due));
    const steps = { ...next.tracks[track].steps, [step]: scheduled };
    next = { ...next, tracks: { ...next.tracks, [track]: { ...next.tracks[track], steps } } };
  }
  return next;
}

/** How long after it was read a step that is DONE is read again. */
export const recheckSeconds = (run: RunDraft, track: TrackId): number =>
  track === 'CJA' && run.tracks.CJA.approval?.status === 'approved'
    ? TICKET_RECHECK_SECONDS
    : DONE_RECHECK_SECONDS;

/** When a step is observed again, by what the last observation said. */
export function nextObservation(
  state: StepDraft,
  attempt: number,
  now: Instant,
  timeScale: number,
  whenDone: number,
): { due: Effect['due']; nextAttempt: number } {
  const until = state.checks.map((check) => check.until).filter((instant) => instant !== undefined);
  if (until.length > 0) return { due: { at: until.toSorted()[0]! }, nextAttempt: 0 };
  const tryAgain = state.checks.some((check) => check.verdict === 'UNKNOWN' && !check.needs);
  if (tryAgain) return { due: backOffDue(attempt, null), nextAttempt: attempt + 1 };
  if (state.status === 'DONE') return { due: { afterSeconds: whenDone }, nextAttempt: 0 };
  return { due: pollDue(state.since, now, timeScale), nextAttempt: 0 };
}

/**
 * Whether an event left alone all that a track's statuses follow from: they are settled already.
 */
const isUntouched = (before: Run | null, run: RunDraft, track: TrackId): boolean =>
  before !== null &&
  before.tracks[track] === run.tracks[track] &&
  before.connections === run.connections &&
  before.organization === run.organization;

export interface Settled {
  run: Run;
  effects: Effect[];
  clearJobKeys: string[];
}

/**
 * Applies the common part of every event. `before`: the run as the event met it, settled by the
 * event before; null for a new one.
 */
export function settle(before: Run | null, change: Change, now: Instant): Settled {
  const effects = [...(change.effects ?? [])];
  const clearJobKeys = [...(change.clearJobKeys ?? [])];
  let draft = change.run;
  for (const track of TRACK_IDS) {
    if (!draft.tracks[track].applicable || isUntouched(before, draft, track)) continue;
    draft = settleTrack(keepBlocked(before, draft, track), track, now, effects);
    const approval = voidChangedApproval(before, draft, track, now);
    if (approval.voided) {
      draft = settleTrack(approval.run, track, now, effects);
      clearJobKeys.push(jobKeys.expire(track));
    }
  }
  // Every track is settled now: here, or by the event that last touched it.
  let run = scheduleObservations(draft as Run, change.later ?? [], now, effects);
  if (!run.cancelled && !run.completedAt && isAllDone(run)) run = { ...run, completedAt: now };
  return { run, effects, clearJobKeys };
}
