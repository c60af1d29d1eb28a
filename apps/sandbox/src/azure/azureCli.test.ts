/**
 * The requests of Azure CLI 2.91 for the lines that customers paste, recorded from it. `node
 * tools/run.mjs az` runs the CLI itself.
 */
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import {
  CLIENT_ID,
  CRYPTO_USER,
  GROUP,
  sandboxUnderTest,
  vaultName,
} from '../testing/sandboxUnderTest.ts';
import type { ProvisionedCustomer, Reply, SandboxUnderTest } from '../testing/sandboxUnderTest.ts';

const ARM = 'https://management.azure.com';
const GRAPH = 'https://graph.microsoft.com';
const HSM_ROLE =
  'Microsoft.KeyVault/providers/Microsoft.Authorization/roleDefinitions/33413926-3206-4cdd-b39a-83574fe37a17';
const NAME = '11111111-2222-4333-8444-555555555555';

let sandbox: SandboxUnderTest;
beforeAll(async () => void (sandbox = await sandboxUnderTest()));
afterAll(() => sandbox.close());

const resourceOf = (url: string): string => {
  const { hostname, origin } = new URL(url);
  const plane = /\.(vault|managedhsm)\.azure\.net$/.exec(hostname)?.[0];
  return plane ? `https://${plane.slice(1)}` : origin;
};

/**
 * Asks as the CLI does: without a token first where it is a vault, which then says where to get
 * one.
 */
async function az(customer: ProvisionedCustomer, request: string, body?: unknown): Promise<Reply> {
  const [method = '', url = ''] = request.split(' ');
  const content: Record<string, string> =
    body === undefined ? {} : { 'content-type': 'application/json' };
  if (/(vault|managedhsm)\.azure\.net\//.test(url)) {
    const challenged = await sandbox.caller.call(url, { method, headers: content });
    expect(challenged.status).toBe(401);
    expect(challenged.headers['www-authenticate']).toContain(
      `https://login.microsoftonline.com/${customer.tenantId}`,
    );
  }
  const headers = {
    ...content,
    ...(await sandbox.caller.signedIn(customer.tenantId, resourceOf(url))),
  };
  return sandbox.caller.call(url, { method, headers, body });
}

const vaultUrl = (
  customer: ProvisionedCustomer,
  name = vaultName(customer),
  type = 'vaults',
): string =>
  `${ARM}/subscriptions/${customer.subscriptionId}/resourceGroups/${GROUP}/providers/Microsoft.KeyVault/${type}/${name}`;
const query = '?api-version=2026-02-01';
const filter = (text: string): string =>
  `$filter=${encodeURIComponent(text).replaceAll('%20', '+')}`;

describe('login', () => {
  test('as a service principal: discovery, a token, the subscriptions', async () => {
    const { tenantId, subscriptionId } = await sandbox.caller.provisionCustomer('happyPath');
    const login = `https://login.microsoftonline.com/${tenantId}`;
    expect(
      (await sandbox.caller.call(`${login}/v2.0/.well-known/openid-configuration`)).json
        .token_endpoint,
    ).toBe(`${login}/oauth2/v2.0/token`);
    const form = {
      client_id: CLIENT_ID,
      grant_type: 'client_credentials',
      client_secret: 'sandbox-secret',
      client_info: '1',
    };
    const body = new URLSearchParams({ ...form, scope: `${ARM}//.default` }).toString();
    const { json } = await sandbox.caller.call(`${login}/oauth2/v2.0/token`, {
      method: 'POST',
      body,
    });
    const subscriptions = await sandbox.caller.call(`${ARM}/subscriptions?api-version=2022-12-01`, {
      headers: { authorization: `Bearer ${json.access_token}` },
    });
    expect(subscriptions.json.value).toMatchObject([
      { subscriptionId, tenantId, state: 'Enabled' },
    ]);
  });
});

