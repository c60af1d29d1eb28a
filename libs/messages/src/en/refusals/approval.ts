import type { ReasonOf } from '@keyway/core';

export const approvalRefusals = {
  approvalEarlierVoid:
    'The approval is void. {voided, select, expired {It expired at {at}.} factsDiffer {The facts read right before submitting differ from the approved ones.} policyLoosened {The policy for approvals was loosened after approval was requested.} ownApproverRequired {By policy, someone whose access was given for this organization in particular has to approve now.} stored {{text}} other {The evidence changed after approval was requested.}} Request approval again.',
  approvalExpired: 'The approval expired at {expiresAt}. Request approval again.',
  approvalGiven: 'This track is already approved.',
  approvalIsOwn: 'You requested this approval, so another person must decide on it.',
  approvalMissing: 'This requires the approval of a second person. Request approval first.',
  approvalNotGiven: 'This track has no approval to withdraw.',
  approvalNotRequested: 'This track has no pending approval request.',
  approvalOfSomebodyElse: 'Only the person who approved, or an owner, can withdraw an approval.',
  approvalPending: 'An approval request is already pending on this track.',
  approvalReasonMissing: 'Give a reason.',
  approvalUsed: 'The approval was already used. A submission can’t be undone (IRR-01).',
  approvalWithdrawn:
    '{by} withdrew the approval for the reason “{why}”, so it must be requested again.',
  approverNotOwn:
    'Your approval would not count here. By policy, {organization, select, none {an approver} other {an approver of {organization}}} decides: someone whose access was given for this organization in particular. Ask one of them.',
  blocksNeedReason: 'Say in the comment why you accept what Keyway last saw not met.',
  blocksNotAccepted:
    'When Keyway last read them, these checks were not met, and it could not read them since: {checks}. Accept each of them to approve (acceptedBlocks), or refuse.',
  checkUnknownId: 'There is no check “{check}”. The check catalog lists their IDs.',
  coolingOff: 'The cooling-off period is not over. The approval can be used from {usableAt}.',
  failingCheck: 'A check of this track fails. Fix its cause, then request approval.',
  imsOrgIdNotConfirmed: 'Type the IMS organization ID exactly: {imsOrgId}.',
  inheritAlone: 'To follow the partner’s policy again, give the organization and nothing else.',
  secondsOutOfRange: 'Choose from {min} to {max} seconds.',
  trackSubmitted: 'This track is past its point of no return.',
  warningsNotAccepted: 'Accept these warnings with a reason first (overrideCheck): {checks}.',
} satisfies Record<ReasonOf<'approval'>, string>;
