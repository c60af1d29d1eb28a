/**
 * Documents in the forms that Azure documents (docs/reference/clouds.md 1 to 4), and the routes
 * they are served under, for the tests.
 */
import type { FakeAnswer, FakeRequest } from '@keyway/connector-transport/testing';
import type { AzureConnection } from '@keyway/core';

/** Whom the fake cloud stands for. */
export const HOSTS = [
  '*.vault.azure.net',
  '*.managedhsm.azure.net',
  'management.azure.com',
  'graph.microsoft.com',
  'login.microsoftonline.com',
];
export const TENANT = '11111111-2222-3333-4444-555555555555';
export const SUBSCRIPTION = '00000000-aaaa-bbbb-cccc-000000000001';
export const PRINCIPAL = '99999999-8888-7777-6666-555555555555';
export const APP_ID = 'e463a445-c6ac-4ca2-b36a-b5146fcf6a52';
export const EXACT_ROLE = 'e147488a-f6f5-4113-8e2d-b22465e65bf6';
export const LOCAL_ROLE = '33413926-3206-4cdd-b39a-83574fe37a17';
export const VERSION = '02cee357ad5d4c72b2b04881fdffd626';
export const OLD_VERSION = '7c1d50aa28234cc895534c00d7eb4eb4';
export const SECRET = 'planted~secret+/=value';
export const ACCESS_TOKEN = 'planted-access-token';
export const ASSIGNMENT = '12121212-3434-5656-7878-909090909090';

export const connection: AzureConnection & { clientSecret: string } = {
  tenantId: TENANT,
  subscriptionId: SUBSCRIPTION,
  clientId: '77777777-0000-0000-0000-000000000001',
  clientSecret: SECRET,
};

const group = `/subscriptions/${SUBSCRIPTION}/resourceGroups/rg-keys/providers/Microsoft.KeyVault`;
export const VAULT_ID = `${group}/vaults/contoso-cmk`;
export const HSM_ID = `${group}/managedHSMs/contoso-hsm`;
export const vaultReference = { kind: 'vault' as const, name: 'contoso-cmk', resourceId: VAULT_ID };
export const hsmReference = {
  kind: 'managedHsm' as const,
  name: 'contoso-hsm',
  resourceId: HSM_ID,
};

export const vaultProperties = {
  tenantId: TENANT,
  sku: { family: 'A', name: 'premium' },
  accessPolicies: [],
  vaultUri: 'https://Contoso-CMK.vault.azure.net/',
  enableSoftDelete: true,
  softDeleteRetentionInDays: 90,
  enablePurgeProtection: true,
  enableRbacAuthorization: true,
  publicNetworkAccess: 'Enabled',
  networkAcls: {
    bypass: 'AzureServices',
    defaultAction: 'Deny',
    ipRules: [{ value: '20.88.123.53/32' }, { value: '10.0.0.1' }],
    virtualNetworkRules: [],
  },
  provisioningState: 'Succeeded',
};
export const vaultDocument = {
  id: VAULT_ID,
  name: 'contoso-cmk',
  type: 'Microsoft.KeyVault/vaults',
  location: 'eastus',
  properties: vaultProperties,
};
export const hsmDocument = {
  id: HSM_ID,
  name: 'contoso-hsm',
  location: 'eastus',
  sku: { family: 'B', name: 'Standard_B1' },
  properties: {
    tenantId: TENANT,
    hsmUri: 'https://contoso-hsm.managedhsm.azure.net/',
    enableSoftDelete: true,
    softDeleteRetentionInDays: 90,
    enablePurgeProtection: true,
    provisioningState: 'Succeeded',
  },
};

export const armKey = (
  version: string,
  properties: object = {},
  host = 'contoso-cmk.vault.azure.net',
) => ({
  id: `${VAULT_ID}/keys/ajo-cmk`,
  name: 'ajo-cmk',
  type: 'Microsoft.KeyVault/vaults/keys',
  properties: {
    kty: 'RSA-HSM',
    keySize: 3072,
    keyOps: ['wrapKey', 'unwrapKey', 'encrypt'],
    attributes: {
      enabled: true,
      created: 1792886400,
      updated: 1792886400,
      recoveryLevel: 'Recoverable',
    },
    keyUri: `https://${host}:443/keys/ajo-cmk`,
    keyUriWithVersion: `https://${host}:443/keys/ajo-cmk/${version}`,
    ...properties,
  },
});

/** A modulus of 3072 bits behind a leading zero byte, as some encoders write it. */
export const MODULUS_3072 = Buffer.concat([Buffer.from([0, 0x80]), Buffer.alloc(383, 7)]).toString(
  'base64url',
);
export const keyBundle = (
  version: string,
  key: object = {},
  attributes: object = {},
  host = 'contoso-cmk.vault.azure.net',
) => ({
  key: {
    kid: `https://${host}/keys/ajo-cmk/${version}`,
    kty: 'RSA-HSM',
    key_ops: ['wrapKey', 'unwrapKey'],
    n: MODULUS_3072,
    e: 'AQAB',
    ...key,
  },
  attributes: {
    enabled: true,
    created: 1792886400,
    updated: 1792886400,
    recoveryLevel: 'Recoverable',
    recoverableDays: 90,
    ...attributes,
  },
});

export const roleAssignment = (
  name: string,
  scope: string,
  principalId = PRINCIPAL,
  role = EXACT_ROLE,
  properties: object = {},
) => ({
  id: `${scope}/providers/Microsoft.Authorization/roleAssignments/${name}`,
  name,
  type: 'Microsoft.Authorization/roleAssignments',
  properties: {
    roleDefinitionId: `/subscriptions/${SUBSCRIPTION}/providers/Microsoft.Authorization/roleDefinitions/${role.toUpperCase()}`,
    principalId,
    principalType: 'ServicePrincipal',
    scope,
    createdOn: '2026-11-20T10:00:00.1234567Z',
    ...properties,
  },
});

export const servicePrincipal = {
  id: PRINCIPAL,
  appId: APP_ID,
  displayName: 'acpebae9422Caepcmkmultitenantapp',
  accountEnabled: true,
  servicePrincipalType: 'Application',
};

export const error = (
  status: number,
  code: string,
  message: string,
  inner?: string,
): FakeAnswer => ({
  status,
  body: {
    error: { code, message, ...(inner === undefined ? {} : { innererror: { code: inner } }) },
  },
});
export const notFound = (): FakeAnswer =>
  error(404, 'ResourceNotFound', 'The Resource was not found.');
export const armDenied = (action: string): FakeAnswer =>
  error(
    403,
    'AuthorizationFailed',
    `The client 'c' with object id 'o' does not have authorization to perform action '${action}' over scope '/s' or the scope is invalid.`,
  );

/** Sign-in and Key Vault's challenge, which every test needs; undefined for anything else. */
export function signIn(request: FakeRequest): FakeAnswer | undefined {
  if (request.host === 'login.microsoftonline.com')
    return { body: { token_type: 'Bearer', expires_in: 3599, access_token: ACCESS_TOKEN } };
  const resource = /^[^.]+\.(vault|managedhsm)\.azure\.net$/.exec(request.host)?.[1];
  if (resource !== undefined && request.headers.authorization === undefined) {
    const authorization = `https://login.microsoftonline.com/${TENANT}`;
    return {
      status: 401,
      headers: {
        'www-authenticate': `Bearer authorization="${authorization}", resource="https://${resource}.azure.net"`,
      },
    };
  }
  return request.headers.authorization === `Bearer ${ACCESS_TOKEN}`
    ? undefined
    : { status: 401, body: { error: { code: 'Unauthorized', message: 'no token' } } };
}
