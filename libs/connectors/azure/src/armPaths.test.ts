/** Our requests of ARM are those of Azure's own SDKs: same path, query, version and body. */
import { AuthorizationManagementClient } from '@azure/arm-authorization';
import { KeyVaultManagementClient } from '@azure/arm-keyvault';
import type { HttpClient, PipelineRequest } from '@azure/core-rest-pipeline';
import { parseVaultResourceId, type VaultResourceId } from '@keyway/core';
import { expect, it } from 'vitest';
import * as arm from './armPaths.ts';
import { answeringClouds, atArm } from './testing/answeringClouds.ts';
import * as azure from './testing/azureDocuments.ts';

const clouds = answeringClouds();

const ID: VaultResourceId = {
  ...parseVaultResourceId(azure.VAULT_ID)!,
  resourceGroup: 'rg-keys (ü)',
};
const HSM: VaultResourceId = parseVaultResourceId(azure.HSM_ID)!;
const PRINCIPALS = `principalId eq '${azure.PRINCIPAL}'`;
/** SDKs take a scope as it is, without its leading slash. */
const scopeOf = (id: string): string => id.slice(1);

const credential = { getToken: async () => ({ token: 'token', expiresOnTimestamp: Infinity }) };

/** The request that an SDK makes; it gets no answer. */
async function requestOf(call: (httpClient: HttpClient) => Promise<unknown>) {
  let asked: PipelineRequest | undefined;
  const httpClient: HttpClient = {
    sendRequest: async (request) => {
      asked = request;
      throw new Error('enough');
    },
  };
  await expect(call(httpClient)).rejects.toThrow('enough');
  return asked!;
}

const keyVault = (httpClient: HttpClient) =>
  new KeyVaultManagementClient(credential, ID.subscriptionId, { httpClient });
const authorization = (httpClient: HttpClient) =>
  new AuthorizationManagementClient(credential, ID.subscriptionId, { httpClient });

const comparable = (url: string) => {
  const { host, pathname, searchParams } = new URL(url);
  return { host, path: decodeURIComponent(pathname), query: Object.fromEntries(searchParams) };
};

it.each<[string, (httpClient: HttpClient) => Promise<unknown>]>([
  [arm.vaultPath(ID), (http) => keyVault(http).vaults.get(ID.resourceGroup, ID.name)],
  [arm.vaultPath(HSM), (http) => keyVault(http).managedHsms.get(HSM.resourceGroup, HSM.name)],
  [
    arm.vaultsPath(ID.subscriptionId, 'vault'),
    (http) => keyVault(http).vaults.listBySubscription().next(),
  ],
  [
    arm.vaultsPath(ID.subscriptionId, 'managedHsm'),
    (http) => keyVault(http).managedHsms.listBySubscription().next(),
  ],
  [
    arm.deletedVaultsPath(ID.subscriptionId, 'vault'),
    (http) => keyVault(http).vaults.listDeleted().next(),
  ],
  [
    arm.deletedVaultsPath(ID.subscriptionId, 'managedHsm'),
    (http) => keyVault(http).managedHsms.listDeleted().next(),
  ],
  [
    arm.keyPath(ID, 'ajo-cmk', null),
    (http) => keyVault(http).keys.get(ID.resourceGroup, ID.name, 'ajo-cmk'),
  ],
  [
    arm.keyPath(ID, 'ajo-cmk', azure.VERSION),
    (http) => keyVault(http).keys.getVersion(ID.resourceGroup, ID.name, 'ajo-cmk', azure.VERSION),
  ],
  [
    arm.keyPath(HSM, 'ajo-cmk', null),
    (http) => keyVault(http).managedHsmKeys.get(HSM.resourceGroup, HSM.name, 'ajo-cmk'),
  ],
  [
    arm.keyPath(HSM, 'ajo-cmk', azure.VERSION),
    (http) =>
      keyVault(http).managedHsmKeys.getVersion(
        HSM.resourceGroup,
        HSM.name,
        'ajo-cmk',
        azure.VERSION,
      ),
  ],
  [
    arm.assignmentsPath(arm.vaultId(ID), 'roleAssignments', PRINCIPALS),
    (http) =>
      authorization(http)
        .roleAssignments.listForScope(scopeOf(arm.vaultId(ID)), { filter: PRINCIPALS })
        .next(),
  ],
  [
    arm.assignmentsPath(`${arm.vaultId(ID)}/keys/ajo-cmk`, 'denyAssignments', 'atScope()'),
    (http) =>
      authorization(http)
        .denyAssignments.listForScope(scopeOf(`${arm.vaultId(ID)}/keys/ajo-cmk`), {
          filter: 'atScope()',
        })
        .next(),
  ],
  [
    arm.roleDefinitionPath(`/subscriptions/${ID.subscriptionId}`, azure.EXACT_ROLE),
    (http) =>
      authorization(http).roleDefinitions.get(
        `subscriptions/${ID.subscriptionId}`,
        azure.EXACT_ROLE,
      ),
  ],
])('%s', async (path, bySdk) => {
  const { method, url } = await requestOf(bySdk);
  expect(method).toBe('GET');
  expect(comparable(`https://management.azure.com${path}`)).toEqual(comparable(url));
});

/** The SDK writes `resourcegroups`, and a slash for the parent that a vault doesn't have. */
const asArmCompares = (path: string) => path.replace('//', '/').toLowerCase();

it.each<[string, (httpClient: HttpClient) => Promise<unknown>]>([
  [
    arm.permissionsPath(arm.vaultId(ID)),
    (http) => {
      const vault = [ID.resourceGroup, 'Microsoft.KeyVault', '', 'vaults', ID.name] as const;
      return authorization(http)
        .permissions.listForResource(...vault)
        .next();
    },
  ],
  [
    arm.permissionsPath(arm.resourceGroupId(ID)),
    (http) => authorization(http).permissions.listForResourceGroup(ID.resourceGroup).next(),
  ],
])('%s, but for what ARM takes as the same', async (path, bySdk) => {
  const [own, sdk] = [`https://management.azure.com${path}`, (await requestOf(bySdk)).url].map(
    comparable,
  );
  expect(own!.query).toEqual(sdk!.query);
  expect(asArmCompares(own!.path)).toBe(asArmCompares(sdk!.path));
});

it('assigns a role as the SDK does', async () => {
  const sent = await requestOf((http) =>
    authorization(http).roleAssignments.create(scopeOf(azure.VAULT_ID), azure.ASSIGNMENT, {
      roleDefinitionId: `/subscriptions/${azure.SUBSCRIPTION}/providers/Microsoft.Authorization/roleDefinitions/${azure.EXACT_ROLE}`,
      principalId: azure.PRINCIPAL,
      principalType: 'ServicePrincipal',
    }),
  );
  await clouds.connector
    .assignRole(azure.connection, azure.vaultReference, {
      guid: azure.ASSIGNMENT,
      principalObjectId: azure.PRINCIPAL,
    })
    .catch(() => undefined);
  const [ours] = atArm(clouds);
  expect(ours!.method).toBe(sent.method);
  expect({ path: ours!.path, query: Object.fromEntries(ours!.query) }).toEqual({
    path: comparable(sent.url).path,
    query: comparable(sent.url).query,
  });
  expect(JSON.parse(ours!.body)).toEqual(JSON.parse(sent.body as string));
  for (const name of ['accept', 'content-type'])
    expect(ours!.headers[name]).toBe(sent.headers.get(name));
});
