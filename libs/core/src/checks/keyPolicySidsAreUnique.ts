/** Every statement has a Sid of its own (AWS-06). */
import { keyPolicyTraitCheck } from '../keyPolicy/keyPolicyCheck.ts';

export const keyPolicySidsAreUnique = keyPolicyTraitCheck({
  order: 40,
  rules: ['AWS-06'],
  outcomes: { ok: 'PASS', repeated: 'WARN', unclear: 'UNKNOWN' },
  evaluate: ({ repeatedSids }) => ({
    outcome: repeatedSids.length === 0 ? 'ok' : 'repeated',
    values: { sids: repeatedSids.slice(0, 5).join(', ') },
  }),
});
