/** Azure accepts the role assignment that Keyway makes (AEP-29). Kept only while it does not. */
import { inputCheck } from '../catalog/defineCheck.ts';

export const roleCanBeAssigned = inputCheck({
  step: 'ROLE',
  order: 20,
  tracks: ['AEP', 'CJA'],
  overridableOn: [],
  rules: ['AEP-29', 'AEP-33', 'ROLE-07'],
  outcomes: { refused: 'BLOCK', notAnswered: 'UNKNOWN' },
});
