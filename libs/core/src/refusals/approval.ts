/** Requesting, deciding, withdrawing and using an approval. */
import { reason, type Reason } from './reason.ts';

export const approvalReasons = {
  approvalEarlierVoid: reason('APPROVAL_VOID', 'voided', 'at', 'text'),
  approvalExpired: reason('APPROVAL_VOID', 'expiresAt'),
  approvalGiven: reason('STEP_ALREADY_DONE'),
  approvalIsOwn: reason('SELF_APPROVAL'),
  approvalMissing: reason('APPROVAL_REQUIRED'),
  approvalNotGiven: reason('APPROVAL_REQUIRED'),
  approvalNotRequested: reason('APPROVAL_REQUIRED'),
  approvalOfSomebodyElse: reason('FORBIDDEN'),
  approvalPending: reason('CONFLICT'),
  approvalReasonMissing: reason('INVALID_INPUT'),
  approvalUsed: reason('ALREADY_SUBMITTED'),
  approvalWithdrawn: reason('APPROVAL_VOID', 'by', 'why'),
  approverNotOwn: reason('POLICY_FORBIDS', 'organization'),
  blocksNeedReason: reason('INVALID_INPUT'),
  blocksNotAccepted: reason('CHECKS_NOT_GREEN', 'checks'),
  checkUnknownId: reason('INVALID_INPUT', 'check'),
  coolingOff: reason('COOLING_OFF', 'usableAt'),
  failingCheck: reason('CHECKS_NOT_GREEN'),
  imsOrgIdNotConfirmed: reason('CONFIRMATION_MISMATCH', 'imsOrgId'),
  inheritAlone: reason('INVALID_INPUT'),
  secondsOutOfRange: reason('INVALID_INPUT', 'min', 'max'),
  trackSubmitted: reason('ALREADY_SUBMITTED'),
  warningsNotAccepted: reason('CHECKS_NOT_GREEN', 'checks'),
} satisfies Record<string, Reason>;
