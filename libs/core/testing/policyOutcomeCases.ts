/** The part of `OUTCOME_CASES` about POLICY. Imported by tests only. */
import { inspectKeyPolicy } from '../src/keyPolicy/inspectKeyPolicy.ts';
import {
  DEFAULT_POLICY_TEXT,
  goodPolicy,
  KEY_ARN,
  policyStep,
  POLICY_TEMPLATE,
} from './awsFacts.ts';
import type { OutcomeCase } from './outcomeCases.ts';

function contextWith(template: string) {
  const parsed = inspectKeyPolicy(template, []);
  if (!('policy' in parsed)) throw new Error('The template can be read.');
  return { key: null, keyIdentifierText: KEY_ARN, keyPolicyTemplate: parsed.policy } as const;
}
const context = contextWith(POLICY_TEMPLATE);

type Json = (typeof goodPolicy)['Statement'][number] | Record<string, unknown>;
const [admin, ...adobe] = goodPolicy.Statement as [Json, ...Json[]];
const policy = (...statements: Json[]) => policyStep({ ...goodPolicy, Statement: statements });
const deny = (more: object = {}) => ({
  Sid: 'No use from elsewhere',
  Effect: 'Deny',
  Principal: '*',
  Action: 'kms:Decrypt',
  Resource: '*',
  ...more,
});

const cases: readonly Omit<OutcomeCase, 'context'>[] = [
  { check: 'keyPolicyKeepsAdmin', outcome: 'ok', facts: policyStep() },
  { check: 'keyPolicyKeepsAdmin', outcome: 'lost', facts: policy(...adobe) },
  { check: 'keyPolicyKeepsAdmin', outcome: 'unclear', facts: policyStep('<html>') },
  { check: 'keyPolicyHoldsTemplate', outcome: 'ok', facts: policyStep() },
  { check: 'keyPolicyHoldsTemplate', outcome: 'missing', facts: policy(admin, ...adobe.slice(1)) },
  {
    check: 'keyPolicyHoldsTemplate',
    outcome: 'differing',
    facts: policy(admin, { ...adobe[0]!, Action: ['kms:Decrypt'] }, ...adobe.slice(1)),
  },
  {
    check: 'keyPolicyHoldsTemplate',
    outcome: 'wider',
    facts: policy(admin, { ...adobe[0]!, Condition: undefined }, ...adobe.slice(1)),
  },
  { check: 'keyPolicyHoldsTemplate', outcome: 'denied', facts: policy(admin, ...adobe, deny()) },
  {
    check: 'keyPolicyHoldsTemplate',
    outcome: 'perhapsDenied',
    facts: policy(
      admin,
      ...adobe,
      deny({ Condition: { Bool: { 'aws:SecureTransport': 'false' } } }),
    ),
  },
  { check: 'keyPolicyHoldsTemplate', outcome: 'unclear', facts: policyStep('{}') },
  {
    check: 'keyPolicyHoldsTemplate',
    outcome: 'notComparable',
    facts: policyStep(JSON.stringify(goodPolicy) + ' '.repeat(32_768)),
  },
  { check: 'keyPolicyNamesNoOthers', outcome: 'ok', facts: policyStep() },
  {
    check: 'keyPolicyNamesNoOthers',
    outcome: 'others',
    facts: policy(admin, ...adobe, {
      ...deny({ Effect: 'Allow', Principal: { AWS: '999999999999' } }),
    }),
  },
  {
    check: 'keyPolicyNamesNoOthers',
    outcome: 'everybody',
    facts: policy(admin, ...adobe, deny({ Effect: 'Allow' })),
  },
  { check: 'keyPolicyNamesNoOthers', outcome: 'unclear', facts: policyStep('[]') },
  { check: 'keyPolicySidsAreUnique', outcome: 'ok', facts: policyStep() },
  {
    check: 'keyPolicySidsAreUnique',
    outcome: 'repeated',
    facts: policy(admin, { ...adobe[0]!, Sid: admin['Sid' as keyof Json] }, ...adobe.slice(1)),
  },
  { check: 'keyPolicySidsAreUnique', outcome: 'unclear', facts: policyStep('no') },
];

export const POLICY_OUTCOME_CASES: readonly OutcomeCase[] = [
  ...cases.map((one) => ({ ...one, context })),
  {
    check: 'keyPolicyHoldsTemplate',
    outcome: 'notAdobes',
    // The policy that the key has holds itself.
    facts: policyStep(DEFAULT_POLICY_TEXT),
    context: contextWith(DEFAULT_POLICY_TEXT),
  },
];
export const POLICY_CONTEXT = context;
