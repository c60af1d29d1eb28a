/**
 * When an approval may be requested, decided, withdrawn and used (docs/reference/run.md, rules 5
 * and 6).
 */
import { validateConfigurationName } from './checks/configurationNameIsSafe.ts';
import { evidenceBlocks, unacceptedWarnings } from './evidence.ts';
import { earlierSubmission } from './heldConfiguration.ts';
import { isFrozen, keyToApprove } from './knowledge.ts';
import { refuse, type Refusal } from './refusal.ts';
import type { Approval, Run } from './run.ts';
import { isApplying } from './setup/setupState.ts';
import { isRefusal, isRereading, stepLockedRefusal, findStep, withField } from './stepGuards.ts';
import type { Instant, TrackId } from './vocabulary.ts';

/** Why a configuration can't have this name; null where it can. */
export function nameProblem(run: Run, configurationName: string): Refusal | null {
  const { verdict } = validateConfigurationName(configurationName);
  if (verdict === 'BLOCK') return refuse('configurationNameInvalid', ['configurationName']);
  if (verdict === 'WARN' && run.policy.neverAccept.includes('configurationNameIsSafe'))
    return refuse('checkNeverAccepted', ['configurationName']);
  const earlier = earlierSubmission(run);
  if (earlier?.outcome !== 'unknown' || earlier.name === configurationName) return null;
  return refuse('configurationNameOfEarlierSend', ['configurationName'], { name: earlier.name });
}

/** @param configurationName the name to approve too, or null */
export function canRequestApproval(
  run: Run,
  track: TrackId,
  configurationName: string | null,
): Refusal | null {
  const state = findStep(run, track, 'APPROVAL');
  if (isRefusal(state)) return state;
  const { approval } = run.tracks[track];
  if (isFrozen(run, track) || isRereading(run, track))
    return refuse('trackPastNoReturn', ['track']);
  if (isApplying(run.tracks[track].setup)) return refuse('setupRunning', ['track']);
  if (approval?.status === 'requested') return refuse('approvalPending', ['track']);
  if (state.status === 'LOCKED') {
    const blocked = Object.values(run.tracks[track].steps).some(
      (step) => step.status === 'BLOCKED',
    );
    return blocked
      ? refuse('failingCheck', ['track'])
      : withField(stepLockedRefusal(run, track, 'APPROVAL'), 'track');
  }
  if (approval?.status === 'approved') return refuse('approvalGiven', ['track']);
  const warnings = unacceptedWarnings(run, track);
  if (warnings.length > 0) {
    return refuse('warningsNotAccepted', ['track'], { checks: warnings });
  }
  if (hasNeverAccepted(run, track)) return refuse('checkNeverAccepted', ['track']);
  if (keyToApprove(run, track) === null)
    return refuse(run.organization.cloud === 'AWS' ? 'keyArnMissing' : 'keyVersionUnknown', [
      'track',
    ]);
  if (configurationName === null) return null;
  return track === 'AEP'
    ? nameProblem(run, configurationName)
    : refuse('configurationNameForCja', ['configurationName']);
}

function refuseVoidApproval(
  { withdrawn, reason, voided }: Approval,
  field: string[] | null,
): Refusal {
  if (withdrawn) return refuse('approvalWithdrawn', field, { by: withdrawn.by, why: reason });
  const { at = null, text = null } = voided?.values ?? {};
  const code = voided?.code ?? 'evidenceChanged';
  return refuse('approvalEarlierVoid', field, { voided: code, at, text });
}

/** A pending approval may be decided by anybody but its requester. */
export function canDecide(run: Run, track: TrackId, principal: string): Refusal | null {
  const state = findStep(run, track, 'APPROVAL');
  if (isRefusal(state)) return state;
  const { approval } = run.tracks[track];
  if (isFrozen(run, track)) return refuse('trackSubmitted', ['track']);
  if (approval?.status === 'void') return refuseVoidApproval(approval, ['track']);
  if (approval?.status !== 'requested') return refuse('approvalNotRequested', ['track']);
  if (approval.requestedBy.principal === principal) return refuse('approvalIsOwn', ['track']);
  return null;
}

