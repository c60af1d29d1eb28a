/** Facts of a customer who did everything right; tests change what they are about. Plain data, no clock. */
import type { AppRegistrationFacts, KeyFacts, RoleAssignmentFacts, ServicePrincipalFacts, StepFacts, VaultFacts } from '../src/facts.ts';
import { CJA_APPLICATION_ID } from '../src/knowledge.ts';
import type { Organization } from '../src/organization.ts';
import type { ObservedStepId, TrackId } from '../src/vocabulary.ts';

export const TENANT_ID = '11111111-2222-3333-4444-555555555555';
export const AEP_APPLICATION_ID = 'e463a445-c6ac-4ca2-b36a-b5146fcf6a52';
export const VERSION = '02cee357ad5d4c72b2b04881fdffd626';

export const goodOrganization: Organization = {
  id: '0b5fbd2c-8c75-4a0a-9d44-8a3c3f7f4b11',
  name: 'Contoso',
  imsOrgId: '0123456789ABCDEF01234567@AdobeOrg',
  cloud: 'AZURE',
  region: 'VA7',
  shield: 'HEALTHCARE_SHIELD',
  ownsCja: false,
  azureTenantId: TENANT_ID,
};

export const vaultName = (track: TrackId): string => (track === 'AEP' ? 'contoso-cmk' : 'contoso-cja');
export const keyIdentifier = (track: TrackId): string => `https://${vaultName(track)}.vault.azure.net/keys/ajo-cmk/${VERSION}`;
const objectId = (track: TrackId): string => `aaaaaaaa-0000-0000-0000-00000000000${track === 'AEP' ? 1 : 2}`;

export const goodVault = (track: TrackId): VaultFacts => ({
  kind: 'vault',
  resourceId: `/subscriptions/s/resourceGroups/rg/providers/Microsoft.KeyVault/vaults/${vaultName(track)}`,
  name: vaultName(track),
  location: 'eastus',
  tenantId: TENANT_ID,
  vaultUri: `https://${vaultName(track)}.vault.azure.net`,
  skuFamily: 'A',
  skuName: 'premium',
  enableSoftDelete: true,
  softDeleteRetentionInDays: 90,
  enablePurgeProtection: true,
  enableRbacAuthorization: true,
  publicNetworkAccess: 'Enabled',
  networkAcls: { bypass: 'AzureServices', defaultAction: 'Allow', ipRules: [], virtualNetworkRules: [] },
  provisioningState: 'Succeeded',
});

export const goodKey = (track: TrackId): KeyFacts => ({
  source: 'arm',
  keyIdentifier: keyIdentifier(track),
  kty: 'RSA-HSM',
  bits: 3072,
  keyOps: ['unwrapKey', 'wrapKey'],
  enabled: true,
  notBefore: null,
  expires: null,
  recoveryLevel: 'Recoverable',
  rotationActions: [],
});

export const goodRegistration: AppRegistrationFacts = {
  id: 'byok',
  name: 'acpebae9422Caepcmkmultitenantapp',
  applicationUri: 'https://adobe.com/acpebae9422Caepcmkmultitenantapp',
  applicationId: AEP_APPLICATION_ID,
  applicationRedirectUrl: `https://login.microsoftonline.com/common/oauth2/authorize?response_type=code&client_id=${AEP_APPLICATION_ID}&redirect_uri=https://adobe.com/acpebae9422Caepcmkmultitenantapp&scope=user.read`,
};

export const goodPrincipal = (track: TrackId): ServicePrincipalFacts => ({
  objectId: objectId(track),
  appId: track === 'AEP' ? AEP_APPLICATION_ID : CJA_APPLICATION_ID,
  displayName: 'Adobe CMK',
  accountEnabled: true,
  tenantId: TENANT_ID,
});

export const goodAssignment = (track: TrackId): RoleAssignmentFacts => ({
  id: `${goodVault(track).resourceId}/providers/Microsoft.Authorization/roleAssignments/bbbbbbbb-0000-0000-0000-000000000001`,
  store: 'azureRbac',
  roleDefinitionGuid: 'e147488a-f6f5-4113-8e2d-b22465e65bf6',
  scope: goodVault(track).resourceId,
  principalId: objectId(track),
  principalType: 'ServicePrincipal',
  createdAt: '2026-11-01T00:00:00.000Z',
  condition: null,
  dataActions: null,
});

/** What a look at a step sees where all is well. */
export function goodFacts(track: TrackId, step: ObservedStepId): StepFacts {
  switch (step) {
    case 'VAULT':
      return { step, vault: { outcome: 'seen', value: goodVault(track) }, deletedVault: null, otherOrganizations: 0 };
    case 'NETWORK':
      return { step, vault: { outcome: 'seen', value: goodVault(track) } };
    case 'KEY':
      return { step, key: { outcome: 'seen', value: goodKey(track) } };
    case 'APP_REGISTRATION':
      return { step, registration: { outcome: 'seen', value: goodRegistration } };
    case 'CONSENT':
      return { step, servicePrincipal: { outcome: 'seen', value: goodPrincipal(track) } };
    case 'ROLE':
      return { step, assignments: { outcome: 'seen', value: [goodAssignment(track)] } };
  }
}
