/** Observations: requested by a person or by `settle`, read by the worker, evaluated here. */
import { withStep, withTrack, type LaterObservation, type Outcome } from '../change.ts';
import type { CheckResult } from '../check.ts';
import type { Effect } from '../effect.ts';
import type { RunEventOf } from '../event.ts';
import { namedActor } from '../eventActor.ts';
import { isRetryable, upstreamMessage } from '../connectorError.ts';
import { failureOf, withFailure, type StepFacts } from '../facts.ts';
import { canOverride, canVerify } from '../guards.ts';
import { handOffProblem } from '../handOff.ts';
import { checkContext, isFrozen, evaluate } from '../knowledge.ts';
import { planSteps } from '../plans/planFor.ts';
import { backOffDue } from '../polling.ts';
import type { Run, RunDraft } from '../run.ts';
import { sameEvaluations } from '../sameEvidence.ts';
import { sameJson } from '../sameJson.ts';
import { nextObservation, observeEffect, recheckSeconds } from '../settle.ts';
import type { StepDraft } from '../stepState.ts';
import { canObserve, isConnected, isObservedStep } from '../stepStatus.ts';
import { TRACK_IDS, type Instant, type StepId, type TrackId } from '../vocabulary.ts';
import { pollEffect } from './activation.ts';
import { assignAgain, assignmentEffect } from './roleAssignment.ts';
import { refuse } from '../refusal.ts';
import { keepLateBlock } from './lateBlock.ts';
import { isRereading } from '../stepGuards.ts';
import { rereadEffect } from './reread.ts';
import { submitEffect } from './submission.ts';

/**
 * After this many failed observations in a row a step that is DONE becomes unknown. One bad minute
 * of a cloud voids no approval.
 */
const MAX_FAILED_OBSERVATIONS = 5;

export function verificationRequested(
  run: Run,
  event: RunEventOf<'verificationRequested'>,
): Outcome {
  const { track, step, handOff } = event.data;
  if (handOff && (track === null || step === null))
    return { refusal: refuse('stepNotHandedOff', ['step']) };
  if (step !== null) {
    if (track === null)
      return {
        refusal: refuse('trackMissing', ['track']),
      };
    const refusal =
      (handOff ? handOffProblem(run, { track, step }, handOff) : null) ??
      canVerify(run, track, step);
    return refusal ? { refusal } : observe(run, [[track, step]], event.at);
  }
  const tracks = track === null ? TRACK_IDS : [track];
  const targets = tracks.flatMap((id) =>
    planSteps(run, id)
      // A submission that is on its way continues automatically; asked for by name, it does so now.
      .filter(
        (candidate) => candidate.id !== 'SUBMISSION' && canVerify(run, id, candidate.id) === null,
      )
      .map((candidate): [TrackId, StepId] => [id, candidate.id]),
  );
  return observe(run, targets, event.at);
}

function observe(run: Run, targets: [TrackId, StepId][], now: Instant): Outcome {
  let next: RunDraft = run;
  const effects: Effect[] = [];
  for (const [track, step] of targets) {
    const under = workUnderWay(run, track, step, now);
    if (under) effects.push(under);
    if (under || !isObservedStep(step)) continue;
    if (!canObserve(run, track, step)) continue;
    next = withStep(next, track, step, { observing: true });
    effects.push(observeEffect(track, step, 0, now, {}));
  }
  return next === run
    ? { run, effects, changed: effects.length === 0 ? false : undefined }
    : { run: next, effects };
}

/**
 * The step's own work (assigning, submitting, polling), to be done now; also where its effect was
 * lost. Each reads before it acts.
 */
function workUnderWay(run: RunDraft, track: TrackId, step: StepId, now: Instant): Effect | null {
  const { submission } = run.tracks.AEP;
  if (step === 'ROLE' && run.tracks[track].steps.ROLE?.acting) return assignAgain(run, track);
  if (step === 'SUBMISSION' && isRereading(run, 'AEP'))
    return rereadEffect('AEP', 'submission', 0, {});
  if (step === 'SUBMISSION' && submission?.status === 'sending')
    return submitEffect(submission.id, 0, 0, {});
  return step === 'ACTIVATION' && submission
    ? pollEffect(submission.id, 0, submission.sentAt ?? now, {})
    : null;
}

/** The facts as they are compared and kept: without Retry-After, which differs in every answer. */
export function storedFacts(facts: StepFacts): StepFacts {
  const failure = failureOf(facts);
  return failure ? withFailure(facts, { ...failure, retryAfterSeconds: null }) : facts;
}

