/** Facts of every step, with every field that they can have. */
import {
  CHECK_IDS,
  CHECKS,
  type KmsStepFacts,
  type ObservedStepId,
  type StepFactsOf,
  type VaultFacts,
} from '@keyway/core';

/** Facts with every optional field; those of an observation are those of what was seen. */
type Seen<T> = T extends readonly (infer E)[]
  ? readonly Seen<E>[]
  : T extends { outcome: string }
    ? T extends { outcome: 'seen' }
      ? { outcome: 'seen'; value: T extends { value: infer V } ? Seen<V> : never }
      : never
    : T extends object
      ? { [K in keyof T]-?: Seen<NonNullable<T[K]>> }
      : NonNullable<T>;

const ID = '/subscriptions/a9c1e5d2-0000-4000-8000-000000000001/resourceGroups/keys';
const GUID = 'a9c1e5d2-0000-4000-8000-000000000003';
const vault: Seen<VaultFacts> = {
  kind: 'managedHsm',
  resourceId: ID,
  name: 'contoso',
  location: 'eastus2',
  tenantId: GUID,
  vaultUri: 'https://contoso.vault.azure.net',
  skuFamily: 'A',
  skuName: 'premium',
  enableSoftDelete: true,
  softDeleteRetentionInDays: 90,
  enablePurgeProtection: true,
  enableRbacAuthorization: true,
  publicNetworkAccess: 'Enabled',
  networkAcls: {
    ...{ bypass: 'AzureServices', defaultAction: 'Deny' },
    ...{ ipRules: ['192.0.2.0/24', '198.51.100.7'], virtualNetworkRules: [ID] },
  },
  provisioningState: 'Succeeded',
};
const assignment = {
  id: ID,
  store: 'azureRbac',
  roleDefinitionGuid: GUID,
  scope: ID,
  principalId: GUID,
  principalType: 'ServicePrincipal',
  createdAt: '2026-11-24T00:10:00.000Z',
  condition: '@Resource[name] StringEquals adobe',
  dataActions: ['microsoft.keyvault/vaults/keys/wrap/action'],
} as const;

const kms: Seen<KmsStepFacts> = {
  step: 'KEY',
  kmsKey: {
    outcome: 'seen',
    value: {
      arn: 'arn:aws:kms:us-east-1:111122223333:key/1234abcd-12ab-34cd-56ef-1234567890ab',
      ...{ account: '111122223333', keySpec: 'SYMMETRIC_DEFAULT', keyUsage: 'ENCRYPT_DECRYPT' },
      ...{ keyState: 'PendingDeletion', enabled: false, multiRegion: true, origin: 'EXTERNAL' },
      ...{ keyManager: 'CUSTOMER', deletionDate: '2026-12-24T00:10:00.000Z' },
      validTo: '2027-11-24T00:10:00.000Z',
    },
  },
  rotation: {
    outcome: 'seen',
    value: { enabled: true, periodInDays: 365, nextRotation: '2027-11-24T00:10:00.000Z' },
  },
  otherOrganizations: 1,
};

const facts: { [S in ObservedStepId]: Seen<StepFactsOf<S>> } = {
  VAULT: {
    step: 'VAULT',
    vault: { outcome: 'seen', value: vault },
    deletedVault: { name: 'contoso', scheduledPurgeDate: '2026-12-24T00:10:00.000Z' },
    otherOrganizations: 1,
  },
  NETWORK: { step: 'NETWORK', vault: { outcome: 'seen', value: vault } },
  KEY: {
    step: 'KEY',
    key: {
      outcome: 'seen',
      value: {
        source: 'dataPlane',
        keyIdentifier: 'https://contoso.vault.azure.net/keys/adobe/0123',
        ...{ kty: 'RSA-HSM', bits: 3072, keyOps: ['unwrapKey', 'wrapKey'], enabled: true },
        ...{ notBefore: 1_764_000_000, expires: 1_795_536_000, recoveryLevel: 'Recoverable' },
        rotationActions: ['notify'],
        current: { version: '4567', enabled: false },
      },
    },
  },
  POLICY: { step: 'POLICY', keyPolicy: { outcome: 'seen', value: { policy: '{}' } } },
  APP_REGISTRATION: {
    step: 'APP_REGISTRATION',
    registration: {
      outcome: 'seen',
      value: {
        ...{ id: 'i', name: 'Adobe', applicationUri: 'api://adobe', applicationId: GUID },
        applicationRedirectUrl: 'https://adobe.example/consented',
      },
    },
  },
  CONSENT: {
    step: 'CONSENT',
    servicePrincipal: {
      outcome: 'seen',
      value: {
        ...{ objectId: GUID, appId: GUID, displayName: 'Adobe' },
        ...{ accountEnabled: true, tenantId: GUID },
      },
    },
  },
  ROLE: {
    step: 'ROLE',
    assignments: { outcome: 'seen', value: [assignment, { ...assignment, store: 'hsmLocal' }] },
    denials: {
      outcome: 'seen',
      value: [
        {
          ...{ id: ID, name: 'Blueprint', scope: ID, onlyAtScope: false },
          principals: [{ id: GUID, type: 'SystemDefined' }],
          excludedPrincipals: [{ id: GUID, type: 'Group' }],
          dataActions: ['microsoft.keyvault/vaults/keys/read'],
          condition: 'none of it',
        },
      ],
    },
  },
};

/** What the facts of each step are about, in the three ways an observation can end. */
const unread = {
  outcome: 'unreadable',
  failure: {
    ...{ kind: 'unavailable', message: '', status: null, code: 'ECONNRESET', permission: null },
    ...{ retryAfterSeconds: 30, host: 'management.azure.com' },
  },
} as const;

export const FACTS = [
  facts.ROLE,
  ...[facts.VAULT, facts.NETWORK, facts.KEY, facts.APP_REGISTRATION, facts.CONSENT],
  { step: 'KEY', key: unread },
  facts.POLICY,
  kms,
  {
    step: 'CONSENT',
    servicePrincipal: { outcome: 'absent', detail: 'No such app', failure: unread.failure },
  },
] as readonly object[] as readonly (typeof facts)['ROLE'][];

/** A result of every check, the first one accepted. */
export const CHECKS_OF_ALL = CHECK_IDS.map((check, index) => {
  const [outcome = '', verdict] = Object.entries(CHECKS[check].outcomes).at(-1) ?? [];
  return { check, verdict, outcome, ...(index === 0 && { accepted: true }) };
});
