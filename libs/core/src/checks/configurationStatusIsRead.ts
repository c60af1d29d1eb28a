/**
 * Adobe reports the configuration's status (AEP-41), and not FAILED (AEP-43). Kept only
 * while it does not.
 */
import { inputCheck } from '../catalog/defineCheck.ts';

export const configurationStatusIsRead = inputCheck({
  step: 'ACTIVATION',
  order: 10,
  tracks: ['AEP'],
  overridableOn: [],
  rules: ['AEP-41', 'AEP-42', 'AEP-43', 'TM-18'],
  outcomes: { notRead: 'UNKNOWN', failed: 'BLOCK' },
});
