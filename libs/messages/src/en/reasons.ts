/** Reasons that Keyway itself gives for what it did, by the code that the core has for them. */
import type { CancellationCode, VoidCode } from '@keyway/core';

export const reasons = {
  organizationArchived: 'The organization was archived.',
  policyLoosened: 'The policy for approvals was loosened after approval was requested.',
  ownApproverRequired:
    'By policy, {organization, select, none {an approver} other {an approver of {organization}}} decides now: someone whose access was given for this organization in particular. It was approved by someone else.',
  evidenceChanged:
    'The evidence changed after approval was requested{steps, select, none {} other {: {steps}}}.',
  factsDiffer:
    'The facts read right before submitting differ from the approved ones{steps, select, none {} other { ({steps})}}; nothing was sent.',
  expired: 'It expired at {at}.',
} satisfies Record<CancellationCode | Exclude<VoidCode, 'stored'>, string>;
