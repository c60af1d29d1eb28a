/** Looking: asked for by a person, answered by the worker with facts, evaluated here. */
import { withStep, withTrack, type ObserveAgain, type Outcome } from '../change.ts';
import type { Effect } from '../effect.ts';
import type { RunEventOf } from '../event.ts';
import { isRetryable, upstreamMessage } from '../connectorError.ts';
import { observationOf } from '../catalog/defineCheck.ts';
import type { ReadFailure, StepFacts } from '../facts.ts';
import { canOverride, canVerify } from '../guards.ts';
import { checkContext, isFrozen, evaluate } from '../knowledge.ts';
import { planSteps } from '../plans/planFor.ts';
import { backOffDue } from '../polling.ts';
import type { Run, StepState } from '../run.ts';
import { sameEvaluations } from '../sameEvidence.ts';
import { sameJson } from '../sameJson.ts';
import { observeEffect, nextLook, recheckSeconds } from '../settle.ts';
import { canObserve, isConnected, isObservedStep } from '../stepStatus.ts';
import { TRACK_IDS, type Instant, type StepId, type TrackId } from '../vocabulary.ts';
import { pollEffect } from './activation.ts';
import { assignAgain, assignmentEffect } from './roleAssignment.ts';
import { refuse } from '../refusal.ts';
import { rereadEffect, submitEffect } from './submission.ts';

/**
 * After so many failed looks in a row a step that is DONE is said to be unknown. One bad minute of
 * a cloud voids no approval.
 */
const FAILED_LOOKS_TOLERATED = 5;

export function verificationRequested(
  run: Run,
  event: RunEventOf<'verificationRequested'>,
): Outcome {
  const { track, step } = event.data;
  if (step !== null) {
    if (track === null)
      return {
        refusal: refuse('trackMissing', ['track']),
      };
    const refusal = canVerify(run, track, step);
    return refusal ? { refusal } : look(run, [[track, step]], event.at);
  }
  const tracks = track === null ? TRACK_IDS : [track];
  const targets = tracks.flatMap((id) =>
    planSteps(run, id)
      // A submission that is on its way is gone on with by itself, and only asked for by its name.
      .filter(
        (candidate) => candidate.id !== 'SUBMISSION' && canVerify(run, id, candidate.id) === null,
      )
      .map((candidate): [TrackId, StepId] => [id, candidate.id]),
  );
  return look(run, targets, event.at);
}

function look(run: Run, targets: [TrackId, StepId][], now: Instant): Outcome {
  let next = run;
  const effects: Effect[] = [];
  for (const [track, step] of targets) {
    const under = workUnderWay(run, track, step, now);
    if (under) effects.push(under);
    if (under || !isObservedStep(step)) continue;
    if (!canObserve(run, track, step)) continue;
    next = withStep(next, track, step, { looking: true });
    effects.push(observeEffect(track, step, 0, now, {}));
  }
  return next === run
    ? { run, effects, changed: effects.length === 0 ? false : undefined }
    : { run: next, effects };
}

/**
 * What goes on at a step apart from reading it, to be gone on with now; also where the effect for
 * it was lost. Each reads before it acts.
 */
function workUnderWay(run: Run, track: TrackId, step: StepId, now: Instant): Effect | null {
  const { submission } = run.tracks.AEP;
  if (step === 'ROLE' && run.tracks[track].steps.ROLE?.acting) return assignAgain(run, track);
  if (step === 'SUBMISSION' && submission?.status === 'rereading')
    return rereadEffect('AEP', 'submission', 0, {});
  if (step === 'SUBMISSION' && submission?.status === 'sending')
    return submitEffect(submission.id, 0, 0, {});
  return step === 'ACTIVATION' && submission
    ? pollEffect(submission.id, 0, submission.sentAt ?? now, {})
    : null;
}

/**
 * What of the facts is compared and kept: without how long the other side asked to wait, which
 * changes by itself.
 */
