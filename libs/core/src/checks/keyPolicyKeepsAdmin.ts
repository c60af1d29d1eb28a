/** The account keeps the administration of its key (VAL-31, AWS-05). */
import { keyPolicyCheck } from '../keyPolicy/keyPolicyCheck.ts';

export const keyPolicyKeepsAdmin = keyPolicyCheck({
  order: 10,
  rules: ['VAL-31', 'AWS-05', 'GAP-25'],
  outcomes: { ok: 'PASS', lost: 'BLOCK', unclear: 'UNKNOWN' },
  evaluate: ({ keepsAdmin }, { account }) => ({
    outcome: keepsAdmin ? 'ok' : 'lost',
    values: { account },
  }),
});
