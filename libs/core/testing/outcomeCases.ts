/**
 * One case for every outcome of every check that reads a cloud: facts, context and what must come
 * of them. Imported by tests only.
 */
import type { CheckContext } from '../src/check.ts';
import type { StepFacts } from '../src/facts.ts';
import { inspectKeyIdentifier } from '../src/keyIdentifier.ts';
import type { CheckId } from '../src/checks/checkIds.ts';
import {
  absent,
  aContext,
  aDenial,
  anAssignment,
  anHsm,
  aVault,
  consentStep,
  networkStep,
  registrationStep,
  roleStep,
  seen,
  unreadable,
  VAULT_ID,
  vaultStep,
} from './exampleFacts.ts';
import { KEY_OUTCOME_CASES } from './keyOutcomeCases.ts';

export interface OutcomeCase {
  check: CheckId;
  outcome: string;
  facts: StepFacts;
  context?: Partial<CheckContext>;
}

const VERSION = '02cee357ad5d4c72b2b04881fdffd626';
const named = (text: string): CheckContext['key'] => inspectKeyIdentifier(text).keyIdentifier;
const restricted = (ipRules: string[], bypass = 'AzureServices') =>
  networkStep({ networkAcls: { bypass, defaultAction: 'Deny', ipRules, virtualNetworkRules: [] } });
const organization = (region: 'VA7' | 'CAN2' | 'IND2') => ({
  organization: { ...aContext().organization, region },
});
const noTenants = {
  connectionTenantId: null,
  organization: { ...aContext().organization, azureTenantId: null },
};
const CUSTOM = '99999999-9999-4999-8999-999999999999';

