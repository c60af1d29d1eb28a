/** What each rule says, by topic as in `libs/core/src/rules`; the compiler wants all of them. */
import type { RuleId } from '@keyway/core';
import { accessRules } from './accessRules.ts';
import { adobeApiRules } from './adobeApiRules.ts';
import { aepRules } from './aepRules.ts';
import { awsRules } from './awsRules.ts';
import { cjaRules } from './cjaRules.ts';
import { contradictionRules } from './contradictionRules.ts';
import { entitlementRules } from './entitlementRules.ts';
import { keyVaultRules } from './keyVaultRules.ts';
import { lifecycleRules } from './lifecycleRules.ts';
import { timingRules } from './timingRules.ts';
import { validationRules } from './validationRules.ts';

export const rules: Readonly<Record<RuleId, string>> = {
  ...accessRules,
  ...adobeApiRules,
  ...aepRules,
  ...awsRules,
  ...cjaRules,
  ...contradictionRules,
  ...entitlementRules,
  ...keyVaultRules,
  ...lifecycleRules,
  ...timingRules,
  ...validationRules,
};
