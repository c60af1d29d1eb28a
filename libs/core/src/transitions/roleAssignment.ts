/** Keyway assigns the role itself, where its credential may write (AEP-29). */
import { jobKeys, withStep, type Outcome } from '../change.ts';
import { refusedCall, withFailedCall, withoutCallCheck } from '../callChecks.ts';
import { isRetryable, upstreamMessage } from '../connectorError.ts';
import type { Effect } from '../effect.ts';
import type { RunEventOf } from '../event.ts';
import { isFrozen, vaultOf } from '../knowledge.ts';
import { assignmentGuid } from '../assignmentGuid.ts';
import { backOffDue } from '../polling.ts';
import type { Run, RunDraft } from '../run.ts';
import { observeEffect } from '../settle.ts';
import { canObserve, modeOf } from '../stepStatus.ts';
import type { TrackId } from '../vocabulary.ts';

/**
 * The effect that assigns the role, where that is ours to do and nothing is in place; else null.
 */
export function assignmentEffect(run: RunDraft, track: TrackId): Effect | null {
  const state = run.tracks[track].steps.ROLE;
  const vault = vaultOf(run, track);
  const missing =
    state?.checks.some((check) => check.check === 'roleIsAssigned' && check.missing) ?? false;
  if (
    !missing ||
    state?.acting ||
    state?.everPresent ||
    modeOf(run, track, 'ROLE') !== 'AUTOMATIC' ||
    vault?.kind !== 'vault'
  )
    return null;
  return assignAgain(run, track);
}

/** Safe to ask for at any time: the GUID is the same, and what is there already is found. */
export const assignAgain = (run: RunDraft, track: TrackId): Effect => ({
  type: 'assignRole',
  jobKey: jobKeys.assign(track),
  data: { track, assignmentGuid: assignmentGuid(run, track), attempt: 0 },
  due: {},
});

/**
 * Assigned (or there already): observe, so that the step is DONE by what is seen and not by what
 * was sent.
 */
export function roleAssigned(run: Run, event: RunEventOf<'roleAssigned'>): Outcome {
  const { track } = event.data;
  if (isFrozen(run, track)) return { run, changed: false };
  const done = withoutCallCheck(run, track, 'roleCanBeAssigned', event.at);
  // The credential was withdrawn while the call was on its way: history says what was done, and
  // nothing can be read.
  if (!canObserve(run, track, 'ROLE'))
    return { run: withStep(done, track, 'ROLE', { acting: false }) };
  const next = withStep(done, track, 'ROLE', { observing: true, externalStatus: null });
  return { run: next, effects: [observeEffect(track, 'ROLE', 0, event.at, {})] };
}

export function roleAssignmentFailed(run: Run, event: RunEventOf<'roleAssignmentFailed'>): Outcome {
  const { track, failure, attempt } = event.data;
  // Not acting: the role was observed in place meanwhile.
  const isActing = run.tracks[track].steps.ROLE?.acting ?? false;
  if (!isActing || !run.connections.azure || isFrozen(run, track)) return { run, changed: false };
  // PrincipalNotFound right after consent is directory replication (AEP-33).
  const replicating = failure.code === 'PrincipalNotFound' && attempt < 10;
  if (isRetryable(failure.kind) || replicating) {
    const data = { track, assignmentGuid: assignmentGuid(run, track), attempt: attempt + 1 };
    const effect: Effect = {
      type: 'assignRole',
      jobKey: jobKeys.assign(track),
      data,
      due: backOffDue(attempt, failure),
    };
    const checked = withFailedCall(
      run,
      track,
      'roleCanBeAssigned',
      'notAnswered',
      failure,
      event.at,
    );
    const next = withStep(checked, track, 'ROLE', { externalStatus: upstreamMessage(failure) });
    return next === run
      ? { run, changed: false, effects: [effect] }
      : { run: next, effects: [effect] };
  }
  const checked = withFailedCall(run, track, 'roleCanBeAssigned', 'refused', failure, event.at);
  const report = refusedCall(run, 'roleCanBeAssigned', failure);
  return {
    run: withStep(checked, track, 'ROLE', {
      acting: false,
      failure: { ...report, at: event.at },
      externalStatus: report.upstreamMessage,
    }),
  };
}
