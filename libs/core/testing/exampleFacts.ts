/**
 * Facts and a context in which every check passes, for the tests of checks and texts to change one
 * thing at a time. Imported by tests only.
 */
import type { ConnectorErrorKind } from '../src/connectorError.ts';
import type { CheckContext } from '../src/check.ts';
import type {
  DenyAssignmentFacts,
  KeyFacts,
  RoleAssignmentFacts,
  ServicePrincipalFacts,
  VaultFacts,
} from '../src/azureFacts.ts';
import type { AppRegistrationFacts, StepFactsOf } from '../src/facts.ts';
import type { Observed } from '../src/observedSchema.ts';
import { inspectKeyIdentifier } from '../src/keyIdentifier.ts';
import { VAULT_ENCRYPTION_USER } from '../src/roles/azureRoles.ts';

export const NOW = '2026-11-24T00:00:00.000Z';
export const TENANT = '11111111-2222-3333-4444-555555555555';
export const APPLICATION = 'e463a445-c6ac-4ca2-b36a-b5146fcf6a52';
export const PRINCIPAL = 'aaaaaaaa-0000-4000-8000-000000000001';
export const VAULT_ID =
  '/subscriptions/22222222-2222-2222-2222-222222222222/resourceGroups/cmk/providers/Microsoft.KeyVault/vaults/contoso-cmk';
export const IDENTIFIER =
  'https://contoso-cmk.vault.azure.net/keys/ajo-cmk/02cee357ad5d4c72b2b04881fdffd626';

export const seen = <T>(value: T): Observed<T> => ({ outcome: 'seen', value });
export const absent = <T>(): Observed<T> => ({ outcome: 'absent', detail: 'not found' });
export const unreadable = <T>(
  kind: ConnectorErrorKind = 'denied',
  permission: string | null = null,
): Observed<T> => ({
  outcome: 'unreadable',
  failure: {
    kind,
    message: 'the upstream message',
    status: 403,
    code: 'AuthorizationFailed',
    permission,
    retryAfterSeconds: null,
  },
});

export const aVault = (change: Partial<VaultFacts> = {}): VaultFacts => ({
  kind: 'vault',
  resourceId: VAULT_ID,
  name: 'contoso-cmk',
  location: 'eastus',
  tenantId: TENANT,
  vaultUri: 'https://contoso-cmk.vault.azure.net',
  skuFamily: 'A',
  skuName: 'premium',
  enableSoftDelete: true,
  softDeleteRetentionInDays: 90,
  enablePurgeProtection: true,
  enableRbacAuthorization: true,
  publicNetworkAccess: 'Enabled',
  networkAcls: {
    bypass: 'AzureServices',
    defaultAction: 'Allow',
    ipRules: [],
    virtualNetworkRules: [],
  },
  provisioningState: 'Succeeded',
  ...change,
});

export const anHsm = (change: Partial<VaultFacts> = {}): VaultFacts =>
  aVault({
    kind: 'managedHsm',
    name: 'contosohsm',
    resourceId: VAULT_ID.replace('vaults/contoso-cmk', 'managedHSMs/contosohsm'),
    vaultUri: 'https://contosohsm.managedhsm.azure.net',
    skuFamily: 'B',
    skuName: 'Standard_B1',
    enableRbacAuthorization: null,
    ...change,
  });

export const aKey = (change: Partial<KeyFacts> = {}): KeyFacts => ({
  source: 'arm',
  keyIdentifier: IDENTIFIER,
  kty: 'RSA-HSM',
  bits: 3072,
  keyOps: ['unwrapKey', 'wrapKey'],
  enabled: true,
  notBefore: null,
  expires: null,
  recoveryLevel: 'Recoverable',
  rotationActions: [],
  ...change,
});

export const aRegistration = (
  change: Partial<AppRegistrationFacts> = {},
): AppRegistrationFacts => ({
  id: 'byok',
  name: 'acpX',
  applicationUri: 'https://adobe.com/acpX',
  applicationId: APPLICATION,
  applicationRedirectUrl: `https://login.microsoftonline.com/common/oauth2/authorize?response_type=code&client_id=${APPLICATION}&redirect_uri=https://adobe.com/acpX&scope=user.read`,
  ...change,
});

