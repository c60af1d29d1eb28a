/** Facts under which every check passes, for a track of a run; tests change what they are about. */
import {
  CJA_APPLICATION_ID,
  type Instant,
  type ObservedStepId,
  type Run,
  type StepFacts,
  type TrackId,
  type VaultFacts,
} from '@keyway/core';

export const EXAMPLE_TENANT = '11111111-2222-4333-8444-555555555555';
export const EXAMPLE_SUBSCRIPTION = '22222222-2222-4222-8222-222222222222';
/** The app that Adobe registered for the organization. */
export const EXAMPLE_APPLICATION = 'e463a445-c6ac-4ca2-b36a-b5146fcf6a52';
const VAULT_ENCRYPTION_USER = 'e147488a-f6f5-4113-8e2d-b22465e65bf6';
const KEY_VERSION = '02cee357ad5d4c72b2b04881fdffd626';
/** Longer ago than any propagation takes. */
const LONG_AGO: Instant = '2026-01-05T08:00:00.000Z';

/** AEP's and CJA's vaults are two (CJA-04); named after the organization, so that no two organizations share one. */
export function exampleVaultName(run: Pick<Run, 'organization'>, track: TrackId): string {
  return `kv-${run.organization.imsOrgId.slice(0, 16).toLowerCase()}-${track.toLowerCase()}`;
}

export const exampleVaultId = (run: Pick<Run, 'organization'>, track: TrackId): string =>
  `/subscriptions/${EXAMPLE_SUBSCRIPTION}/resourceGroups/cmk/providers/Microsoft.KeyVault/vaults/${exampleVaultName(run, track)}`;

export const exampleKeyIdentifier = (run: Pick<Run, 'organization'>, track: TrackId): string =>
  `https://${exampleVaultName(run, track)}.vault.azure.net/keys/ajo-cmk/${KEY_VERSION}`;

function exampleVault(run: Run, track: TrackId): VaultFacts {
  const name = exampleVaultName(run, track);
  return {
    kind: 'vault',
    resourceId: exampleVaultId(run, track),
    name,
    location: 'eastus',
    tenantId: EXAMPLE_TENANT,
    vaultUri: `https://${name}.vault.azure.net`,
    skuFamily: 'A',
    skuName: 'premium',
    enableSoftDelete: true,
    softDeleteRetentionInDays: 90,
    enablePurgeProtection: true,
    enableRbacAuthorization: true,
    publicNetworkAccess: 'Enabled',
    networkAcls: { bypass: 'AzureServices', defaultAction: 'Allow', ipRules: [], virtualNetworkRules: [] },
    provisioningState: 'Succeeded',
  };
}

const principalId = (track: TrackId): string =>
  track === 'AEP' ? 'aaaaaaaa-0000-4000-8000-000000000001' : 'aaaaaaaa-0000-4000-8000-000000000002';

/** What a look at this step would see where everything is as it should be. */
export function exampleFacts(run: Run, track: TrackId, step: ObservedStepId): StepFacts {
  const vault = exampleVault(run, track);
  const applicationId = track === 'AEP' ? EXAMPLE_APPLICATION : CJA_APPLICATION_ID;
  switch (step) {
    case 'VAULT':
      return { step, vault: { outcome: 'seen', value: vault }, deletedVault: null, otherOrganizations: 0 };
    case 'NETWORK':
      return { step, vault: { outcome: 'seen', value: vault } };
    case 'KEY':
      return { step, key: { outcome: 'seen', value: exampleKey(run, track) } };
    case 'APP_REGISTRATION':
      return { step, registration: { outcome: 'seen', value: EXAMPLE_REGISTRATION } };
    case 'CONSENT': {
      const value = {
        objectId: principalId(track),
        appId: applicationId,
        displayName: 'acpX',
        accountEnabled: true,
        tenantId: EXAMPLE_TENANT,
      };
      return { step, servicePrincipal: { outcome: 'seen', value } };
    }
    case 'ROLE':
      return { step, assignments: { outcome: 'seen', value: [exampleAssignment(run, track)] } };
  }
}

const EXAMPLE_REGISTRATION = {
  id: 'byok',
  name: 'acpX',
  applicationUri: 'https://adobe.com/acpX',
  applicationId: EXAMPLE_APPLICATION,
  applicationRedirectUrl: `https://login.microsoftonline.com/common/oauth2/authorize?response_type=code&client_id=${EXAMPLE_APPLICATION}&redirect_uri=https://adobe.com/acpX&scope=user.read`,
};

const exampleKey = (run: Run, track: TrackId) => ({
  source: 'arm' as const,
  keyIdentifier: exampleKeyIdentifier(run, track),
  kty: 'RSA-HSM',
  bits: 3072,
  keyOps: ['unwrapKey', 'wrapKey'],
  enabled: true,
  notBefore: null,
  expires: null,
  recoveryLevel: 'Recoverable',
  rotationActions: [],
});

const exampleAssignment = (run: Run, track: TrackId) => ({
  id: `${exampleVaultId(run, track)}/providers/Microsoft.Authorization/roleAssignments/1`,
  store: 'azureRbac' as const,
  roleDefinitionGuid: VAULT_ENCRYPTION_USER,
  scope: exampleVaultId(run, track),
  principalId: principalId(track),
  principalType: 'ServicePrincipal',
  createdAt: LONG_AGO,
  condition: null,
  dataActions: null,
});
