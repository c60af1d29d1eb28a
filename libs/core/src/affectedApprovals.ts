/** What a changed policy does to the approvals and requests that stand. */
import { approvalUsableAt } from './approvalGuards.ts';
import { SYSTEM } from './eventActor.ts';
import { eventOf } from './event.ts';
import { isFrozen } from './knowledge.ts';
import type { Policy } from './policy.ts';
import type { Approval, Run, VoidCode } from './run.ts';
import { isClosed } from './runStatus.ts';
import { transition } from './transition.ts';
import { TRACK_IDS, type Instant, type TrackId } from './vocabulary.ts';

/** An approval, or a request for one, that could still be used. */
export interface AffectedApproval {
  track: TrackId;
  status: 'requested' | 'approved';
  /** Why it can't be used any more; null where it stands. */
  voided: VoidCode | null;
  /** From when on it can be used, where a longer cooling-off period put it off. */
  heldUntil?: Instant;
}

/** Of each approval that stood before the run became `after`. */
export function affectedApprovals(before: Run, after: Run, at: Instant): AffectedApproval[] {
  return TRACK_IDS.flatMap((track) => {
    const stood = before.tracks[track].approval;
    if (!stood || isFrozen(before, track) || isOver(stood, at)) return [];
    if (stood.status !== 'requested' && stood.status !== 'approved') return [];
    const found = after.tracks[track].approval;
    const voided = whyOver(found, at);
    const affected = { track, status: stood.status, voided };
    const from = voided || !found ? null : approvalUsableAt(after, found);
    const isHeld = from !== null && from > at && from > (approvalUsableAt(before, stood) ?? from);
    return [isHeld ? { ...affected, heldUntil: from } : affected];
  });
}

/** What stands on an open run, and what would become void if its policy changed to this one. */
export function approvalsUnder(run: Run, policy: Policy, at: Instant): AffectedApproval[] {
  if (isClosed(run)) return [];
  const event = eventOf({ id: '', at, actor: SYSTEM }, 'policyChanged', { policy });
  const result = transition(run, event);
  return 'refusal' in result ? [] : affectedApprovals(run, result.run, at);
}

const isOver = ({ expiresAt }: Approval, at: Instant): boolean =>
  expiresAt !== null && at >= expiresAt;

function whyOver(approval: Approval | null, at: Instant): VoidCode | null {
  if (approval?.status === 'void') return approval.voided?.code ?? null;
  return approval && isOver(approval, at) ? 'expired' : null;
}
