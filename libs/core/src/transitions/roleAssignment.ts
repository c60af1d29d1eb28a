/** The ROLE step done by ourselves, where the customer gave a credential that may write (AEP-29). */
import { slots, withStep, type Outcome } from '../change.ts';
import { withFailedCall, withoutCallCheck } from '../callChecks.ts';
import { isRetryable, theirWords } from '../connectorError.ts';
import type { Effect } from '../effect.ts';
import type { RunEventOf } from '../event.ts';
import { isFrozen, vaultOf } from '../knowledge.ts';
import { assignmentGuid } from '../assignmentGuid.ts';
import { backOffDue } from '../polling.ts';
import type { Run } from '../run.ts';
import { lookEffect } from '../settle.ts';
import { canLook, modeOf } from '../stepStatus.ts';
import type { TrackId } from '../vocabulary.ts';

/** The effect that assigns the role, where that is ours to do and nothing is in place; else null. */
export function assignmentEffect(run: Run, track: TrackId): Effect | null {
  const state = run.tracks[track].steps.ROLE;
  const vault = vaultOf(run, track);
  const missing = state?.checks.some((check) => check.check === 'roleIsAssigned' && check.missing) ?? false;
  if (!missing || state?.acting || state?.everPresent || modeOf(run, track, 'ROLE') !== 'AUTOMATIC' || vault?.kind !== 'vault') return null;
  return assignAgain(run, track);
}

/** Safe to ask for at any time: the GUID is the same, and what is there already is found. */
export const assignAgain = (run: Run, track: TrackId): Effect => ({
  type: 'assignRole',
  slot: slots.assign(track),
  data: { track, assignmentGuid: assignmentGuid(run, track), attempt: 0 },
  due: {},
});

/** Assigned (or there already): look, so that the step is DONE by what is seen and not by what was sent. */
export function roleAssigned(run: Run, event: RunEventOf<'roleAssigned'>): Outcome {
  const { track } = event.data;
  if (isFrozen(run, track)) return { run, noted: false };
  const done = withoutCallCheck(run, track, 'roleCanBeAssigned', event.at);
  // The credential was withdrawn while the call was on its way: history says what was done, and nothing can be read.
  if (!canLook(run, track, 'ROLE')) return { run: withStep(done, track, 'ROLE', { acting: false }) };
  const next = withStep(done, track, 'ROLE', { looking: true, externalStatus: null });
  return { run: next, effects: [lookEffect(track, 'ROLE', 0, event.at, {})] };
}

export function roleAssignmentFailed(run: Run, event: RunEventOf<'roleAssignmentFailed'>): Outcome {
  const { track, failure, attempt } = event.data;
  if (!run.connections.azure || isFrozen(run, track)) return { run, noted: false };
  // PrincipalNotFound right after consent is directory replication (AEP-33).
  const replicating = failure.code === 'PrincipalNotFound' && attempt < 10;
  if (isRetryable(failure.kind) || replicating) {
    const data = { track, assignmentGuid: assignmentGuid(run, track), attempt: attempt + 1 };
    const effect: Effect = { type: 'assignRole', slot: slots.assign(track), data, due: backOffDue(attempt, failure) };
    const told = withFailedCall(run, track, 'roleCanBeAssigned', 'notAnswered', failure, event.at);
    const next = withStep(told, track, 'ROLE', { externalStatus: theirWords(failure) });
    return next === run ? { run, noted: false, effects: [effect] } : { run: next, effects: [effect] };
  }
  const patch = { acting: false, failure: { message: failure.message, at: event.at }, externalStatus: theirWords(failure) };
  return { run: withStep(withFailedCall(run, track, 'roleCanBeAssigned', 'refused', failure, event.at), track, 'ROLE', patch) };
}
