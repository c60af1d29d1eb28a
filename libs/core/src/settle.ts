/**
 * After every event: brings statuses in line with what is known, voids approvals whose evidence
 * changed, starts looks that became possible, and schedules the next ones. The same for every
 * event, so no transition can forget it.
 */
import { patched, jobKeys, withStep, withTrack, type Change, type ObserveAgain } from './change.ts';
import type { Effect } from './effect.ts';
import { evidenceHash } from './evidence.ts';
import { isFrozen } from './knowledge.ts';
import { OWN_REASONS } from './ownReasons.ts';
import type { PlanStep } from './plan.ts';
import { planSteps } from './plans/planFor.ts';
import {
  backOffDue,
  DONE_RECHECK_SECONDS,
  dueAt,
  pollDue,
  TICKET_RECHECK_SECONDS,
} from './polling.ts';
import type { Run, StepState } from './run.ts';
import { isAllDone } from './runStatus.ts';
import { sameEvidence } from './sameEvidence.ts';
import { canObserve, deriveStep, isObservedStep } from './stepStatus.ts';
import { TRACK_IDS, type Instant, type ObservedStepId, type TrackId } from './vocabulary.ts';

/** A look at one step, now or later. */
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
 * One step in line with what is known; `since` moves only with the status. Starts a look that
 * became possible.
 */
function settleStep(
  run: Run,
  track: TrackId,
  step: PlanStep,
  state: StepState,
  now: Instant,
  effects: Effect[],
): StepState {
  let next = patched(state, deriveStep(run, track, step, state));
  // What a check brings while the step is locked is dropped, so it is not waited for: the step is
  // checked again once it is open.
  if (next.status === 'LOCKED') next = patched(next, { looking: false, nextLookAt: null });
  if (
    isObservedStep(step.id) &&
    next.status !== 'LOCKED' &&
    !state.attestation &&
    !state.looking &&
    !isFrozen(run, track)
  ) {
    // Looked at by itself once its predecessors are done, and afresh whenever they were open in
    // between.
    if ((state.status === 'LOCKED' || state.facts === null) && canObserve(run, track, step.id)) {
      effects.push(observeEffect(track, step.id, 0, now, {}));
      const looking = { ...next, looking: true, nextLookAt: null };
      next = patched(looking, deriveStep(run, track, step, looking));
    }
  }
  // What was under way on a step that is locked now comes to nothing; it begins again when the step
  // opens.
  if (next.status === 'LOCKED')
    next = patched(next, { looking: false, acting: false, nextLookAt: null });
  return next.status === state.status ? next : { ...next, since: now };
}

/** A track's steps in plan order, so that each sees its predecessors settled. */
function settleTrack(run: Run, track: TrackId, now: Instant, effects: Effect[]): Run {
  // One copy, filled as we go; nobody else holds it before it is complete.
  const steps = { ...run.tracks[track].steps };
  const settling = withTrack(run, track, { steps });
  let changed = false;
  for (const step of planSteps(run, track)) {
    const state = steps[step.id];
    if (!state) continue;
    const next = settleStep(settling, track, step, state, now, effects);
    steps[step.id] = next;
    changed ||= next !== state;
  }
  return changed ? settling : run;
}

/** A standing approval is void as soon as the evidence is no longer what was asked about. */
function voidChangedApproval(
  before: Run | null,
  run: Run,
  track: TrackId,
): { run: Run; voided: boolean } {
  const { approval } = run.tracks[track];
  if (
    !approval ||
    (approval.status !== 'requested' && approval.status !== 'approved') ||
    isFrozen(run, track)
  )
    return { run, voided: false };
  // An approval that stands was for the evidence before this event: hashing is only needed where
  // that changed.
  if (before && sameEvidence(before, run, track)) return { run, voided: false };
  if (evidenceHash(run, track) === approval.evidenceHash) return { run, voided: false };
  const reason = OWN_REASONS.evidenceChanged;
  return {
    run: withTrack(run, track, { approval: { ...approval, status: 'void', reason } }),
    voided: true,
  };
}

function scheduleLooks(
  run: Run,
  again: readonly ObserveAgain[],
  now: Instant,
  effects: Effect[],
): Run {
  let next = run;
  for (const { track, step, attempt, timeScale } of again) {
    const state = next.tracks[track].steps[step];
    if (!state || isFrozen(next, track) || state.status === 'LOCKED') continue;
    if (effects.some((effect) => effect.jobKey === jobKeys.observe(track, step))) continue;
    const { due, nextAttempt } = nextLook(
      state,
      attempt,
      now,
      timeScale,
      recheckSeconds(next, track),
    );
    effects.push(observeEffect(track, step, nextAttempt, state.since, due));
    next = withStep(next, track, step, { nextLookAt: dueAt(due, now, timeScale) });
  }
  return next;
}

/** How long after it was read a step that is DONE is read again. */
export const recheckSeconds = (run: Run, track: TrackId): number =>
  track === 'CJA' && run.tracks.CJA.approval?.status === 'approved'
    ? TICKET_RECHECK_SECONDS
    : DONE_RECHECK_SECONDS;

/** When a step is looked at again, from what the last look said. */
export function nextLook(
  state: StepState,
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
const isUntouched = (before: Run | null, run: Run, track: TrackId): boolean =>
  before !== null &&
  before.tracks[track] === run.tracks[track] &&
  before.connections === run.connections &&
  before.organization === run.organization;

/**
 * Applies the common part of every event. `before`: the run as the event met it, settled by the
 * event before; null for a new one.
 */
export function settle(
  before: Run | null,
  change: Change,
  now: Instant,
): Required<Omit<Change, 'again' | 'changed'>> {
  const effects = [...(change.effects ?? [])];
  const clearJobKeys = [...(change.clearJobKeys ?? [])];
  let run = change.run;
  for (const track of TRACK_IDS) {
    if (!run.tracks[track].applicable || isUntouched(before, run, track)) continue;
    run = settleTrack(run, track, now, effects);
    const approval = voidChangedApproval(before, run, track);
    if (approval.voided) {
      run = settleTrack(approval.run, track, now, effects);
      clearJobKeys.push(jobKeys.expire(track));
    }
  }
  run = scheduleLooks(run, change.again ?? [], now, effects);
  if (!run.cancelled && !run.completedAt && isAllDone(run)) run = { ...run, completedAt: now };
  return { run, effects, clearJobKeys };
}