describe('az ad sp', () => {
  const named = (id: string) =>
    `GET ${GRAPH}/v1.0/servicePrincipals?${filter(`servicePrincipalNames/any(c:c eq '${id}')`)}`;

  test('show finds none, create asks for the application and makes it, show finds it', async () => {
    const customer = await sandbox.caller.provisionCustomer('wrongTenantConsent');
    const appId = customer.applicationIds.AEP;
    expect((await az(customer, named(appId))).json.value).toEqual([]);
    const applications = await az(
      customer,
      `GET ${GRAPH}/v1.0/applications?${filter(`appId eq '${appId}'`)}`,
    );
    expect([applications.status, applications.json.value]).toEqual([200, []]);
    expect((await az(customer, `GET ${GRAPH}/v1.0/applications/${appId}`)).json.error.code).toBe(
      'Request_ResourceNotFound',
    );
    const made = await az(customer, `POST ${GRAPH}/v1.0/servicePrincipals`, {
      appId,
      accountEnabled: true,
    });
    expect([made.status, made.json.appId]).toEqual([201, appId]);
    const found = (await az(customer, named(appId))).json.value;
    expect(found).toMatchObject([{ id: made.json.id, servicePrincipalNames: [appId] }]);
    expect(
      (await az(customer, `GET ${GRAPH}/v1.0/servicePrincipals/${made.json.id}`)).json.appId,
    ).toBe(appId);
  });

  test('refuses what Graph refuses', async () => {
    const customer = await sandbox.caller.provisionCustomer('happyPath');
    const me = await az(customer, `GET ${GRAPH}/v1.0/me`);
    expect([me.status, me.json.error.code]).toEqual([400, 'BadRequest']);
    expect(
      (await az(customer, `GET ${GRAPH}/v1.0/applications?${filter("displayName eq 'x'")}`)).status,
    ).toBe(400);
    expect(
      (await az(customer, `POST ${GRAPH}/v1.0/directoryObjects/getByIds`, { ids: ['no-guid'] }))
        .status,
    ).toBe(400);
  });
});

describe('az keyvault', () => {
  test('create asks for the vault first, and it is found by its name in the whole subscription', async () => {
    const customer = await sandbox.caller.provisionCustomer('happyPath', { name: 'Created' });
    const url = vaultUrl(customer, 'created-by-az');
    expect((await az(customer, `GET ${url}${query}`)).json.error.code).toBe('ResourceNotFound');
    const made = await az(customer, `PUT ${url}${query}`, {
      location: 'norwayeast',
      properties: {
        tenantId: customer.tenantId,
        sku: { name: 'premium', family: 'A' },
        accessPolicies: [],
        enableRbacAuthorization: true,
        enableSoftDelete: true,
        enablePurgeProtection: true,
        softDeleteRetentionInDays: 90,
        networkAcls: { bypass: 'AzureServices', defaultAction: 'Allow' },
      },
    });
    expect([made.status, made.json.location]).toEqual([201, 'norwayeast']);
    const where = filter("resourceType eq 'Microsoft.KeyVault/vaults' and name eq 'created-by-az'");
    const listed = await az(
      customer,
      `GET ${ARM}/subscriptions/${customer.subscriptionId}/resources?${where}&api-version=2015-11-01`,
    );
    expect(listed.json).toEqual({ value: [expect.objectContaining({ name: 'created-by-az' })] });
  });

  test('update and network-rule add read the vault and write it back, with every rule; a single address becomes a range', async () => {
    const customer = await sandbox.caller.provisionCustomer('firewallWithoutAdobe', {
      name: 'Firewalled',
    });
    const url = `${vaultUrl(customer)}${query}`;
    const { location, tags, properties } = (await az(customer, `GET ${url}`)).json;
    const networkAcls = {
      ...properties.networkAcls,
      ipRules: [...properties.networkAcls.ipRules, { value: '20.88.123.53' }],
    };
    const written = await az(customer, `PUT ${url}`, {
      location,
      tags,
      properties: { ...properties, networkAcls },
    });
    expect(written.status).toBe(200);
    expect(written.json.properties).toEqual({
      ...properties,
      networkAcls: {
        ...networkAcls,
        ipRules: [{ value: '198.51.100.24/32' }, { value: '20.88.123.53/32' }],
      },
    });
  });

  test('recover finds the deleted vault and asks for it back as it was', async () => {
    const customer = await sandbox.caller.provisionCustomer('happyPath', { name: 'Recovered' });
    const url = `${vaultUrl(customer)}${query}`;
    const before = (await az(customer, `GET ${url}`)).json.properties;
    expect((await az(customer, `DELETE ${url}`)).status).toBe(200);
    const deleted = await az(
      customer,
      `GET ${ARM}/subscriptions/${customer.subscriptionId}/providers/Microsoft.KeyVault/deletedVaults${query}`,
    );
    const { location } = deleted.json.value[0].properties;
    const sku = { name: 'standard', family: 'A' };
    const back = await az(customer, `PUT ${url}`, {
      location,
      properties: { tenantId: customer.tenantId, sku, createMode: 'recover' },
    });
    expect([back.status, back.json.properties]).toEqual([200, before]);
  });

  test('key list, show, create and set-attributes', async () => {
    const customer = await sandbox.caller.provisionCustomer('happyPath', { name: 'Keys' });
    const keys = `${new URL(customer.keys.AEP).origin}/keys`;
    const version = '?api-version=7.6-preview.2';
    expect((await az(customer, `GET ${keys}${version}`)).json.value).toMatchObject([
      { kid: `${keys}/ajo-cmk` },
    ]);
    expect((await az(customer, `GET ${keys}/other/${version}`)).json.error.code).toBe(
      'KeyNotFound',
    );
    const request = {
      kty: 'RSA',
      key_size: 3072,
      attributes: { enabled: true },
      key_ops: ['wrapKey', 'unwrapKey'],
    };
    const { key } = (await az(customer, `POST ${keys}/other/create${version}`, request)).json;
    const changed = await az(customer, `PATCH ${key.kid}${version}`, {
      key_ops: ['sign', 'wrapKey', 'unwrapKey'],
    });
    expect(changed.json.key).toMatchObject({
      kid: key.kid,
      key_ops: ['sign', 'wrapKey', 'unwrapKey'],
    });
    expect(
      (await az(customer, `PATCH ${key.kid}${version}`, { attributes: { enabled: true } })).status,
    ).toBe(200);
  });
});