/** Keeps the facts of a step and what the checks make of them. */
export function applyFacts(
  run: RunDraft,
  track: TrackId,
  seen: StepFacts,
  now: Instant,
  timeScale: number,
): RunDraft {
  const state = run.tracks[track].steps[seen.step];
  if (!state) return run;
  const stored = storedFacts(seen);
  // The same as before: kept, so that identity shows that nothing changed.
  const facts = state.facts && sameJson(state.facts, stored) ? state.facts : stored;
  let next = run;
  let { networkChangedAt } = run.tracks[track];
  if (facts.step === 'NETWORK') {
    networkChangedAt = networkChange(run, track, facts, state, now, timeScale);
    next = withTrack(next, track, { networkChangedAt });
  }
  next = withStep(next, track, facts.step, { facts });
  const checks = evaluate(
    state.checks,
    facts,
    checkContext(next, track, now, timeScale, networkChangedAt),
  );
  const failure = failureOf(facts);
  const inPlace = failure === null && !checks.some((check) => check.missing);
  const isProven = failure === null && checks.every(isSettled);
  return withStep(next, track, facts.step, {
    checks,
    observing: false,
    acting: state.acting && checks.some((check) => check.missing),
    nextObservationAt: null,
    everPresent: state.everPresent || inPlace,
    externalStatus: failure && upstreamMessage(failure),
    attestation: null,
    // Somebody else did what Keyway's own call failed to do.
    ...(isProven ? { failure: null } : {}),
  });
}

const isSettled = ({ verdict, override }: CheckResult): boolean =>
  verdict === 'PASS' || verdict === 'WARN' || override !== undefined;

/** TM-01: a network that was seen closed and is now seen open counts as just changed. */
function networkChange(
  run: RunDraft,
  track: TrackId,
  facts: StepFacts,
  state: StepDraft,
  now: Instant,
  timeScale: number,
): Instant | null {
  const base = evaluate([], facts, checkContext(run, track, now, timeScale, null));
  if (base.some((check) => check.verdict === 'BLOCK')) return null;
  const wasClosed = state.checks.some((check) => check.verdict === 'BLOCK');
  return wasClosed ? now : run.tracks[track].networkChangedAt;
}

const same = (a: StepDraft, b: StepDraft): boolean =>
  a.facts === b.facts &&
  a.observing === b.observing &&
  a.acting === b.acting &&
  a.failure === b.failure &&
  sameEvaluations(a.checks, b.checks);

export function factsObserved(run: Run, event: RunEventOf<'factsObserved'>): Outcome {
  const { track, facts, attempt, waitingSince, timeScale } = event.data;
  const state = run.tracks[track].steps[facts.step];
  if (!state || isFrozen(run, track)) return { run, changed: false };
  // Nobody could read it again with a credential that was withdrawn meanwhile.
  if (event.data.late || state.attestation || !isConnected(run, facts.step))
    return keepLateBlock(run, event, state, applyFacts(run, track, facts, event.at, timeScale));
  if (state.status === 'LOCKED') return { run, changed: false };
  const failure = failureOf(facts);
  if (
    failure &&
    isRetryable(failure.kind) &&
    state.status === 'DONE' &&
    attempt < MAX_FAILED_OBSERVATIONS
  ) {
    return {
      run,
      changed: false,
      effects: [
        observeEffect(track, facts.step, attempt + 1, waitingSince, backOffDue(attempt, failure)),
      ],
    };
  }
  const next = applyFacts(run, track, facts, event.at, timeScale);
  const after = next.tracks[track].steps[facts.step]!;
  if (same(state, after)) {
    const { due, nextAttempt } = nextObservation(
      state,
      attempt,
      event.at,
      timeScale,
      recheckSeconds(run, track),
    );
    const notBefore = failure?.retryAfterSeconds
      ? { ...due, atLeastSeconds: failure.retryAfterSeconds }
      : due;
    return {
      run,
      changed: false,
      effects: [observeEffect(track, facts.step, nextAttempt, state.since, notBefore)],
    };
  }
  if (failure?.retryAfterSeconds) {
    return {
      run: next,
      effects: [
        observeEffect(track, facts.step, attempt + 1, waitingSince, backOffDue(attempt, failure)),
      ],
    };
  }
  const later: LaterObservation[] = [{ track, step: facts.step, attempt, timeScale }];
  const assign = facts.step === 'ROLE' ? assignmentEffect(next, track) : null;
  return assign
    ? { run: withStep(next, track, 'ROLE', { acting: true }), effects: [assign] }
    : { run: next, later };
}

export function checkOverridden(run: Run, event: RunEventOf<'checkOverridden'>): Outcome {
  const { track, check, reason } = event.data;
  const refusal = canOverride(run, track, check);
  if (refusal) return { refusal };
  if (reason.trim() === '')
    return {
      refusal: refuse('overrideReasonMissing', ['reason']),
    };
  let next: RunDraft = run;
  for (const { id } of planSteps(run, track)) {
    const state = next.tracks[track].steps[id];
    if (!state?.checks.some((result) => result.check === check)) continue;
    const override = { reason, by: namedActor(event.actor), at: event.at };
    next = withStep(next, track, id, {
      checks: state.checks.map((result) =>
        result.check === check ? { ...result, override } : result,
      ),
    });
  }
  return { run: next };
}
