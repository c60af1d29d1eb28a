/**
 * The result of a step's own call (assignment, POST, poll) as a check beside those of its facts.
 */
import { withStep } from './change.ts';
import type { CheckValues, Evaluation } from './check.ts';
import { CHECKS, type CheckId } from './catalog/catalog.ts';
import { upstreamMessage } from './connectorError.ts';
import type { SubmissionCall } from './event.ts';
import type { ReadFailure } from './observedSchema.ts';
import { cloudOfCheck, failureValues, needsOf } from './failures/hintOf.ts';
import type { RunDraft } from './run.ts';
import { sameJson } from './sameJson.ts';
import type { FailureReport } from './stepState.ts';
import type { Instant, StepId, TrackId } from './vocabulary.ts';

export type CallCheck = Extract<
  CheckId,
  'roleCanBeAssigned' | 'configurationIsTaken' | 'configurationStatusIsRead'
>;

/** `during`: which call of a submission failed. */
type FailedCall = ReadFailure & { during?: SubmissionCall };

const evaluated = (check: CallCheck, outcome: string, values: CheckValues): Evaluation => ({
  verdict: CHECKS[check].outcomes[outcome]!,
  outcome,
  values,
});

function valuesOf(run: RunDraft, check: CallCheck, failure: FailedCall): CheckValues {
  const values = failureValues(failure, cloudOfCheck(CHECKS[check]), run.organization);
  return failure.during === 'send' ? { ...values, during: failure.during } : values;
}

/** The step's failure after a call that was refused permanently. */
export const refusedCall = (
  run: RunDraft,
  check: CallCheck,
  failure: FailedCall,
): FailureReport => ({
  code: 'refused',
  values: valuesOf(run, check, failure),
  upstreamMessage: upstreamMessage(failure),
});

function kept(
  run: RunDraft,
  track: TrackId,
  check: CallCheck,
  next: Evaluation | null,
  at: Instant,
): RunDraft {
  const step: StepId = CHECKS[check].step;
  const state = run.tracks[track].steps[step];
  const before = state?.checks.find((result) => result.check === check);
  if (!state || (!next && !before)) return run;
  // Returns the same run, so that the same failure again adds no entry to history.
  if (
    next &&
    before &&
    sameJson({ ...before, checkedAt: null }, { check, ...next, checkedAt: null })
  )
    return run;
  const others = state.checks.filter((result) => result.check !== check);
  return withStep(run, track, step, {
    checks: next ? [{ check, ...next, checkedAt: at }, ...others] : others,
  });
}

export const withFailedCall = (
  run: RunDraft,
  track: TrackId,
  check: CallCheck,
  outcome: string,
  failure: FailedCall,
  at: Instant,
): RunDraft => {
  const values = valuesOf(run, check, failure);
  const needs = needsOf(failure, cloudOfCheck(CHECKS[check]));
  return kept(run, track, check, { ...evaluated(check, outcome, values), ...needs }, at);
};

export const withCallOutcome = (
  run: RunDraft,
  track: TrackId,
  check: CallCheck,
  outcome: string,
  values: CheckValues,
  at: Instant,
): RunDraft => kept(run, track, check, evaluated(check, outcome, values), at);

/** The call succeeded. */
export const withoutCallCheck = (
  run: RunDraft,
  track: TrackId,
  check: CallCheck,
  at: Instant,
): RunDraft => kept(run, track, check, null, at);
