/** The part of `OUTCOME_CASES` about the VAULT step. Imported by tests only. */
import type { CheckContext } from '../src/check.ts';
import { inspectKeyIdentifier } from '../src/keyIdentifier.ts';
import { absent, aContext, anHsm, aVault, seen, vaultStep } from './exampleFacts.ts';
import type { OutcomeCase } from './outcomeCases.ts';

const VERSION = '02cee357ad5d4c72b2b04881fdffd626';
const named = (text: string): CheckContext['key'] => inspectKeyIdentifier(text).keyIdentifier;
const noTenants = {
  connectionTenantId: null,
  organization: { ...aContext().organization, azureTenantId: null },
};
const CUSTOM = '99999999-9999-4999-8999-999999999999';

export const VAULT_OUTCOME_CASES: readonly OutcomeCase[] = [
  { check: 'vaultExists', outcome: 'ok', facts: vaultStep() },
  { check: 'vaultExists', outcome: 'absent', facts: vaultStep(absent()) },
  {
    check: 'vaultExists',
    outcome: 'deleted',
    facts: vaultStep(absent(), {
      deletedVault: { name: 'contoso-cmk', scheduledPurgeDate: '2027-02-01T00:00:00.000Z' },
    }),
  },
  {
    check: 'vaultExists',
    outcome: 'otherVault',
    facts: vaultStep(seen(aVault({ name: 'contoso-other' }))),
  },
  { check: 'vaultIsDedicated', outcome: 'ok', facts: vaultStep(), context: { track: 'CJA' } },
  {
    check: 'vaultIsDedicated',
    outcome: 'otherNotNamed',
    facts: vaultStep(),
    context: { track: 'CJA', otherKey: null },
  },
  {
    check: 'vaultIsDedicated',
    outcome: 'shared',
    facts: vaultStep(),
    context: {
      track: 'CJA',
      otherKey: named(`https://CONTOSO-cmk.vault.azure.net/keys/other/${VERSION}`),
    },
  },
  { check: 'vaultIsNotShared', outcome: 'ok', facts: vaultStep() },
  {
    check: 'vaultIsNotShared',
    outcome: 'shared',
    facts: vaultStep(undefined, { otherOrganizations: 2 }),
  },
  { check: 'vaultHasPurgeProtection', outcome: 'ok', facts: vaultStep() },
  {
    check: 'vaultHasPurgeProtection',
    outcome: 'off',
    facts: vaultStep(seen(aVault({ enablePurgeProtection: null }))),
  },
  { check: 'vaultHasSoftDelete', outcome: 'ok', facts: vaultStep() },
  {
    check: 'vaultHasSoftDelete',
    outcome: 'implied',
    facts: vaultStep(seen(aVault({ enableSoftDelete: null }))),
  },
  {
    check: 'vaultHasSoftDelete',
    outcome: 'alwaysOn',
    facts: vaultStep(seen(anHsm({ enableSoftDelete: null, enablePurgeProtection: null }))),
  },
  {
    check: 'vaultHasSoftDelete',
    outcome: 'off',
    facts: vaultStep(seen(aVault({ enableSoftDelete: false }))),
  },
  {
    check: 'vaultHasSoftDelete',
    outcome: 'notStated',
    facts: vaultStep(seen(aVault({ enableSoftDelete: null, enablePurgeProtection: null }))),
  },
  { check: 'vaultRetentionIsLong', outcome: 'ok', facts: vaultStep() },
  {
    check: 'vaultRetentionIsLong',
    outcome: 'belowRecommended',
    facts: vaultStep(seen(aVault({ softDeleteRetentionInDays: 30 }))),
  },
  {
    check: 'vaultRetentionIsLong',
    outcome: 'belowRecommended',
    facts: vaultStep(seen(aVault({ softDeleteRetentionInDays: 89 }))),
  },
  {
    check: 'vaultRetentionIsLong',
    outcome: 'short',
    facts: vaultStep(seen(aVault({ softDeleteRetentionInDays: 7 }))),
  },
  {
    check: 'vaultRetentionIsLong',
    outcome: 'short',
    facts: vaultStep(seen(aVault({ softDeleteRetentionInDays: 29 }))),
  },
  {
    check: 'vaultRetentionIsLong',
    outcome: 'outOfRange',
    facts: vaultStep(seen(aVault({ softDeleteRetentionInDays: 6 }))),
  },
  {
    check: 'vaultRetentionIsLong',
    outcome: 'outOfRange',
    facts: vaultStep(seen(aVault({ softDeleteRetentionInDays: 91 }))),
  },
  {
    check: 'vaultRetentionIsLong',
    outcome: 'notStated',
    facts: vaultStep(seen(aVault({ softDeleteRetentionInDays: null }))),
  },
  { check: 'vaultUsesRbac', outcome: 'ok', facts: vaultStep() },
  { check: 'vaultUsesRbac', outcome: 'localRbac', facts: vaultStep(seen(anHsm())) },
  {
    check: 'vaultUsesRbac',
    outcome: 'accessPolicies',
    facts: vaultStep(seen(aVault({ enableRbacAuthorization: null }))),
  },
  {
    check: 'vaultSkuIsSupported',
    outcome: 'ok',
    facts: vaultStep(seen(aVault({ skuName: 'Standard' }))),
  },
  { check: 'vaultSkuIsSupported', outcome: 'managedHsm', facts: vaultStep(seen(anHsm())) },
  {
    check: 'vaultSkuIsSupported',
    outcome: 'unsupported',
    facts: vaultStep(seen(aVault({ skuName: 'dedicated' }))),
  },
  {
    check: 'vaultSkuIsSupported',
    outcome: 'notStated',
    facts: vaultStep(seen(aVault({ skuName: null, skuFamily: null }))),
  },
  { check: 'vaultIsInTenant', outcome: 'ok', facts: vaultStep() },
  {
    check: 'vaultIsInTenant',
    outcome: 'otherThanConnection',
    facts: vaultStep(),
    context: { connectionTenantId: CUSTOM },
  },
  {
    check: 'vaultIsInTenant',
    outcome: 'otherThanOrganization',
    facts: vaultStep(seen(aVault({ tenantId: CUSTOM }))),
    context: { connectionTenantId: CUSTOM },
  },
  {
    check: 'vaultIsInTenant',
    outcome: 'notStated',
    facts: vaultStep(seen(aVault({ tenantId: null }))),
  },
  { check: 'vaultIsInTenant', outcome: 'nothingToCompare', facts: vaultStep(), context: noTenants },
];
