/** The policy holds every statement of the template of Adobe's page (VAL-31, AWS-04). */
import { evaluateStatements } from '../keyPolicy/evaluateStatements.ts';
import { keyPolicyCheck } from '../keyPolicy/keyPolicyCheck.ts';

export const keyPolicyHoldsTemplate = keyPolicyCheck({
  order: 20,
  rules: ['VAL-31', 'AWS-04', 'AWS-05', 'AWS-07', 'AWS-13'],
  outcomes: {
    ok: 'PASS',
    missing: 'BLOCK',
    differing: 'BLOCK',
    wider: 'BLOCK',
    denied: 'BLOCK',
    perhapsDenied: 'WARN',
    unclear: 'UNKNOWN',
  },
  evaluate: ({ statements, denying }) => evaluateStatements(statements, denying),
});