/** As `canDecide`; the policy may require an approver of this organization itself. */
export function canApprove(
  run: Run,
  track: TrackId,
  principal: string,
  ownApprover: boolean,
): Refusal | null {
  const refusal = canDecide(run, track, principal);
  if (refusal || ownApprover || run.policy.fourEyes !== 'OWN_APPROVER') return refusal;
  return refuse('approverNotOwn', ['track'], { organization: run.organization.name });
}

/** Whether the policy lets nobody accept what was last seen BLOCKED. */
const hasNeverAccepted = (run: Run, track: TrackId): boolean =>
  evidenceBlocks(run, track).some((check) => run.policy.neverAccept.includes(check));

/**
 * What was last seen BLOCKED is approved only by who names each of it and says why, so that nobody
 * approves it unseen.
 */
export function acceptanceOfBlocksProblem(
  run: Run,
  track: TrackId,
  accepted: readonly string[],
  comment: string | null,
): Refusal | null {
  const blocks = evidenceBlocks(run, track);
  const missing = blocks.filter((check) => !accepted.includes(check));
  if (missing.length > 0)
    return refuse('blocksNotAccepted', ['acceptedBlocks'], { checks: missing });
  if (hasNeverAccepted(run, track)) return refuse('checkNeverAccepted', ['acceptedBlocks']);
  return blocks.length > 0 && (comment ?? '').trim() === ''
    ? refuse('blocksNeedReason', ['comment'])
    : null;
}

/** An approval that was not used may be withdrawn by its approver or an owner. */
export function canWithdraw(
  run: Run,
  track: TrackId,
  principal: string,
  owner: boolean,
): Refusal | null {
  const state = findStep(run, track, 'APPROVAL');
  if (isRefusal(state)) return state;
  const { approval } = run.tracks[track];
  if (isFrozen(run, track) || approval?.status === 'spent')
    return refuse('approvalUsed', ['track']);
  if (approval?.status === 'void') return refuseVoidApproval(approval, ['track']);
  if (approval?.status !== 'approved') return refuse('approvalNotGiven', ['track']);
  if (owner || approval.decidedBy?.principal === principal) return null;
  return refuse('approvalOfSomebodyElse', ['track']);
}

/** From when on a given approval can be used; null until it is given. */
export const approvalUsableAt = (
  run: Pick<Run, 'policy'>,
  { status, decidedAt }: Approval,
): Instant | null =>
  decidedAt !== null && ['approved', 'spent'].includes(status)
    ? new Date(Date.parse(decidedAt) + run.policy.coolingOffSeconds * 1000).toISOString()
    : null;

/** Why the track's approval can't be used now; null where it can. */
export function approvalProblem(run: Run, track: TrackId, now: Instant): Refusal | null {
  const { approval } = run.tracks[track];
  if (approval?.status === 'void') return refuseVoidApproval(approval, null);
  if (approval?.status !== 'approved') return refuse('approvalMissing', null);
  if (approval.expiresAt !== null && now >= approval.expiresAt)
    return refuse('approvalExpired', null, { expiresAt: approval.expiresAt });
  const usableAt = approvalUsableAt(run, { ...approval, decidedAt: approval.decidedAt ?? now });
  return usableAt !== null && Date.parse(now) < Date.parse(usableAt)
    ? refuse('coolingOff', null, { usableAt })
    : null;
}

export const confirmationProblem = (run: Run, typed: string): Refusal | null =>
  typed.trim() === run.organization.imsOrgId
    ? null
    : refuse('imsOrgIdNotConfirmed', ['confirmImsOrgId'], { imsOrgId: run.organization.imsOrgId });
