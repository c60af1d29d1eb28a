/**
 * One case for every outcome of every check that reads a cloud: facts, context and what must come
 * of them, a file for each step. Imported by tests only.
 */
import type { CheckContext } from '../src/check.ts';
import type { CheckId } from '../src/catalog/catalog.ts';
import type { StepFacts } from '../src/facts.ts';
import { APP_REGISTRATION_OUTCOME_CASES } from './appRegistrationOutcomeCases.ts';
import { CONSENT_OUTCOME_CASES } from './consentOutcomeCases.ts';
import { KEY_OUTCOME_CASES } from './keyOutcomeCases.ts';
import { KMS_OUTCOME_CASES } from './kmsOutcomeCases.ts';
import { NETWORK_OUTCOME_CASES } from './networkOutcomeCases.ts';
import { POLICY_OUTCOME_CASES } from './policyOutcomeCases.ts';
import { ROLE_OUTCOME_CASES } from './roleOutcomeCases.ts';
import { VAULT_OUTCOME_CASES } from './vaultOutcomeCases.ts';

export interface OutcomeCase {
  check: CheckId;
  outcome: string;
  facts: StepFacts;
  context?: Partial<CheckContext>;
}

export const OUTCOME_CASES: readonly OutcomeCase[] = [
  ...VAULT_OUTCOME_CASES,
  ...NETWORK_OUTCOME_CASES,
  ...KEY_OUTCOME_CASES,
  ...APP_REGISTRATION_OUTCOME_CASES,
  ...CONSENT_OUTCOME_CASES,
  ...ROLE_OUTCOME_CASES,
  ...KMS_OUTCOME_CASES,
  ...POLICY_OUTCOME_CASES,
];
