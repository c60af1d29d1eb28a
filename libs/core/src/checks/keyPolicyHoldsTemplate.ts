/** The policy holds every statement of the template of Adobe's page (VAL-31, AWS-04). */
import { evaluateStatements } from '../keyPolicy/evaluateStatements.ts';
import { isAdobesPolicy } from '../keyPolicy/isAdobesPolicy.ts';
import { keyPolicyCheck } from '../keyPolicy/keyPolicyCheck.ts';

export const keyPolicyHoldsTemplate = keyPolicyCheck({
  order: 20,
  rules: ['VAL-31', 'AWS-04', 'AWS-05', 'AWS-07', 'AWS-13'],
  outcomes: {
    ok: 'PASS',
    notAdobes: 'BLOCK',
    missing: 'BLOCK',
    differing: 'BLOCK',
    wider: 'BLOCK',
    denied: 'BLOCK',
    perhapsDenied: 'WARN',
    unclear: 'UNKNOWN',
  },
  // Templates of earlier versions were stored as pasted, also where they were the key's own policy.
  evaluate: ({ statements, denying }, { account, template }) =>
    isAdobesPolicy(template, account)
      ? evaluateStatements(statements, denying)
      : { outcome: 'notAdobes' },
});
