/** Every fact about the clouds and Adobe that code and tests rest on, by its ID. */
import { propertyNames } from '../propertyNames.ts';
import { ACCESS_RULES } from './accessRules.ts';
import { ADOBE_API_RULES } from './adobeApiRules.ts';
import { AEP_RULES } from './aepRules.ts';
import { AWS_RULES } from './awsRules.ts';
import { CJA_RULES } from './cjaRules.ts';
import { CONTRADICTION_RULES } from './contradictionRules.ts';
import { ENTITLEMENT_RULES } from './entitlementRules.ts';
import { KEY_VAULT_RULES } from './keyVaultRules.ts';
import { LIFECYCLE_RULES } from './lifecycleRules.ts';
import { TIMING_RULES } from './timingRules.ts';
import type { Rule } from './rule.ts';
import { VALIDATION_RULES } from './validationRules.ts';

/** The register by topic. */
export const RULE_SECTIONS = {
  'Terms, entitlement and roles': ENTITLEMENT_RULES,
  'AEP track on Azure': AEP_RULES,
  "Adobe's API": ADOBE_API_RULES,
  'CJA track on Azure': CJA_RULES,
  'Key Vault': KEY_VAULT_RULES,
  'Roles, consent, network and Managed HSM': ACCESS_RULES,
  'Timings and irreversibility': TIMING_RULES,
  'After set-up': LIFECYCLE_RULES,
  'AWS and other products': AWS_RULES,
  'Contradictions and gaps': CONTRADICTION_RULES,
  'Validation rules of Keyway': VALIDATION_RULES,
} as const;

type KeyOfEach<T> = T extends unknown ? keyof T : never;
/** The ID of a rule, such as `VAL-15`. */
export type RuleId = KeyOfEach<(typeof RULE_SECTIONS)[keyof typeof RULE_SECTIONS]>;

/** Every rule by its ID. */
export const RULES = Object.assign({}, ...Object.values(RULE_SECTIONS)) as Readonly<
  Record<RuleId, Rule>
>;

/** All IDs, by section, in the order of the register. */
export const RULE_IDS = propertyNames(RULES);
