/** The account keeps the administration of its key (VAL-31, AWS-05). */
import { keyPolicyTraitCheck } from '../keyPolicy/keyPolicyCheck.ts';

export const keyPolicyKeepsAdmin = keyPolicyTraitCheck({
  order: 10,
  rules: ['VAL-31', 'AWS-05', 'GAP-25'],
  outcomes: { ok: 'PASS', lost: 'BLOCK', unclear: 'UNKNOWN' },
  evaluate: ({ keepsAdmin }, { account }) => ({
    outcome: keepsAdmin ? 'ok' : 'lost',
    values: { account },
  }),
});
