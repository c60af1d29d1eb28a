/** Approval by a second person: requested, granted, refused, withdrawn, expired. */
import { jobKeys, withTrack, type Outcome } from '../change.ts';
import type { Effect } from '../effect.ts';
import type { RunEventOf } from '../event.ts';
import {
  acceptanceOfBlocksProblem,
  canApprove,
  canDecide,
  canRequestApproval,
  canWithdraw,
  confirmationProblem,
} from '../approvalGuards.ts';
import { nameToApprove } from '../configurationName.ts';
import { namedActor } from '../eventActor.ts';
import { evidenceBlocks, evidenceHash } from '../evidence.ts';
import { hostOf, isFrozen, keyToApprove, tenantOf } from '../knowledge.ts';
import { plusSeconds } from '../polling.ts';
import { refuse } from '../refusal.ts';
import type { Approval, EarlierRefusal, Run, Voided } from '../run.ts';
import type { Instant, TrackId } from '../vocabulary.ts';
import { abortReread } from './attestedSubmission.ts';
import { rereadEffect } from './reread.ts';

export const expiryEffect = (track: TrackId, expiresAt: Instant): Effect => ({
  type: 'expireApproval',
  jobKey: jobKeys.expire(track),
  data: { track },
  due: { at: expiresAt },
});

export function approvalRequested(run: Run, event: RunEventOf<'approvalRequested'>): Outcome {
  const { track, principal, configurationName: given = null } = event.data;
  const configurationName = track === 'AEP' ? nameToApprove(run, given) : given;
  const refusal = canRequestApproval(run, track, configurationName);
  if (refusal) return { refusal };
  // CJA has no configuration, so that nothing is said of its name.
  const named = track === 'AEP' ? { configurationName } : {};
  const refusedBefore = refusalBefore(run, track);
  const approval: Approval = {
    status: 'requested',
    requestedBy: { principal, ...namedActor(event.actor) },
    requestedAt: event.at,
    evidenceHash: evidenceHash(run, track, named.configurationName),
    keyIdentifier: keyToApprove(run, track)!,
    tenantId: tenantOf(run, track) ?? '',
    imsOrgId: run.organization.imsOrgId,
    host: track === 'AEP' ? hostOf(run) : null,
    decidedBy: null,
    decidedAt: null,
    comment: null,
    expiresAt: null,
    reason: null,
    ...named,
    ...(refusedBefore && { refusedBefore }),
  };
  return { run: withTrack(run, track, { approval }) };
}

/**
 * What another person refused before, and whether the facts are still those. A request that was
 * taken back or became void undecided in between changes nothing about it.
 */
function refusalBefore(run: Run, track: TrackId): EarlierRefusal | null {
  const before = run.tracks[track].approval;
  const earlier = before && (refusalOf(before) ?? (isUndecided(before) && before.refusedBefore));
  if (!earlier) return null;
  const { evidenceHash: refused, configurationName } = earlier;
  return { ...earlier, evidenceChanged: evidenceHash(run, track, configurationName) !== refused };
}

const isOwnRefusal = ({ decidedBy, requestedBy }: Approval): boolean =>
  decidedBy?.principal === requestedBy.principal;

const isUndecided = (approval: Approval): boolean =>
  approval.decidedBy === null || (approval.status === 'refused' && isOwnRefusal(approval));

function refusalOf(approval: Approval): EarlierRefusal | null {
  const { status, decidedBy: by, decidedAt: at, reason } = approval;
  if (status !== 'refused' || !by || !at || isOwnRefusal(approval)) return null;
  const { evidenceHash: hash, configurationName } = approval;
  return {
    ...{ by, at, reason: reason ?? '', evidenceHash: hash, evidenceChanged: false },
    ...(configurationName !== undefined && { configurationName }),
  };
}

export function approvalGranted(run: Run, event: RunEventOf<'approvalGranted'>): Outcome {
  const { track, principal, confirmImsOrgId, comment, ownApprover = false } = event.data;
  const refusal =
    canApprove(run, track, principal, ownApprover) ??
    confirmationProblem(run, confirmImsOrgId) ??
    acceptanceOfBlocksProblem(run, track, event.data.acceptedBlocks ?? [], comment);
  if (refusal) return { refusal };
  const acceptedBlocks = evidenceBlocks(run, track);
  const expiresAt = plusSeconds(event.at, run.policy.approvalValidForSeconds);
  const approval: Approval = {
    ...run.tracks[track].approval!,
    status: 'approved',
    decidedBy: { principal, ...namedActor(event.actor) },
    decidedAt: event.at,
    comment,
    expiresAt,
    byOwnApprover: ownApprover,
    ...(acceptedBlocks.length > 0 && { acceptedBlocks }),
  };
  const effects: Effect[] = [expiryEffect(track, expiresAt)];
  // The ticket is opened by hand, so CJA's facts are read again as soon as it may be
  // (docs/reference/run.md, rule 6).
  if (track === 'CJA' && run.connections.azure) effects.push(rereadEffect('CJA', 'ticket', 0, {}));
  return { run: withTrack(run, track, { approval }), effects };
}

export function approvalRefused(run: Run, event: RunEventOf<'approvalRefused'>): Outcome {
  const { track, principal, reason } = event.data;
  const refusal = canDecide(run, track, principal);
  // Whoever asked may take the request back: that refuses nothing but their own.
  if (refusal && refusal.code !== 'SELF_APPROVAL') return { refusal };
  if (reason.trim() === '') return { refusal: refuse('approvalReasonMissing', ['reason']) };
  const decided = {
    decidedBy: { principal, ...namedActor(event.actor) },
    decidedAt: event.at,
    reason,
  };
  return {
    run: withTrack(run, track, {
      approval: { ...run.tracks[track].approval!, status: 'refused', ...decided },
    }),
  };
}

/**
 * Also while the facts are being read for a submission: what was withdrawn before the send began is
 * never sent.
 */
export function approvalWithdrawn(run: Run, event: RunEventOf<'approvalWithdrawn'>): Outcome {
  const { track, principal, owner, reason } = event.data;
  const refusal = canWithdraw(run, track, principal, owner);
  if (refusal) return { refusal };
  if (reason.trim() === '') return { refusal: refuse('approvalReasonMissing', ['reason']) };
  const { approval } = run.tracks[track];
  const withdrawn = { by: namedActor(event.actor), principal, at: event.at };
  const next = withTrack(track === 'AEP' ? abortReread(run) : run, track, {
    approval: { ...approval!, status: 'void', reason, withdrawn },
  });
  return { run: next, clearJobKeys: [jobKeys.expire(track), jobKeys.reread(track)] };
}

export const expired = (at: Instant): Voided => ({ code: 'expired', values: { at }, at });

export function approvalExpired(run: Run, event: RunEventOf<'approvalExpired'>): Outcome {
  const { track } = event.data;
  const { approval } = run.tracks[track];
  if (approval?.status !== 'approved' || approval.expiresAt === null || isFrozen(run, track))
    return { run, changed: false };
  if (event.at < approval.expiresAt)
    return { run, changed: false, effects: [expiryEffect(track, approval.expiresAt)] };
  return {
    run: withTrack(run, track, {
      approval: { ...approval, status: 'void', voided: expired(approval.expiresAt) },
    }),
  };
}
