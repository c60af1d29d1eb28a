import type { PolicyWarningCode } from '@keyway/core';

/** Why a policy can't work as it is. */
export const policyWarnings: Record<PolicyWarningCode, string> = {
  NEVER_USABLE:
    'Approvals expire before their cooling-off period ends, so nothing can ever be submitted. Lengthen the validity or shorten the cooling-off period.',
};
