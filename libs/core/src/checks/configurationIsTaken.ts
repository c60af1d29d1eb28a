/**
 * Adobe accepts the configuration, and what it has is what was approved (AEP-36, AEP-40, GAP-31).
 * Kept only while it does not.
 */
import { inputCheck } from '../catalog/defineCheck.ts';

export const configurationIsTaken = inputCheck({
  step: 'SUBMISSION',
  order: 10,
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
    restored: 'BLOCK',
  },
});
