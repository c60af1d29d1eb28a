/** What ARM does where somebody sets a vault up: names, keys, logs and locks. */
import { afterAll, beforeAll, expect, test } from 'vitest';
import { GROUP, sandboxUnderTest, vaultName, vaultScope } from '../../testing/sandboxUnderTest.ts';
import type { ProvisionedCustomer, SandboxUnderTest } from '../../testing/sandboxUnderTest.ts';

let sandbox: SandboxUnderTest;

beforeAll(async () => {
  sandbox = await sandboxUnderTest();
});
afterAll(() => sandbox.close());

async function ask(of: ProvisionedCustomer, method: string, path: string, body?: unknown) {
  const headers = await sandbox.caller.signedIn(of.tenantId, 'https://management.azure.com');
  const url = `https://management.azure.com${path}?api-version=2026-02-01`;
  const reply = await sandbox.caller.call(url, { method, headers, body });
  return { status: reply.status, json: reply.text === '' ? null : reply.json };
}
const codeOf = async (reply: ReturnType<typeof ask>) => {
  const { status, json } = await reply;
  return [status, json.error?.code];
};

const newVault = ({ tenantId }: ProvisionedCustomer) => ({
  location: 'eastus',
  properties: { tenantId, sku: { family: 'A', name: 'premium' }, enablePurgeProtection: true },
});
const newKey = {
  properties: {
    ...{ kty: 'RSA-HSM', keySize: 3072, keyOps: ['wrapKey', 'unwrapKey'] },
    rotationPolicy: {
      lifetimeActions: [{ trigger: { timeAfterCreate: 'P18M' }, action: { type: 'rotate' } }],
    },
  },
};
const lock = (level: string) => ({ properties: { level, notes: 'kept' } });
const LOCKS = 'providers/Microsoft.Authorization/locks';
const SETTINGS = 'providers/Microsoft.Insights/diagnosticSettings';
const workspaceOf = ({ subscriptionId }: ProvisionedCustomer) =>
  `/subscriptions/${subscriptionId}/resourceGroups/${GROUP}/providers/Microsoft.OperationalInsights/workspaces/log-security`;
const audit = (workspaceId: string) => ({
  properties: { workspaceId, logs: [{ categoryGroup: 'audit', enabled: true }] },
});

async function freeName(of: ProvisionedCustomer, name = vaultName(of)) {
  const path = `/subscriptions/${of.subscriptionId}/providers/Microsoft.KeyVault/checkNameAvailability`;
  return (await ask(of, 'POST', path, { name, type: 'Microsoft.KeyVault/vaults' })).json;
}

test('an empty subscription has a resource group, a free name, and takes a vault and a key', async () => {
  const customer = await sandbox.caller.provisionCustomer('emptySubscription');
  const scope = vaultScope(customer);
  expect(await codeOf(ask(customer, 'GET', scope))).toEqual([404, 'ResourceNotFound']);
  expect(await freeName(customer)).toEqual({ nameAvailable: true });
  expect(await freeName(customer, 'a--b')).toMatchObject({ reason: 'AccountNameInvalid' });
  expect((await ask(customer, 'PUT', scope, newVault(customer))).status).toBe(201);
  expect(await freeName(customer)).toMatchObject({ reason: 'AlreadyExists' });
  const group = `/subscriptions/${customer.subscriptionId}/resourceGroups/${GROUP}`;
  expect((await ask(customer, 'GET', group)).json).toMatchObject({ location: 'eastus' });
  const made = await ask(customer, 'PUT', `${scope}/keys/ajo-cmk`, newKey);
  expect(made.json.properties.rotationPolicy.lifetimeActions).toEqual(
    newKey.properties.rotationPolicy.lifetimeActions,
  );
});

test('a key that is there is answered as it is, and has no second version', async () => {
  const customer = await sandbox.caller.provisionCustomer('happyPath');
  const path = `${vaultScope(customer)}/keys/ajo-cmk`;
  const other = { properties: { ...newKey.properties, keySize: 4096 } };
  const [first, second] = [
    await ask(customer, 'PUT', path, newKey),
    await ask(customer, 'PUT', path, other),
  ];
  expect(second).toEqual(first);
  const { json } = await ask(customer, 'GET', `${path}/versions`);
  expect(json.value).toHaveLength(1);
});