export function storedFacts(facts: StepFacts): StepFacts {
  const failure = failureOf(facts);
  if (!failure) return facts;
  const observed = observationOf(facts);
  const stored = { outcome: 'unreadable', failure: { ...failure, retryAfterSeconds: null } };
  return Object.fromEntries(
    Object.entries(facts).map(([name, value]) => [name, value === observed ? stored : value]),
  ) as unknown as StepFacts;
}

/** Why the look failed, or null where it saw something (or its absence). */
export function failureOf(facts: StepFacts): ReadFailure | null {
  const observed = observationOf(facts);
  return observed?.outcome === 'unreadable' ? observed.failure : null;
}

/** Applies facts to their step: evaluates, remembers, and says what changed. Does not settle. */
export function applyFacts(
  run: Run,
  track: TrackId,
  seen: StepFacts,
  now: Instant,
  timeScale: number,
): Run {
  const state = run.tracks[track].steps[seen.step];
  if (!state) return run;
  const stored = storedFacts(seen);
  // Seen as before: kept, so that everybody can tell by identity that nothing changed.
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
  return withStep(next, track, facts.step, {
    checks,
    looking: false,
    acting: state.acting && checks.some((check) => check.missing),
    nextLookAt: null,
    everPresent: state.everPresent || inPlace,
    externalStatus: failure && upstreamMessage(failure),
    attestation: null,
  });
}

/** TM-01: a network that was seen closed and is now seen open counts as just changed. */
function networkChange(
  run: Run,
  track: TrackId,
  facts: StepFacts,
  state: StepState,
  now: Instant,
  timeScale: number,
): Instant | null {
  const base = evaluate([], facts, checkContext(run, track, now, timeScale, null));
  if (base.some((check) => check.verdict === 'BLOCK')) return null;
  const wasClosed = state.checks.some((check) => check.verdict === 'BLOCK');
  return wasClosed ? now : run.tracks[track].networkChangedAt;
}

const same = (a: StepState, b: StepState): boolean =>
  a.facts === b.facts &&
  a.looking === b.looking &&
  a.acting === b.acting &&
  sameEvaluations(a.checks, b.checks);

export function factsObserved(run: Run, event: RunEventOf<'factsObserved'>): Outcome {
  const { track, facts, attempt, waitingSince, timeScale } = event.data;
  const state = run.tracks[track].steps[facts.step];
  if (!state || isFrozen(run, track) || state.attestation || state.status === 'LOCKED')
    return { run, changed: false };
  // Read with a credential that was withdrawn meanwhile: nobody could read it again.
  if (!isConnected(run, facts.step)) return { run, changed: false };
  const failure = failureOf(facts);
  if (
    failure &&
    isRetryable(failure.kind) &&
    state.status === 'DONE' &&
    attempt < FAILED_LOOKS_TOLERATED
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
    const { due, nextAttempt } = nextLook(
      state,
      attempt,
      event.at,
      timeScale,
      recheckSeconds(run, track),
    );
    const later = failure?.retryAfterSeconds
      ? { ...due, atLeastSeconds: failure.retryAfterSeconds }
      : due;
    return {
      run,
      changed: false,
      effects: [observeEffect(track, facts.step, nextAttempt, state.since, later)],
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
  const again: ObserveAgain[] = [{ track, step: facts.step, attempt, timeScale }];
  const assign = facts.step === 'ROLE' ? assignmentEffect(next, track) : null;
  return assign
    ? { run: withStep(next, track, 'ROLE', { acting: true }), effects: [assign] }
    : { run: next, again };
}

export function checkOverridden(run: Run, event: RunEventOf<'checkOverridden'>): Outcome {
  const { track, check, reason } = event.data;
  const refusal = canOverride(run, track, check);
  if (refusal) return { refusal };
  if (reason.trim() === '')
    return {
      refusal: refuse('overrideReasonMissing', ['reason']),
    };
  let next = run;
  for (const { id } of planSteps(run, track)) {
    const state = next.tracks[track].steps[id];
    if (!state?.checks.some((result) => result.check === check)) continue;
    const override = { reason, by: event.actor.name, at: event.at };
    next = withStep(next, track, id, {
      checks: state.checks.map((result) =>
        result.check === check ? { ...result, override } : result,
      ),
    });
  }
  return { run: next };
}
