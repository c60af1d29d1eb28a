/** The policy holds every statement of the template of Adobe's page (VAL-31, AWS-04). */
import { compareGrants } from '../keyPolicy/compareKeyPolicies.ts';
import { evaluateStatements } from '../keyPolicy/evaluateStatements.ts';
import { isAdobesPolicy } from '../keyPolicy/isAdobesPolicy.ts';
import { keyPolicyCheck } from '../keyPolicy/keyPolicyCheck.ts';

export const keyPolicyHoldsTemplate = keyPolicyCheck({
  order: 20,
  rules: ['VAL-31', 'AWS-04', 'AWS-05', 'AWS-07', 'AWS-13'],
  outcomes: {
    ok: 'PASS',
    notAdobes: 'BLOCK',
    notComparable: 'BLOCK',
    missing: 'BLOCK',
    differing: 'BLOCK',
    wider: 'BLOCK',
    denied: 'BLOCK',
    perhapsDenied: 'WARN',
    unclear: 'UNKNOWN',
  },
  tooLong: 'notComparable',
  evaluate: ({ key, policy, template }) => {
    // Templates of earlier versions were stored as pasted, also where they were the key's own
    // policy.
    if (!isAdobesPolicy(template, key)) return { outcome: 'notAdobes' };
    const found = compareGrants(policy, template, key);
    return found
      ? evaluateStatements(found.statements, found.denying)
      : { outcome: 'notComparable' };
  },
});
