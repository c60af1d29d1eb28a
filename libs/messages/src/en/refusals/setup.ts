import type { ReasonOf } from '@keyway/core';

export const setupRefusals = {
  setupApprovalOpen:
    'An approval is pending or given, and a change would void it. Withdraw it first.',
  setupKeyNameInvalid:
    '“{key}” can’t be the name of a key: 1 to 127 letters, digits and hyphens (KID-04).',
  setupKeySizeInvalid: 'Keyway makes keys of 3072 or 4096 bits, not of {size} (AEP-13).',
  setupLocationInvalid:
    '“{location}” is no Azure region. Use its programmatic name, such as westeurope.',
  setupNeedsWrite:
    'The connection to Azure may only read. Connect Azure with read and write access to let Keyway change something.',
  setupNotOpen: 'There is no set-up on this track that could be canceled.',
  setupNotPlanned: 'There is no plan of changes to confirm. Request one first (planSetup).',
  setupNothingPossible:
    'Keyway can make none of these changes. Correct what the plan names, then request a plan again.',
  setupOnAws: 'Keyway sets up keys in Azure only. On AWS use the scripts of the step.',
  setupPlanChanged: 'This is not the current plan of changes. Review the current one.',
  setupPlanUnknown:
    'Not everything in this plan could be read, so it can’t be confirmed. Grant what is missing, then request a plan again.',
  setupResourceGroupInvalid: '“{group}” can’t be the name of a resource group.',
  setupRotationInvalid: 'Choose a rotation every {min} to {max} months, or none (ROT-04).',
  setupRunning: 'Keyway is making changes on this track. Wait, or cancel the set-up first.',
  setupStepAttested:
    '{step} was attested. Connect Azure so that it is verified, then request a plan again.',
  setupSubscriptionInvalid: '“{subscription}” is no subscription ID, which is a GUID.',
  setupSubscriptionMissing: 'Name the subscription: the connection to Azure does not name one.',
  setupVaultNameInvalid:
    '“{vault}” can’t be the name of a vault: 3 to 24 letters, digits and hyphens, beginning with a letter (KID-03).',
  setupWorkspaceInvalid:
    'Enter the resource ID of a Log Analytics workspace, such as /subscriptions/…/providers/Microsoft.OperationalInsights/workspaces/….',
} satisfies Record<ReasonOf<'setup'>, string>;
