import { afterAll, beforeAll, expect, test } from 'vitest';
import {
  GROUP,
  refusal,
  sandboxUnderTest,
  vaultName,
  vaultScope,
} from '../../testing/sandboxUnderTest.ts';
import type { ProvisionedCustomer, SandboxUnderTest } from '../../testing/sandboxUnderTest.ts';

let sandbox: SandboxUnderTest;
let healthy: ProvisionedCustomer;

beforeAll(async () => {
  sandbox = await sandboxUnderTest();
  healthy = await sandbox.caller.provisionCustomer('happyPath');
});
afterAll(() => sandbox.close());

const arm = (customer: ProvisionedCustomer) => sandbox.caller.sdk(customer).vaults;

test('a healthy vault reads as ARM prints it (AEP-06, KV-02)', async () => {
  const vault = await arm(healthy).vaults.get(GROUP, vaultName(healthy));
  expect(vault.properties).toMatchObject({
    tenantId: healthy.tenantId,
    enablePurgeProtection: true,
    enableSoftDelete: true,
    enableRbacAuthorization: true,
    softDeleteRetentionInDays: 90,
    vaultUri: `https://${vaultName(healthy)}.vault.azure.net/`,
    sku: { family: 'A', name: 'premium' },
    provisioningState: 'Succeeded',
  });
});

test('the list of a subscription comes in pages, each customer alone', async () => {
  const names: (string | undefined)[] = [];
  let pages = 0;
  for await (const page of arm(healthy).vaults.listBySubscription().byPage()) {
    pages += 1;
    names.push(...page.map(({ name }) => name));
  }
  expect(names.sort()).toEqual([vaultName(healthy, 'AEP'), vaultName(healthy, 'CJA')].sort());
  expect(pages).toBe(2);
});

test('the generic resource list filters by type', async () => {
  const types: (string | undefined)[] = [];
  for await (const resource of arm(healthy).vaults.list()) types.push(resource.type);
  expect(types).toEqual(['Microsoft.KeyVault/vaults', 'Microsoft.KeyVault/vaults']);
});

test('a key is readable without a data-plane right, with size and version (AEP-16)', async () => {
  const key = await arm(healthy).keys.get(GROUP, vaultName(healthy), 'ajo-cmk');
  expect(key).toMatchObject({
    kty: 'RSA-HSM',
    keySize: 3072,
    attributes: { enabled: true, recoveryLevel: 'Recoverable' },
  });
  expect(key.keyUriWithVersion!.replace(':443', '')).toBe(healthy.keys.AEP);
  const versions = [];
  for await (const version of arm(healthy).keys.listVersions(GROUP, vaultName(healthy), 'ajo-cmk'))
    versions.push(version.name);
  expect(versions).toEqual([healthy.keys.AEP.split('/').at(-1)]);
});

test('what is not there answers with its own code', async () => {
  const client = arm(healthy);
  expect(await refusal(client.vaults.get(GROUP, 'no-such-vault'))).toEqual({
    status: 404,
    code: 'ResourceNotFound',
  });
  expect(await refusal(client.vaults.get('no-group', vaultName(healthy)))).toEqual({
    status: 404,
    code: 'ResourceGroupNotFound',
  });
  expect(await refusal(client.keys.get(GROUP, vaultName(healthy), 'no-key'))).toEqual({
    status: 404,
    code: 'KeyNotFound',
  });
  expect(
    await refusal(
      arm({ ...healthy, subscriptionId: '99999999-9999-4999-8999-999999999999' }).vaults.get(
        GROUP,
        'x',
      ),
    ),
  ).toEqual({
    status: 404,
    code: 'SubscriptionNotFound',
  });
});

test('a vault of another customer cannot be seen with one’s own token', async () => {
  const other = await sandbox.caller.provisionCustomer('happyPath');
  const foreign = arm({ ...other, tenantId: healthy.tenantId });
  expect(await refusal(foreign.vaults.get(GROUP, vaultName(other)))).toEqual({
    status: 401,
    code: 'InvalidAuthenticationTokenTenant',
  });
  expect(await refusal(arm(healthy).vaults.get(GROUP, vaultName(other)))).toEqual({
    status: 404,
    code: 'ResourceNotFound',
  });
});

