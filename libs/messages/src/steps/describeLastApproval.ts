/** What became of the last request for approval, where approval has to be requested again. */
import type { Approval, Locale, Run, TrackId } from '@keyway/core';
import { describeActor } from '../describeActor.ts';
import { describeVoided } from '../describeReason.ts';
import { format } from '../format.ts';
import { messagesIn } from '../messagesIn.ts';
import { toClause } from '../shorten.ts';

/** Why the last request led to nothing; null where there was none, or it still counts. */
export function describeLastApproval(run: Run, track: TrackId, locale: Locale): string | null {
  const { status } = messagesIn(locale);
  const { approval } = run.tracks[track];
  if (approval?.status !== 'refused' && approval?.status !== 'void') return null;
  const { decidedBy, withdrawn, voided, reason } = approval;
  const isRefused = approval.status === 'refused';
  const by = isRefused ? decidedBy : withdrawn?.by;
  if (by) {
    const values = { name: describeActor(by, locale), reason: toClause(reason ?? '') };
    return format(status[isRefused ? 'approvalRefused' : 'approvalWithdrawn'], values, locale);
  }
  return voided
    ? format(
        status.approvalVoid,
        { reason: describeVoided(voided, locale, run.organization.name) },
        locale,
      )
    : null;
}

/** What has to happen before it is requested again, as `requestApprovalAgain` names it. */
export function whyAgain({ status, voided }: Approval): 'refused' | 'changed' | 'other' {
  if (status === 'refused') return 'refused';
  const isChanged = voided?.code === 'evidenceChanged' || voided?.code === 'factsDiffer';
  return isChanged ? 'changed' : 'other';
}
