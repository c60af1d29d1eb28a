/** The policy changed while the run was open: what it would not have allowed is void. */
import type { CheckResult } from '../check.ts';
import { jobKeys, withStep, withTrack, type Outcome } from '../change.ts';
import type { Effect } from '../effect.ts';
import type { RunEventOf } from '../event.ts';
import { isFrozen } from '../knowledge.ts';
import { planSteps } from '../plans/planFor.ts';
import { loosens, normalPolicy, samePolicy } from '../policy.ts';
import { plusSeconds } from '../polling.ts';
import type { Policy } from '../policy.ts';
import type { Approval, Run, RunDraft, VoidCode, Voided } from '../run.ts';
import { isRereading } from '../stepGuards.ts';
import { TRACK_IDS, type TrackId } from '../vocabulary.ts';
import { expiryEffect } from './approval.ts';

export function policyChanged(run: Run, event: RunEventOf<'policyChanged'>): Outcome {
  const policy = normalPolicy(event.data.policy);
  if (samePolicy(run.policy, policy)) return { run, changed: false };
  const effects: Effect[] = [];
  const clearJobKeys: string[] = [];
  let next: RunDraft = { ...run, policy };
  for (const track of TRACK_IDS) {
    // What was submitted was approved by the policy of that time.
    if (!run.tracks[track].applicable || isFrozen(run, track)) continue;
    next = withoutOverrides(next, track);
    const { approval } = run.tracks[track];
    const code = approval && whyVoid(approval, run.policy, policy);
    if (code) {
      next = withVoid(next, run, track, { code, values: {}, at: event.at });
      clearJobKeys.push(jobKeys.expire(track), jobKeys.reread(track));
    } else if (approval?.status === 'approved' && approval.decidedAt !== null) {
      const expiresAt = plusSeconds(approval.decidedAt, policy.approvalValidForSeconds);
      if (expiresAt === approval.expiresAt) continue;
      next = withTrack(next, track, { approval: { ...approval, expiresAt } });
      effects.push(expiryEffect(track, expiresAt));
    }
  }
  return { run: next, effects, clearJobKeys };
}

/** Whether a pending or given approval can't stand; null where it can. */
function whyVoid(approval: Approval, before: Policy, after: Policy): VoidCode | null {
  const isGiven = approval.status === 'approved';
  if (!isGiven && approval.status !== 'requested') return null;
  if (loosens(before, after)) return 'policyLoosened';
  if (approval.acceptedBlocks?.some((check) => isNever(after, check))) return 'evidenceChanged';
  const isOwn = approval.byOwnApprover === true;
  return isGiven && after.fourEyes === 'OWN_APPROVER' && !isOwn ? 'ownApproverRequired' : null;
}

/** Nothing is sent that was being read again for it. */
function withVoid(draft: RunDraft, run: Run, track: TrackId, voided: Voided): RunDraft {
  const { approval, submission } = draft.tracks[track];
  return withTrack(draft, track, {
    approval: { ...approval!, status: 'void', voided },
    submission:
      submission && isRereading(run, track) ? { ...submission, status: 'aborted' } : submission,
  });
}

/** What nobody may accept any more is not accepted, whoever did so before. */
function withoutOverrides(run: RunDraft, track: TrackId): RunDraft {
  let next = run;
  for (const { id } of planSteps(run, track)) {
    const state = next.tracks[track].steps[id];
    if (!state?.checks.some(({ check, override }) => override && isNever(next.policy, check)))
      continue;
    const checks = state.checks.map((result) =>
      isNever(next.policy, result.check) ? withoutOverride(result) : result,
    );
    next = withStep(next, track, id, { checks });
  }
  return next;
}

const withoutOverride = ({ override: _override, ...result }: CheckResult): CheckResult => result;

const isNever = (policy: Policy, check: string): boolean => policy.neverAccept.includes(check);