test('without token, with a foreign audience, and without api-version', async () => {
  const url = `https://management.azure.com${vaultScope(healthy)}`;
  const none = await sandbox.caller.call(`${url}?api-version=2024-11-01`);
  expect([none.status, none.json.error.code]).toEqual([401, 'AuthenticationFailed']);
  const graphToken = await sandbox.caller.signedIn(healthy.tenantId, 'https://graph.microsoft.com');
  const foreign = await sandbox.caller.call(`${url}?api-version=2024-11-01`, {
    headers: graphToken,
  });
  expect([foreign.status, foreign.json.error.code]).toEqual([401, 'InvalidAuthenticationToken']);
  const forged = await sandbox.caller.call(`${url}?api-version=2024-11-01`, {
    headers: { authorization: `${graphToken.authorization}x` },
  });
  expect([forged.status, forged.json.error.code]).toEqual([401, 'InvalidAuthenticationToken']);
  const own = await sandbox.caller.signedIn(healthy.tenantId, 'https://management.azure.com');
  const bare = await sandbox.caller.call(url, { headers: own });
  expect([bare.status, bare.json.error.code]).toEqual([400, 'MissingApiVersionParameter']);
  expect(
    (
      await sandbox.caller.call(
        `https://management.azure.com${vaultScope(healthy).toUpperCase()}?api%2Dversion=2024-11-01`,
        {
          headers: own,
        },
      )
    ).status,
  ).toBe(200);
});

test('a permission that the customer did not give answers 403 and names the action', async () => {
  const denied = await sandbox.caller.provisionCustomer('happyPath', {
    deny: ['Microsoft.KeyVault/vaults/keys/read'],
  });
  await expect(arm(denied).keys.get(GROUP, vaultName(denied), 'ajo-cmk')).rejects.toMatchObject({
    statusCode: 403,
    code: 'AuthorizationFailed',
    message: expect.stringContaining('Microsoft.KeyVault/vaults/keys/read'),
  });
  await expect(arm(denied).vaults.get(GROUP, vaultName(denied))).resolves.toMatchObject({
    name: vaultName(denied),
  });
});

test('a vault is created, and its promises cannot be taken back (KV-08, IRR-02, IRR-03)', async () => {
  const { vaults } = arm(healthy);
  const properties = {
    tenantId: healthy.tenantId,
    sku: { family: 'A', name: 'premium' },
    enableRbacAuthorization: true,
    enablePurgeProtection: true,
    softDeleteRetentionInDays: 90,
  } as const;
  const made = await vaults.createOrUpdate(GROUP, 'made-by-test', {
    location: 'westeurope',
    properties,
  });
  expect(made.properties).toMatchObject({
    enablePurgeProtection: true,
    provisioningState: 'Succeeded',
    vaultUri: 'https://made-by-test.vault.azure.net/',
  });
  const back = vaults.createOrUpdate(GROUP, 'made-by-test', {
    location: 'westeurope',
    properties: { ...properties, enablePurgeProtection: false },
  });
  expect(await refusal(Promise.resolve(back))).toMatchObject({ status: 400 });
  expect(
    await refusal(
      vaults.update(GROUP, 'made-by-test', { properties: { softDeleteRetentionInDays: 7 } }),
    ),
  ).toMatchObject({
    status: 400,
  });
  const other = await sandbox.caller.provisionCustomer('happyPath');
  const taken = arm(other).vaults.createOrUpdate(GROUP, 'made-by-test', {
    location: 'westeurope',
    properties: { ...properties, tenantId: other.tenantId },
  });
  expect(await refusal(Promise.resolve(taken))).toEqual({
    status: 409,
    code: 'VaultAlreadyExists',
  });
  const puts = (await sandbox.caller.ledger()).filter(
    ({ method, path }) => method === 'PUT' && path.endsWith('/made-by-test'),
  );
  expect(puts.map(({ status }) => status)).toEqual([201]);
});

test('purge protection is switched on by a change, and then shows', async () => {
  const customer = await sandbox.caller.provisionCustomer('noPurgeProtection');
  const { vaults } = arm(customer);
  expect((await vaults.get(GROUP, vaultName(customer))).properties).not.toHaveProperty(
    'enablePurgeProtection',
    true,
  );
  await vaults.update(GROUP, vaultName(customer), { properties: { enablePurgeProtection: true } });
  expect((await vaults.get(GROUP, vaultName(customer))).properties.enablePurgeProtection).toBe(
    true,
  );
});

test('a deleted vault is listed as deleted and takes its role assignments with it (KV-09)', async () => {
  const customer = await sandbox.caller.provisionCustomer('happyPath');
  const { vaults, roles } = sandbox.caller.sdk(customer);
  await vaults.vaults.delete(GROUP, vaultName(customer));
  expect(await refusal(vaults.vaults.get(GROUP, vaultName(customer)))).toMatchObject({
    status: 404,
  });
  const deleted = [];
  for await (const vault of vaults.vaults.listDeleted()) deleted.push(vault);
  expect(deleted).toMatchObject([
    { name: vaultName(customer), properties: { purgeProtectionEnabled: true } },
  ]);
  const left = [];
  for await (const assignment of roles.roleAssignments.listForScope(
    `subscriptions/${customer.subscriptionId}`,
  ))
    left.push(assignment.scope);
  expect(left).toEqual([vaultScope(customer, 'CJA')]);
});