const VAULT_CASES: OutcomeCase[] = [
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
  { check: 'vaultExists', outcome: 'unclear', facts: vaultStep(seen(aVault({ name: '' }))) },
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
  {
    check: 'vaultIsNotShared',
    outcome: 'unclear',
    facts: vaultStep(undefined, { otherOrganizations: 'many' as unknown as number }),
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

const NETWORK_CASES: OutcomeCase[] = (
  [
    ['open', networkStep()],
    ['open', networkStep({ networkAcls: null, publicNetworkAccess: null })],
    [
      'open',
      networkStep({
        publicNetworkAccess: 'ENABLED',
        networkAcls: { bypass: null, defaultAction: 'ALLOW', ipRules: [], virtualNetworkRules: [] },
      }),
    ],
    ['restricted', restricted(['20.88.123.53'])],
    ['restricted', restricted(['20.0.0.0/8', '20.88.123.53/32'], 'azureservices')],
    ['restrictedWiderRange', restricted(['20.88.123.0/24'])],
    ['restrictedWiderRange', restricted(['0.0.0.0/0'])],
    ['noAddress', restricted(['20.88.123.35/32'])],
    ['noAddress', restricted(['020.88.123.53', '20.88.123.53/33', '20.88.123.53.1', 'x'])],
    ['noBypass', restricted(['20.88.123.53'], 'None')],
    ['noAddressNoBypass', restricted([], 'None')],
    ['disabledWithBypass', networkStep({ publicNetworkAccess: 'disabled' })],
    ['disabledNoBypass', networkStep({ publicNetworkAccess: 'Disabled', networkAcls: null })],
    ['perimeter', networkStep({ publicNetworkAccess: 'SecuredByPerimeter' })],
    ['vaultAbsent', { step: 'NETWORK', vault: absent() }],
    ['unclear', networkStep({ publicNetworkAccess: 'Sometimes' })],
    [
      'unclear',
      networkStep({
        networkAcls: {
          bypass: 'AzureServices',
          defaultAction: null,
          ipRules: [],
          virtualNetworkRules: [],
        },
      }),
    ],
  ] as const
).map(([outcome, facts]) => ({ check: 'networkAdmitsAdobe', outcome, facts: facts as StepFacts }));

const SETTLING: OutcomeCase[] = [
  {
    check: 'networkAdmitsAdobe',
    outcome: 'settling',
    facts: networkStep(),
    context: { networkChangedAt: '2026-11-23T23:50:01.000Z' },
  },
  {
    check: 'networkAdmitsAdobe',
    outcome: 'open',
    facts: networkStep(),
    context: { networkChangedAt: '2026-11-23T23:50:00.000Z' },
  },
  {
    check: 'networkAdmitsAdobe',
    outcome: 'open',
    facts: networkStep(),
    context: { networkChangedAt: '2026-11-23T23:59:54.000Z', timeScale: 0.01 },
  },
  {
    check: 'networkAdmitsAdobe',
    outcome: 'noBypass',
    facts: restricted(['20.88.123.53'], 'None'),
    context: { networkChangedAt: '2026-11-23T23:59:59.000Z' },
  },
];

const ADOBE_CASES: OutcomeCase[] = [
  { check: 'platformHostIsKnown', outcome: 'ok', facts: registrationStep() },
  {
    check: 'platformHostIsKnown',
    outcome: 'unconfirmed',
    facts: registrationStep(),
    context: organization('CAN2'),
  },
  {
    check: 'platformHostIsKnown',
    outcome: 'noHost',
    facts: registrationStep(),
    context: organization('IND2'),
  },
  { check: 'appRegistrationHoldsTogether', outcome: 'ok', facts: registrationStep() },
  {
    check: 'appRegistrationHoldsTogether',
    outcome: 'absent',
    facts: { step: 'APP_REGISTRATION', registration: absent() },
  },
  {
    check: 'appRegistrationHoldsTogether',
    outcome: 'incomplete',
    facts: registrationStep({ applicationId: 'not a GUID' }),
  },
  {
    check: 'appRegistrationHoldsTogether',
    outcome: 'otherSignInHost',
    facts: registrationStep({
      applicationRedirectUrl:
        'https://login.microsoftonline.com@evil.example/common/oauth2/authorize?x=1',
    }),
  },
  {
    check: 'appRegistrationHoldsTogether',
    outcome: 'otherClient',
    facts: registrationStep({ applicationId: CUSTOM }),
  },
  {
    check: 'appRegistrationHoldsTogether',
    outcome: 'otherRedirect',
    facts: registrationStep({ applicationUri: 'https://adobe.com/other/acpX' }),
  },
  {
    check: 'appRegistrationHoldsTogether',
    outcome: 'otherAdobeHost',
    facts: registrationStep({
      applicationUri: 'https://adobe.com.evil.example/acpX',
      applicationRedirectUrl: `https://login.microsoftonline.com/common/oauth2/authorize?client_id=e463a445-c6ac-4ca2-b36a-b5146fcf6a52&redirect_uri=https%3A%2F%2Fadobe.com.evil.example%2FacpX`,
    }),
  },
  {
    check: 'appRegistrationHoldsTogether',
    outcome: 'otherName',
    facts: registrationStep({ name: 'acpY' }),
  },
  {
    check: 'appRegistrationHoldsTogether',
    outcome: 'unclear',
    facts: { step: 'APP_REGISTRATION', registration: seen(null as never) },
  },
];

const ACCESS_CASES: OutcomeCase[] = [
  {
    check: 'servicePrincipalExists',
    outcome: 'ok',
    facts: consentStep({ appId: 'E463A445-C6AC-4CA2-B36A-B5146FCF6A52' }),
  },
  {
    check: 'servicePrincipalExists',
    outcome: 'absent',
    facts: { step: 'CONSENT', servicePrincipal: absent() },
  },
  {
    check: 'servicePrincipalExists',
    outcome: 'disabled',
    facts: consentStep({ accountEnabled: false }),
  },
  {
    check: 'servicePrincipalExists',
    outcome: 'otherApplication',
    facts: consentStep({ appId: CUSTOM }),
  },
  {
    check: 'servicePrincipalExists',
    outcome: 'otherTenant',
    facts: consentStep({ tenantId: CUSTOM }),
  },
  {
    check: 'servicePrincipalExists',
    outcome: 'unclear',
    facts: consentStep(),
    context: { applicationId: null },
  },
  { check: 'roleIsAssigned', outcome: 'ok', facts: roleStep(anAssignment()) },
  {
    check: 'roleIsAssigned',
    outcome: 'broader',
    facts: roleStep(anAssignment({ roleDefinitionGuid: '14b46e9e-c2b7-41b4-b07b-48a6ebf60603' })),
  },
  {
    check: 'roleIsAssigned',
    outcome: 'conditional',
    facts: roleStep(anAssignment({ condition: '@Resource[x] == 1' })),
  },
  {
    check: 'roleIsAssigned',
    outcome: 'okDenialsNotRead',
    facts: { ...roleStep(anAssignment()), denials: unreadable() },
  },
  {
    check: 'roleIsAssigned',
    outcome: 'denied',
    facts: { ...roleStep(anAssignment()), denials: seen([aDenial()]) },
  },
  {
    check: 'roleIsAssigned',
    outcome: 'perhapsDenied',
    facts: {
      ...roleStep(anAssignment()),
      denials: seen([aDenial({ excludedPrincipals: [{ id: CUSTOM, type: 'Group' }] })]),
    },
  },
  { check: 'roleIsAssigned', outcome: 'absent', facts: roleStep() },
  {
    check: 'roleIsAssigned',
    outcome: 'otherPrincipal',
    facts: roleStep(anAssignment({ principalId: CUSTOM })),
  },
  {
    check: 'roleIsAssigned',
    outcome: 'otherRole',
    facts: roleStep(anAssignment({ roleDefinitionGuid: '21090545-7ca7-4776-b22c-e363652d74d2' })),
  },
  {
    check: 'roleIsAssigned',
    outcome: 'otherScope',
    facts: roleStep(anAssignment({ scope: `${VAULT_ID}-2` })),
  },
  {
    check: 'roleIsAssigned',
    outcome: 'azureRoleOnHsm',
    facts: roleStep(anAssignment({ scope: anHsm().resourceId })),
    context: { vault: anHsm() },
  },
  {
    check: 'roleIsAssigned',
    outcome: 'propagating',
    facts: roleStep(anAssignment({ createdAt: '2026-11-23T23:50:01.000Z' })),
  },
  {
    check: 'roleIsAssigned',
    outcome: 'unclear',
    facts: roleStep(anAssignment()),
    context: { principalObjectId: null },
  },
];

export const OUTCOME_CASES: readonly OutcomeCase[] = [
  ...VAULT_CASES,
  ...NETWORK_CASES,
  ...SETTLING,
  ...KEY_OUTCOME_CASES,
  ...ADOBE_CASES,
  ...ACCESS_CASES,
];
