import { randomUUID } from 'node:crypto';
import { afterAll, beforeAll, expect, test } from 'vitest';
import {
  CRYPTO_USER,
  refusal,
  sandboxUnderTest,
  vaultScope,
} from '../../testing/sandboxUnderTest.ts';
import type { ProvisionedCustomer, SandboxUnderTest } from '../../testing/sandboxUnderTest.ts';

let sandbox: SandboxUnderTest;

beforeAll(async () => {
  sandbox = await sandboxUnderTest();
});
afterAll(() => sandbox.close());

async function principalOf(customer: ProvisionedCustomer): Promise<string> {
  const headers = await sandbox.caller.signedIn(customer.tenantId, 'https://graph.microsoft.com');
  return (
    await sandbox.caller.call(
      `https://graph.microsoft.com/v1.0/servicePrincipals(appId='${customer.applicationIds.AEP}')`,
      { headers },
    )
  ).json.id;
}

async function assignments(customer: ProvisionedCustomer, scope: string, filter?: string) {
  const found = [];
  for await (const one of sandbox.caller
    .sdk(customer)
    .roles.roleAssignments.listForScope(scope.slice(1), { filter }))
    found.push(one);
  return found;
}

const request = (customer: ProvisionedCustomer, principalId: string, role = CRYPTO_USER) => ({
  roleDefinitionId: `/subscriptions/${customer.subscriptionId}/providers/Microsoft.Authorization/roleDefinitions/${role}`,
  principalId,
  principalType: 'ServicePrincipal',
});

test('the healthy assignment is exact and older than any propagation (AEP-32, TM-02)', async () => {
  const customer = await sandbox.caller.provisionCustomer('happyPath');
  const found = await assignments(customer, vaultScope(customer), 'atScope()');
  expect(found).toHaveLength(1);
  expect(found[0]).toMatchObject({
    principalId: await principalOf(customer),
    principalType: 'ServicePrincipal',
    scope: vaultScope(customer),
  });
  expect(found[0]!.roleDefinitionId).toMatch(new RegExp(`${CRYPTO_USER}$`));
  expect(sandbox.clock.now - found[0]!.createdOn!.getTime()).toBeGreaterThan(10 * 60 * 1000);
});

test('filters: at or above by atScope(), below too by principal (RB-06)', async () => {
  const customer = await sandbox.caller.provisionCustomer('roleMissing');
  const principalId = await principalOf(customer);
  const { roles } = sandbox.caller.sdk(customer);
  const group = `/subscriptions/${customer.subscriptionId}/resourceGroups/rg-adobe-cmk`;
  const inherited = randomUUID();
  await roles.roleAssignments.create(group.slice(1), inherited, request(customer, principalId));
  const atKey = randomUUID();
  await roles.roleAssignments.create(
    `${vaultScope(customer)}/keys/ajo-cmk`.slice(1),
    atKey,
    request(customer, principalId),
  );
  const names = async (filter?: string) =>
    (await assignments(customer, vaultScope(customer), filter)).map(({ name }) => name).sort();
  expect(await names('atScope()')).toEqual([inherited]);
  expect(await names(`principalId eq '${principalId}'`)).toEqual([inherited, atKey].sort());
  expect(await names(`atScope() and assignedTo('${principalId}')`)).toEqual([inherited]);
  expect(await names(`principalId eq '${randomUUID()}'`)).toEqual([]);
  expect(await refusal(names('roleDefinitionId eq 1'))).toMatchObject({ status: 400 });
});

test('an assignment is made once: a second one is refused, whatever its GUID', async () => {
  const customer = await sandbox.caller.provisionCustomer('roleMissing');
  const { roles } = sandbox.caller.sdk(customer);
  const scope = vaultScope(customer).slice(1);
  const guid = randomUUID();
  const parameters = request(customer, await principalOf(customer));
  const made = await roles.roleAssignments.create(scope, guid, parameters);
  expect(made).toMatchObject({ name: guid, principalId: parameters.principalId });
  expect(made.createdOn!.getTime()).toBe(sandbox.clock.now);
  expect(await refusal(roles.roleAssignments.create(scope, guid, parameters))).toEqual({
    status: 409,
    code: 'RoleAssignmentExists',
  });
  expect(await refusal(roles.roleAssignments.create(scope, randomUUID(), parameters))).toEqual({
    status: 409,
    code: 'RoleAssignmentExists',
  });
  expect(await roles.roleAssignments.get(scope, guid)).toMatchObject({ name: guid });
  const rows = (await sandbox.caller.ledger()).filter(({ path }) => path.endsWith(guid));
  expect(rows.map(({ method, status }) => [method, status])).toEqual([['PUT', 201]]);
  expect(JSON.parse(rows[0]!.body).properties.principalId).toBe(parameters.principalId);
});

test('a principal of another tenant does not exist here (AEP-33)', async () => {
  const customer = await sandbox.caller.provisionCustomer('wrongTenantConsent');
  const other = await sandbox.caller.provisionCustomer('happyPath');
  const { roles } = sandbox.caller.sdk(customer);
  const foreign = roles.roleAssignments.create(
    vaultScope(customer).slice(1),
    randomUUID(),
    request(customer, await principalOf(other)),
  );
  expect(await refusal(foreign)).toEqual({ status: 400, code: 'PrincipalNotFound' });
});

