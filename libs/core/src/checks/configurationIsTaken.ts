/**
 * Adobe accepts the configuration, and what it has is what was approved (AEP-36, AEP-40, GAP-31).
 * Kept only while it does not.
 */
import type { InputCheck } from '../catalog/defineCheck.ts';

export const configurationIsTaken = {
  step: 'SUBMISSION',
  tracks: ['AEP'],
  overridableOn: [],
  rules: ['AEP-36', 'AEP-40', 'GAP-02', 'GAP-31'],
  outcomes: {
    refused: 'BLOCK',
    notAnswered: 'UNKNOWN',
    otherKey: 'BLOCK',
    otherKeyAfterSend: 'BLOCK',
    keyNotNamed: 'BLOCK',
    failedBefore: 'BLOCK',
    noUsableAnswer: 'BLOCK',
  },
} as const satisfies InputCheck;
