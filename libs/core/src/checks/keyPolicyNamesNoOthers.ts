/** No other account than the own one and the ones of Adobe may use the key (AWS-08). */
import { keyPolicyTraitCheck } from '../keyPolicy/keyPolicyCheck.ts';

/** A whole account by its number. */
const named = (principal: string): string =>
  /^arn:aws:iam::(\d{12}):root$/.exec(principal)?.[1] ?? principal;

export const keyPolicyNamesNoOthers = keyPolicyTraitCheck({
  order: 30,
  rules: ['AWS-08', 'VAL-31'],
  outcomes: { ok: 'PASS', others: 'WARN', everybody: 'WARN', unclear: 'UNKNOWN' },
  evaluate: ({ extra }) => {
    const values = { principals: extra.slice(0, 5).map(named).join(', ') };
    if (extra.length === 0) return { outcome: 'ok', values };
    return { outcome: extra.includes('*') ? 'everybody' : 'others', values };
  },
});