describe('az role assignment create', () => {
  test('meets the assignment that is there and reads it with its role and principal', async () => {
    const customer = await sandbox.caller.provisionCustomer('happyPath', { name: 'Assigned' });
    const found = await az(
      customer,
      `GET ${GRAPH}/v1.0/servicePrincipals?${filter(`appId eq '${customer.applicationIds.AEP}'`)}`,
    );
    const principalId = found.json.value[0].id;
    const roles = `${vaultUrl(customer)}/providers/Microsoft.Authorization`;
    const roleDefinitionId = `/subscriptions/${customer.subscriptionId}/providers/Microsoft.Authorization/roleDefinitions/${CRYPTO_USER}`;
    const properties = { principalType: 'ServicePrincipal', principalId, roleDefinitionId };
    const made = await az(customer, `PUT ${roles}/roleAssignments/${NAME}?api-version=2022-04-01`, {
      properties,
    });
    expect([made.status, made.json.error.code]).toEqual([409, 'RoleAssignmentExists']);
    const listed = await az(
      customer,
      `GET ${roles}/roleAssignments?api-version=2022-04-01&${filter('atScope()')}`,
    );
    expect(listed.json.value).toMatchObject([{ properties: { principalId, roleDefinitionId } }]);
    const definitions = await az(
      customer,
      `GET ${roles}/roleDefinitions?api-version=2022-05-01-preview`,
    );
    expect(definitions.json.value.map((one: { name: string }) => one.name)).toContain(CRYPTO_USER);
    const ids = {
      ids: [principalId],
      types: ['user', 'group', 'servicePrincipal', 'directoryObjectPartnerReference'],
    };
    const objects = await az(customer, `POST ${GRAPH}/v1.0/directoryObjects/getByIds`, ids);
    expect(objects.json.value).toMatchObject([
      { '@odata.type': '#microsoft.graph.servicePrincipal', id: principalId },
    ]);
    expect((await sandbox.caller.ledger()).some(({ path }) => path.endsWith('getByIds'))).toBe(
      false,
    );
  });
});

describe('on a Managed HSM', () => {
  test('create is answered by 200, with the days in quotation marks as the CLI sends them', async () => {
    const customer = await sandbox.caller.provisionCustomer('managedHsm', { name: 'Made' });
    const made = await az(
      customer,
      `PUT ${vaultUrl(customer, 'made-by-az', 'managedHSMs')}${query}`,
      {
        location: 'eastus',
        sku: { name: 'Standard_B1', family: 'B' },
        properties: {
          tenantId: customer.tenantId,
          enablePurgeProtection: true,
          softDeleteRetentionInDays: '90',
          initialAdminObjectIds: [NAME],
        },
      },
    );
    expect([made.status, made.json.properties.softDeleteRetentionInDays]).toEqual([200, 90]);
  });

  test('role assignment list and create read the definitions where they assign', async () => {
    const customer = await sandbox.caller.provisionCustomer('managedHsm', { name: 'Local' });
    const local = `${new URL(customer.keys.AEP).origin}/keys/providers/Microsoft.Authorization`;
    const definitions = await az(customer, `GET ${local}/roleDefinitions?api-version=7.4`);
    expect(definitions.json.value.map((one: { id: string }) => one.id)).toContain(HSM_ROLE);
    const [there] = (await az(customer, `GET ${local}/roleAssignments?api-version=7.4`)).json.value;
    expect(there.properties).toMatchObject({ roleDefinitionId: HSM_ROLE, scope: '/keys' });
    const properties = { roleDefinitionId: HSM_ROLE, principalId: NAME };
    expect(
      (await az(customer, `PUT ${local}/roleAssignments/${NAME}?api-version=7.4`, { properties }))
        .status,
    ).toBe(201);
  });
});
