/**
 * Reasons that Keyway itself gives where a person would. Stored as they are here; shown in the
 * reader's language (texts/describeReason.ts).
 */
export const OWN_REASONS = {
  archived: 'The organization was archived.',
  evidenceChanged: 'The evidence changed after approval was asked for.',
  factsDiffer:
    'The facts read just before sending are not those that were approved; nothing was sent.',
} as const;
