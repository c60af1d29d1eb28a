/** Asking Keyway to set up vault, network and key (docs/decisions/0073-automatic-mode.md). */
import { reason, type Reason } from './reason.ts';

export const setupReasons = {
  setupApprovalOpen: reason('CONFLICT'),
  setupKeyNameInvalid: reason('INVALID_INPUT', 'key'),
  setupKeySizeInvalid: reason('INVALID_INPUT', 'size'),
  setupLocationInvalid: reason('INVALID_INPUT', 'location'),
  setupNeedsWrite: reason('CLOUD_NOT_CONNECTED'),
  setupNotOpen: reason('CONFLICT'),
  setupNotPlanned: reason('CONFLICT'),
  setupNothingPossible: reason('CONFLICT'),
  setupOnAws: reason('INVALID_INPUT'),
  setupPlanChanged: reason('CONFLICT'),
  setupPlanUnknown: reason('CONFLICT'),
  setupResourceGroupInvalid: reason('INVALID_INPUT', 'group'),
  setupRotationInvalid: reason('INVALID_INPUT', 'min', 'max'),
  setupRunning: reason('CONFLICT'),
  setupStepAttested: reason('CONFLICT', 'step'),
  setupSubscriptionInvalid: reason('INVALID_INPUT', 'subscription'),
  setupSubscriptionMissing: reason('INVALID_INPUT'),
  setupVaultNameInvalid: reason('INVALID_INPUT', 'vault'),
  setupWorkspaceInvalid: reason('INVALID_INPUT'),
} satisfies Record<string, Reason>;
