/** What a changed policy does to the approvals and requests that stand. */
import { SYSTEM } from './eventActor.ts';
import { eventOf } from './event.ts';
import { isFrozen } from './knowledge.ts';
import type { Approval, Policy, Run, VoidCode } from './run.ts';
import { isClosed } from './runStatus.ts';
import { transition } from './transition.ts';
import { TRACK_IDS, type Instant, type TrackId } from './vocabulary.ts';

/** An approval, or a request for one, that could still be used. */
export interface AffectedApproval {
  track: TrackId;
  status: 'requested' | 'approved';
  /** Why it can't be used any more; null where it stands. */
  voided: VoidCode | null;
}

/** Of each approval that stood before the run became `after`. */
export function affectedApprovals(before: Run, after: Run, at: Instant): AffectedApproval[] {
  return TRACK_IDS.flatMap((track) => {
    const stood = before.tracks[track].approval;
    if (!stood || isFrozen(before, track) || isOver(stood, at)) return [];
    if (stood.status !== 'requested' && stood.status !== 'approved') return [];
    const voided = whyOver(after.tracks[track].approval, at);
    return [{ track, status: stood.status, voided }];
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
