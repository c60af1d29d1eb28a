/** Reasons that Keyway itself gives for what it did, by the code that the core has for them. */
import type { OWN_REASONS } from '@keyway/core';

export const reasons = {
  archived: 'The organization was archived.',
  evidenceChanged: 'The evidence changed after approval was requested.',
  factsDiffer:
    'The facts read right before submitting differ from the approved ones; nothing was sent.',
} satisfies Record<keyof typeof OWN_REASONS, string>;
