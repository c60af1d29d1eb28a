/**
 * Keeps what a step's own call came to, as a check beside those of its facts: the assignment, the
 * POST, the poll.
 */
import { withStep } from './change.ts';
import type { CheckValues, Evaluation } from './check.ts';
import { CHECKS } from './catalog/catalog.ts';
import type { CheckId } from './checks/checkIds.ts';
import type { ReadFailure } from './facts.ts';
import { cloudOfStep, failureValues, needsOf } from './failures/hintOf.ts';
import type { Run } from './run.ts';
import { sameJson } from './sameJson.ts';
import type { Instant, StepId, TrackId } from './vocabulary.ts';

export type CallCheck = Extract<
  CheckId,
  'roleCanBeAssigned' | 'configurationIsTaken' | 'configurationStatusIsRead'
>;

/** `during`: of a submission, whether it was looked for or sent. */
type FailedCall = ReadFailure & { during?: 'look' | 'send' };

const evaluated = (check: CallCheck, outcome: string, values: CheckValues): Evaluation => ({
  verdict: CHECKS[check].outcomes[outcome]!,
  outcome,
  values,
});

/** What a failed call is to its step. */
function ofFailure(run: Run, check: CallCheck, outcome: string, failure: FailedCall): Evaluation {
  const cloud = cloudOfStep(CHECKS[check].step);
  const values = failureValues(failure, cloud, run.organization);
  const told = failure.during === 'send' ? { ...values, during: failure.during } : values;
  return { ...evaluated(check, outcome, told), ...needsOf(failure, cloud) };
}

function kept(
  run: Run,
  track: TrackId,
  check: CallCheck,
  next: Evaluation | null,
  at: Instant,
): Run {
  const step: StepId = CHECKS[check].step;
  const state = run.tracks[track].steps[step];
  const before = state?.checks.find((result) => result.check === check);
  if (!state || (!next && !before)) return run;
  // The same again is no news: the run keeps its identity, so that a call that goes on failing
  // fills no history.
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
  run: Run,
  track: TrackId,
  check: CallCheck,
  outcome: string,
  failure: FailedCall,
  at: Instant,
): Run => kept(run, track, check, ofFailure(run, check, outcome, failure), at);

export const withCallOutcome = (
  run: Run,
  track: TrackId,
  check: CallCheck,
  outcome: string,
  values: CheckValues,
  at: Instant,
): Run => kept(run, track, check, evaluated(check, outcome, values), at);

/** The call succeeded. */
export const withoutCallCheck = (run: Run, track: TrackId, check: CallCheck, at: Instant): Run =>
  kept(run, track, check, null, at);
