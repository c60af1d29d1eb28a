import { afterAll, beforeAll, expect, test } from 'vitest';
import { GROUP, sandboxUnderTest, vaultName } from '../../testing/sandboxUnderTest.ts';
import type { ProvisionedCustomer, SandboxUnderTest } from '../../testing/sandboxUnderTest.ts';

const HSM_ROLE =
  'Microsoft.KeyVault/providers/Microsoft.Authorization/roleDefinitions/33413926-3206-4cdd-b39a-83574fe37a17';
const GUID = '5aa5aa5a-0000-4000-8000-000000000001';

let sandbox: SandboxUnderTest;
let customer: ProvisionedCustomer;
let headers: Record<string, string>;

beforeAll(async () => {
  sandbox = await sandboxUnderTest();
  customer = await sandbox.caller.provisionCustomer('managedHsm');
  headers = await sandbox.caller.signedIn(customer.tenantId, 'https://managedhsm.azure.net');
});
afterAll(() => sandbox.close());

const local = (scope: string, more: object = {}, name = '') =>
  sandbox.caller.call(
    `${new URL(customer.keys.AEP).origin}${scope}/providers/Microsoft.Authorization/roleAssignments${name}?api-version=7.6`,
    { headers, ...more },
  );

test('ARM shows the HSM among managed HSMs and not among vaults, and its key (HSM-01)', async () => {
  const { vaults } = sandbox.caller.sdk(customer);
  const hsm = await vaults.managedHsms.get(GROUP, vaultName(customer));
  expect(hsm.sku).toMatchObject({ family: 'B', name: 'Standard_B1' });
  expect(hsm.properties).toMatchObject({
    hsmUri: `https://${vaultName(customer)}.managedhsm.azure.net/`,
    enablePurgeProtection: true,
  });
  const names = [];
  for await (const vault of vaults.vaults.listBySubscription()) names.push(vault.name);
  expect(names).toEqual([vaultName(customer, 'CJA')]);
  expect(await vaults.managedHsmKeys.get(GROUP, vaultName(customer), 'ajo-cmk')).toMatchObject({
    kty: 'RSA-HSM',
    keySize: 3072,
  });
});

test('the key client reads the key with the HSM’s own audience', async () => {
  expect((await sandbox.caller.sdk(customer).keys().getKey('ajo-cmk')).id).toBe(customer.keys.AEP);
});

test('the local role shows at /keys and at the key, not at the root, and not in ARM (HSM-03, HSM-04)', async () => {
  expect((await local('/keys')).json.value).toMatchObject([
    { properties: { roleDefinitionId: HSM_ROLE, scope: '/keys' } },
  ]);
  expect((await local('/keys/ajo-cmk')).json.value).toHaveLength(1);
  expect((await local('')).json.value).toEqual([]);
  expect((await local('/')).json.value).toEqual([]);
  const inArm = [];
  for await (const one of sandbox.caller.sdk(customer).roles.roleAssignments.listForSubscription())
    inArm.push(one.scope);
  expect(inArm).toEqual([expect.stringContaining(vaultName(customer, 'CJA'))]);
});

test('a local role is assigned once and seen at its own scope', async () => {
  const body = {
    properties: { roleDefinitionId: HSM_ROLE, principalId: '5aa5aa5a-1111-4000-8000-000000000001' },
  };
  expect((await local('/keys/other', { method: 'PUT', body }, `/${GUID}`)).status).toBe(201);
  expect((await local('/keys/other', { method: 'PUT', body }, `/${GUID}`)).json.error.code).toBe(
    'RoleAssignmentExists',
  );
  expect((await local('/keys/other', {}, `/${GUID}`)).json.properties.scope).toBe('/keys/other');
  expect((await local('/keys')).json.value).toHaveLength(1);
  expect((await local('/keys/other')).json.value).toHaveLength(2);
});

test('a token for vaults does not open an HSM', async () => {
  const reply = await local('/keys', {
    headers: await sandbox.caller.signedIn(customer.tenantId, 'https://vault.azure.net'),
  });
  expect(reply.status).toBe(401);
  expect(reply.headers['www-authenticate']).toContain('resource="https://managedhsm.azure.net"');
});
