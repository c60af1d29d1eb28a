/** Checks of a key policy: each reads the same comparison with the template (VAL-31). */
import { existenceCheck, type Check, type Found } from '../catalog/defineCheck.ts';
import type { KeyPolicyFacts } from '../kmsFacts.ts';
import { parseKeyArn } from '../inspectKeyArn.ts';
import type { RuleId } from '../rules/register.ts';
import type { Verdict } from '../vocabulary.ts';
import { compareKeyPolicies, type KeyPolicyComparison } from './compareKeyPolicies.ts';
import { inspectKeyPolicy, type KeyPolicy } from './inspectKeyPolicy.ts';

interface PolicyHead<O extends string> {
  order: number;
  rules: readonly RuleId[];
  outcomes: Readonly<Record<O | 'unclear', Verdict>>;
}

/** Four checks read each policy: it is parsed once. */
const parsed = new WeakMap<KeyPolicyFacts, KeyPolicy | null>();

/** The policy that KMS answered; null where it is none. */
export function policyOf(facts: KeyPolicyFacts): KeyPolicy | null {
  let policy = parsed.get(facts);
  if (policy === undefined) {
    const found = inspectKeyPolicy(facts.policy, []);
    policy = 'policy' in found ? found.policy : null;
    parsed.set(facts, policy);
  }
  return policy;
}

/** `unclear` where there is nothing to compare: no policy, no template, or no ARN. */
export const keyPolicyCheck = <const O extends string>({
  evaluate,
  ...head
}: PolicyHead<O> & {
  evaluate: (
    found: KeyPolicyComparison,
    given: { account: string; template: KeyPolicy },
  ) => Found<NoInfer<O>>;
}): Check<'POLICY', O | 'unclear'> =>
  existenceCheck<'POLICY', O | 'unclear'>({
    ...head,
    step: 'POLICY',
    cloud: 'AWS',
    tracks: ['AEP'],
    overridableOn: [],
    evaluate: (observed, { keyIdentifierText = '', keyPolicyTemplate = null }) => {
      const key = parseKeyArn(keyIdentifierText);
      const policy = observed.outcome === 'seen' ? policyOf(observed.value) : null;
      if (!key || !policy || !keyPolicyTemplate) return { outcome: 'unclear' };
      const { account } = key;
      const comparison = compareKeyPolicies(policy, keyPolicyTemplate, account);
      return evaluate(comparison, { account, template: keyPolicyTemplate });
    },
  });
