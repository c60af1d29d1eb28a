/** Checks of a key policy beside the template of Adobe's page (VAL-31). */
import { existenceCheck, type Check, type Found } from '../catalog/defineCheck.ts';
import type { KeyPolicyFacts } from '../kmsFacts.ts';
import { parseKeyArn, type KeyArn } from '../inspectKeyArn.ts';
import type { RuleId } from '../rules/register.ts';
import type { Verdict } from '../vocabulary.ts';
import { traitsOf, type KeyPolicyTraits } from './compareKeyPolicies.ts';
import { inspectKeyPolicy, MAX_KEY_POLICY_LENGTH, type KeyPolicy } from './inspectKeyPolicy.ts';

interface PolicyHead<O extends string> {
  order: number;
  rules: readonly RuleId[];
  outcomes: Readonly<Record<O | 'unclear', Verdict>>;
  /** What a text is that is longer than AWS lets a policy be; `unclear` where this is absent. */
  tooLong?: NoInfer<O>;
}

interface Compared {
  key: KeyArn;
  policy: KeyPolicy;
  template: KeyPolicy;
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
  tooLong,
  ...head
}: PolicyHead<O> & {
  evaluate: (given: Compared) => Found<NoInfer<O>>;
}): Check<'POLICY', O | 'unclear'> =>
  existenceCheck<'POLICY', O | 'unclear'>({
    ...head,
    step: 'POLICY',
    cloud: 'AWS',
    tracks: ['AEP'],
    overridableOn: [],
    evaluate: (observed, { keyIdentifierText = '', keyPolicyTemplate: template = null }) => {
      const key = parseKeyArn(keyIdentifierText);
      if (observed.outcome !== 'seen' || !key || !template) return { outcome: 'unclear' };
      if (tooLong && observed.value.policy.length > MAX_KEY_POLICY_LENGTH)
        return { outcome: tooLong };
      const policy = policyOf(observed.value);
      return policy ? evaluate({ key, policy, template }) : { outcome: 'unclear' };
    },
  });

/** A check of what the policy is beside Adobe's statements. */
export const keyPolicyTraitCheck = <const O extends string>({
  evaluate,
  ...head
}: Omit<PolicyHead<O>, 'tooLong'> & {
  evaluate: (traits: KeyPolicyTraits, key: KeyArn) => Found<NoInfer<O>>;
}): Check<'POLICY', O | 'unclear'> =>
  keyPolicyCheck<O>({
    ...head,
    evaluate: ({ key, policy, template }) => evaluate(traitsOf(policy, template, key), key),
  });