test('a rotation below seven days is refused, and a deleted key’s name as well', async () => {
  const customer = await sandbox.caller.provisionCustomer('happyPath');
  const soon = structuredClone(newKey);
  soon.properties.rotationPolicy.lifetimeActions[0]!.trigger.timeAfterCreate = 'P6D';
  const other = `${vaultScope(customer)}/keys/other`;
  expect(await codeOf(ask(customer, 'PUT', other, soon))).toEqual([400, 'BadParameter']);
  await sandbox.caller.control('POST', '/change', {
    imsOrgId: customer.imsOrgId,
    change: 'keyDeleted',
  });
  const path = `${vaultScope(customer)}/keys/ajo-cmk`;
  expect(await codeOf(ask(customer, 'PUT', path, newKey))).toEqual([409, 'Conflict']);
});

test('a deleted vault keeps its name, with another code where it was deleted (KV-08)', async () => {
  const customer = await sandbox.caller.provisionCustomer('happyPath');
  const other = await sandbox.caller.provisionCustomer('emptySubscription');
  await ask(customer, 'DELETE', vaultScope(customer));
  const again = ask(customer, 'PUT', vaultScope(customer), newVault(customer));
  expect(await codeOf(again)).toEqual([409, 'ConflictError']);
  const elsewhere = vaultScope(other).replace(vaultName(other), vaultName(customer));
  const taken = ask(other, 'PUT', elsewhere, newVault(other));
  expect(await codeOf(taken)).toEqual([409, 'VaultAlreadyExists']);
  expect((await freeName(other, vaultName(customer))).message).toContain('deleted');
});

test('locks hold the vault and what is in it, wherever they lie above', async () => {
  const customer = await sandbox.caller.provisionCustomer('happyPath');
  const scope = vaultScope(customer);
  const group = `/subscriptions/${customer.subscriptionId}/resourceGroups/${GROUP}`;
  const put = await ask(customer, 'PUT', `${scope}/${LOCKS}/keep`, lock('CanNotDelete'));
  expect(put.status).toBe(201);
  expect((await ask(customer, 'PUT', `${scope}/${LOCKS}/keep`, lock('CanNotDelete'))).status).toBe(
    200,
  );
  expect(await codeOf(ask(customer, 'DELETE', scope))).toEqual([409, 'ScopeLocked']);
  expect((await ask(customer, 'PATCH', scope, { properties: {} })).status).toBe(200);
  await ask(customer, 'PUT', `${group}/${LOCKS}/frozen`, lock('ReadOnly'));
  expect(await codeOf(ask(customer, 'PATCH', scope, { properties: {} }))).toEqual([
    409,
    'ScopeLocked',
  ]);
  const { json } = await ask(customer, 'GET', `${scope}/${LOCKS}`);
  expect(json.value.map(({ name }: { name: string }) => name)).toEqual(['keep', 'frozen']);
  expect(await codeOf(ask(customer, 'PUT', `${scope}/${LOCKS}/no`, lock('No')))).toEqual([
    400,
    'InvalidLockLevel',
  ]);
});

test('lockDenied makes everything but a lock', async () => {
  const customer = await sandbox.caller.provisionCustomer('lockDenied');
  const scope = vaultScope(customer);
  expect((await ask(customer, 'PUT', scope, newVault(customer))).status).toBe(201);
  expect(
    await codeOf(ask(customer, 'PUT', `${scope}/${LOCKS}/keep`, lock('CanNotDelete'))),
  ).toEqual([403, 'AuthorizationFailed']);
});

test('logs go to the workspace of the subscription, once, with the right to send there', async () => {
  const customer = await sandbox.caller.provisionCustomer('happyPath');
  const path = `${vaultScope(customer)}/${SETTINGS}`;
  const workspaceId = workspaceOf(customer);
  const made = await ask(customer, 'PUT', `${path}/keyway`, audit(workspaceId));
  expect(made.json.properties).toMatchObject(audit(workspaceId).properties);
  expect((await ask(customer, 'GET', path)).json.value).toEqual([made.json]);
  expect(await codeOf(ask(customer, 'PUT', `${path}/second`, audit(workspaceId)))).toEqual([
    409,
    'Conflict',
  ]);
  const unknown = workspaceId.replace('log-security', 'log-other');
  expect(await codeOf(ask(customer, 'PUT', `${path}/third`, audit(unknown)))).toEqual([
    404,
    'ResourceNotFound',
  ]);
  const action = 'Microsoft.OperationalInsights/workspaces/sharedKeys/action';
  const denied = await sandbox.caller.provisionCustomer('happyPath', { deny: [action] });
  const refused = await ask(
    denied,
    'PUT',
    `${vaultScope(denied)}/${SETTINGS}/keyway`,
    audit(workspaceOf(denied)),
  );
  expect(refused.json.error).toMatchObject({
    code: 'LinkedAuthorizationFailed',
    message: expect.stringContaining(action),
  });
});