test('a principal of this moment is found only by a request that says what it is (AEP-33)', async () => {
  const customer = await sandbox.caller.provisionCustomer('wrongTenantConsent');
  await sandbox.caller.call(
    `https://login.microsoftonline.com/${customer.tenantId}/oauth2/authorize`,
    {
      method: 'POST',
      body: `client_id=${customer.applicationIds.AEP}`,
    },
  );
  const { roles } = sandbox.caller.sdk(customer);
  const { principalType: _said, ...silent } = request(customer, await principalOf(customer));
  const scope = vaultScope(customer).slice(1);
  expect(await refusal(roles.roleAssignments.create(scope, randomUUID(), silent))).toEqual({
    status: 400,
    code: 'PrincipalNotFound',
  });
  await expect(
    roles.roleAssignments.create(scope, randomUUID(), {
      ...silent,
      principalType: 'ServicePrincipal',
    }),
  ).resolves.toMatchObject({
    scope: vaultScope(customer),
  });
});

test('writing is refused to a reader who may only read', async () => {
  const customer = await sandbox.caller.provisionCustomer('roleMissing', {
    deny: ['Microsoft.Authorization/roleAssignments/write'],
  });
  const { roles } = sandbox.caller.sdk(customer);
  const attempt = roles.roleAssignments.create(
    vaultScope(customer).slice(1),
    randomUUID(),
    request(customer, await principalOf(customer)),
  );
  expect(await refusal(attempt)).toEqual({ status: 403, code: 'AuthorizationFailed' });
});

test('deny assignments are listed at or above a scope, by whom they deny, and made by nobody (RB-06)', async () => {
  const customer = await sandbox.caller.provisionCustomer('denyAssignment');
  const { denyAssignments } = sandbox.caller.sdk(customer).roles;
  const names = async (scope: string, filter?: string) => {
    const found = [];
    for await (const one of denyAssignments.listForScope(scope.slice(1), { filter }))
      found.push(one.name);
    return found;
  };
  const [denial] = await names(vaultScope(customer), 'atScope()');
  expect(await denyAssignments.get(vaultScope(customer).slice(1), denial!)).toMatchObject({
    scope: vaultScope(customer),
    isSystemProtected: true,
    principals: [{ id: '00000000-0000-0000-0000-000000000000', type: 'SystemDefined' }],
    permissions: [
      {
        dataActions: ['Microsoft.KeyVault/vaults/*'],
        notDataActions: ['Microsoft.KeyVault/vaults/keys/read'],
      },
    ],
  });
  expect(await names(`${vaultScope(customer)}/keys/ajo-cmk`, 'atScope()')).toEqual([denial]);
  expect(await names(`/subscriptions/${customer.subscriptionId}`, 'atScope()')).toEqual([]);
  expect(await names(`/subscriptions/${customer.subscriptionId}`)).toEqual([denial]);
  expect(
    await names(vaultScope(customer), `principalId eq '${await principalOf(customer)}'`),
  ).toEqual([]);
  expect(await names(vaultScope(customer, 'CJA'), 'atScope()')).toEqual([]);
  const headers = await sandbox.caller.signedIn(customer.tenantId, 'https://management.azure.com');
  const url = `https://management.azure.com${vaultScope(customer)}/providers/Microsoft.Authorization/denyAssignments/${denial}?api-version=2022-04-01`;
  expect((await sandbox.caller.call(url, { method: 'DELETE', headers })).status).toBe(405);
  await sandbox.caller.provisionCustomer('happyPath', { tenantId: customer.tenantId });
  expect(await names(vaultScope(customer), 'atScope()')).toEqual([]);
});

test('the permissions of the caller are listed at a scope of its own tenant alone', async () => {
  const READ = 'Microsoft.KeyVault/vaults/read';
  const customer = await sandbox.caller.provisionCustomer('happyPath', { deny: [READ] });
  const other = await sandbox.caller.provisionCustomer('happyPath');
  const headers = await sandbox.caller.signedIn(customer.tenantId, 'https://management.azure.com');
  const list = async (scope: string, sent: object = headers, method = 'GET') => {
    const url = `https://management.azure.com${scope}/providers/Microsoft.Authorization/permissions?api-version=2022-04-01`;
    const reply = await sandbox.caller.call(url, { method, headers: { ...sent } });
    return { status: reply.status, body: reply.json };
  };
  const scope = vaultScope(customer);
  for (const at of [scope, ...[5, 3].map((parts) => scope.split('/').slice(0, parts).join('/'))])
    expect(await list(at)).toEqual({
      status: 200,
      body: {
        value: [{ actions: ['*'], notActions: [READ], dataActions: [], notDataActions: [] }],
      },
    });
  expect((await list(scope, {})).status).toBe(401);
  expect((await list(vaultScope(other))).status).toBe(401);
  expect((await list(scope, headers, 'PUT')).status).toBe(405);
  const nowhere = scope.replace(/resourceGroups\/[^/]+/, 'resourceGroups/no-such-group');
  expect((await list(nowhere)).status).toBe(404);
  const deny = ['Microsoft.Authorization/permissions/read'];
  await sandbox.caller.provisionCustomer('happyPath', { tenantId: customer.tenantId, deny });
  expect((await list(scope)).status).toBe(403);
});

test('a role definition lists its data actions (RB-01, RB-03)', async () => {
  const customer = await sandbox.caller.provisionCustomer('happyPath');
  const role = await sandbox.caller
    .sdk(customer)
    .roles.roleDefinitions.get(vaultScope(customer).slice(1), CRYPTO_USER);
  expect(role.roleName).toBe('Key Vault Crypto Service Encryption User');
  expect(role.permissions![0]!.dataActions).toEqual([
    'Microsoft.KeyVault/vaults/keys/read',
    'Microsoft.KeyVault/vaults/keys/wrap/action',
    'Microsoft.KeyVault/vaults/keys/unwrap/action',
  ]);
});
