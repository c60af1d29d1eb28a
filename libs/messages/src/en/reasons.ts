/** Reasons that Keyway itself gives for what it did, by the code that the core has for them. */
import type { CancellationCode, VoidCode } from '@keyway/core';

export const reasons = {
  organizationArchived: 'The organization was archived.',
  evidenceChanged: 'The evidence changed after approval was requested.',
  factsDiffer:
    'The facts read right before submitting differ from the approved ones; nothing was sent.',
  expired: 'It expired at {at}.',
} satisfies Record<CancellationCode | Exclude<VoidCode, 'stored'>, string>;