export const aPrincipal = (change: Partial<ServicePrincipalFacts> = {}): ServicePrincipalFacts => ({
  objectId: PRINCIPAL,
  appId: APPLICATION,
  displayName: 'acpX',
  accountEnabled: true,
  tenantId: TENANT,
  ...change,
});

export const anAssignment = (change: Partial<RoleAssignmentFacts> = {}): RoleAssignmentFacts => ({
  id: `${VAULT_ID}/providers/Microsoft.Authorization/roleAssignments/1`,
  store: 'azureRbac',
  roleDefinitionGuid: VAULT_ENCRYPTION_USER,
  scope: VAULT_ID,
  principalId: PRINCIPAL,
  principalType: 'ServicePrincipal',
  createdAt: '2026-11-23T00:00:00.000Z',
  condition: null,
  dataActions: null,
  ...change,
});

/** Azure's own: everybody is denied but the excluded. */
export const aDenial = (change: Partial<DenyAssignmentFacts> = {}): DenyAssignmentFacts => ({
  id: `${VAULT_ID}/providers/Microsoft.Authorization/denyAssignments/1`,
  name: 'Deny assignment of a managed application',
  scope: VAULT_ID,
  onlyAtScope: false,
  principals: [{ id: '00000000-0000-0000-0000-000000000000', type: 'SystemDefined' }],
  excludedPrincipals: [],
  dataActions: ['Microsoft.KeyVault/vaults/keys/wrap/action'],
  condition: null,
  ...change,
});

export const aContext = (change: Partial<CheckContext> = {}): CheckContext => ({
  track: 'AEP',
  now: NOW,
  timeScale: 1,
  organization: {
    id: 'o1',
    name: 'Contoso',
    imsOrgId: '0123456789ABCDEF01234567@AdobeOrg',
    cloud: 'AZURE',
    region: 'VA7',
    shield: 'HEALTHCARE_SHIELD',
    ownsCja: false,
    azureTenantId: TENANT,
  },
  connectionTenantId: TENANT,
  key: inspectKeyIdentifier(IDENTIFIER).keyIdentifier,
  otherKey: inspectKeyIdentifier(
    'https://contoso-cja.vault.azure.net/keys/cja-cmk/02cee357ad5d4c72b2b04881fdffd626',
  ).keyIdentifier,
  vault: aVault(),
  applicationId: APPLICATION,
  principalObjectId: PRINCIPAL,
  networkChangedAt: null,
  ...change,
});

export const vaultStep = (
  vault: Observed<VaultFacts> = seen(aVault()),
  more: Partial<StepFactsOf<'VAULT'>> = {},
): StepFactsOf<'VAULT'> => ({
  step: 'VAULT',
  vault,
  deletedVault: null,
  otherOrganizations: 0,
  ...more,
});
export const networkStep = (change: Partial<VaultFacts> = {}): StepFactsOf<'NETWORK'> => ({
  step: 'NETWORK',
  vault: seen(aVault(change)),
});
export const keyStep = (change: Partial<KeyFacts> = {}): StepFactsOf<'KEY'> => ({
  step: 'KEY',
  key: seen(aKey(change)),
});
export const registrationStep = (
  change: Partial<AppRegistrationFacts> = {},
): StepFactsOf<'APP_REGISTRATION'> => ({
  step: 'APP_REGISTRATION',
  registration: seen(aRegistration(change)),
});
export const consentStep = (
  change: Partial<ServicePrincipalFacts> = {},
): StepFactsOf<'CONSENT'> => ({
  step: 'CONSENT',
  servicePrincipal: seen(aPrincipal(change)),
});
export const roleStep = (...assignments: RoleAssignmentFacts[]): StepFactsOf<'ROLE'> => ({
  step: 'ROLE',
  assignments: seen(assignments),
});
