import { afterAll, beforeAll, expect, test } from 'vitest';
import { sandboxUnderTest } from '../testing/sandboxUnderTest.ts';
import type { ProvisionedCustomer, SandboxUnderTest } from '../testing/sandboxUnderTest.ts';

const REGISTRATION = '/data/infrastructure/manager/byok/app-registration';
const CONFIG = '/data/infrastructure/manager/customer/config';

let sandbox: SandboxUnderTest;
let healthy: ProvisionedCustomer;

beforeAll(async () => {
  sandbox = await sandboxUnderTest();
  healthy = await sandbox.caller.provisionCustomer('happyPath');
});
afterAll(() => sandbox.close());

const request = ({ imsOrgId, keys }: ProvisionedCustomer, name = 'Config1') => ({
  name,
  type: 'BYOK_CONFIG',
  imsOrgId,
  configData: { providerType: 'AZURE_KEYVAULT', keyVaultKeyIdentifier: keys.AEP },
});

const post = async (
  customer: ProvisionedCustomer,
  body: unknown = request(customer),
  host = 'platform.adobe.io',
) =>
  sandbox.caller.call(`https://${host}${CONFIG}`, {
    method: 'POST',
    headers: await sandbox.caller.adobeHeaders(customer.imsOrgId),
    body,
  });

const get = async (
  customer: ProvisionedCustomer,
  name = 'Config1',
  query = '?configType=BYOK_CONFIG',
) =>
  sandbox.caller.call(`https://platform.adobe.io${CONFIG}/${name}${query}`, {
    headers: await sandbox.caller.adobeHeaders(customer.imsOrgId),
  });

test('the registration holds together and is the organization’s own (AEP-20, AEP-22, AEP-23)', async () => {
  const { status, json } = await sandbox.caller.call(`https://platform.adobe.io${REGISTRATION}`, {
    headers: await sandbox.caller.adobeHeaders(healthy.imsOrgId),
  });
  expect(status).toBe(200);
  expect(Object.keys(json)).toEqual([
    'id',
    'name',
    'applicationUri',
    'applicationId',
    'applicationRedirectUrl',
  ]);
  const redirect = new URL(json.applicationRedirectUrl);
  expect([json.id, redirect.host, redirect.pathname]).toEqual([
    'byok',
    'login.microsoftonline.com',
    '/common/oauth2/authorize',
  ]);
  expect(redirect.searchParams.get('client_id')).toBe(json.applicationId);
  expect(redirect.searchParams.get('redirect_uri')).toBe(json.applicationUri);
  expect(json.applicationUri.endsWith(json.name)).toBe(true);
  expect(json.applicationId).toBe(healthy.applicationIds.AEP);
});

test('the gateway’s errors (ERR-01, REG-08)', async () => {
  const headers = await sandbox.caller.adobeHeaders(healthy.imsOrgId);
  const ask = async (changed: Record<string, string | undefined>, host = 'platform.adobe.io') => {
    const kept = Object.entries({ ...headers, ...changed }).filter(
      (entry): entry is [string, string] => entry[1] !== undefined,
    );
    const { status, json } = await sandbox.caller.call(`https://${host}${REGISTRATION}`, {
      headers: Object.fromEntries(kept),
    });
    return [status, json.error_code, json.message];
  };
  expect(await ask({ authorization: undefined })).toEqual([
    403,
    '403010',
    'Oauth token is missing.',
  ]);
  expect(await ask({ authorization: 'Bearer nonsense' })).toEqual([
    401,
    '401013',
    'Oauth token is not valid',
  ]);
  expect(await ask({ 'x-api-key': undefined })).toEqual([403, '403000', 'Api Key is required']);
  expect(await ask({ 'x-api-key': 'mine' })).toEqual([403, '403003', 'Api Key is invalid']);
  expect((await ask({ 'x-gw-ims-org-id': undefined })).slice(0, 2)).toEqual([400, '400003']);
  expect(await ask({ 'x-gw-ims-org-id': '0'.repeat(24) + '@AdobeOrg' })).toEqual([
    403,
    '403027',
    'User region is missing',
  ]);
  expect(await ask({}, 'platform-nld2.adobe.io')).toEqual([
    403,
    '403027',
    'User region is missing',
  ]);
  const azure = await sandbox.caller.signedIn(healthy.tenantId, 'https://graph.microsoft.com');
  expect((await ask(azure))[1]).toBe('401013');
});

test('an organization is known on its own region’s host, and a missing permission is reported', async () => {
  const dutch = await sandbox.caller.provisionCustomer('happyPath', {
    region: 'NDL2',
    deny: ['Manage Customer Managed Key'],
  });
  expect(dutch.region).toBe('NLD2');
  const headers = await sandbox.caller.adobeHeaders(dutch.imsOrgId);
  expect(
    (await sandbox.caller.call(`https://platform.adobe.io${REGISTRATION}`, { headers })).json
      .error_code,
  ).toBe('403027');
  expect(
    (await sandbox.caller.call(`https://platform-nld2.adobe.io${REGISTRATION}`, { headers })).json
      .error_code,
  ).toBe('403025');
});

test('a configuration is accepted with the documented answer, oddities included (API-05, API-07)', async () => {
  const customer = await sandbox.caller.provisionCustomer('happyPath');
  const { status, json } = await post(customer);
  expect(status).toBe(200);
  const keyVaultUri = new URL(customer.keys.AEP).origin;
  const keyVersion = customer.keys.AEP.split('/').at(-1);
  expect(json).toEqual({
    id: expect.stringMatching(/^[0-9a-f-]{36}$/),
    config: {
      configData: {
        keyVaultUri,
        keyVaultKeyIdentifier: customer.keys.AEP,
        keyVersion,
        keyName: 'Config1',
        providerType: 'AZURE_KEYVAULT',
      },
      name: expect.stringMatching(/^acp[0-9a-f]{8}Aaepcmkmultitenantapp$/),
      type: 'BYOK_CONFIG',
      imsOrgId: customer.imsOrgId,
      status: 'NEW',
    },
    status: 'CREATED',
  });
  const read = await get(customer);
  expect(Object.keys(read.json)).toEqual([
    'name',
    'type',
    'status',
    'configData',
    'imsOrgId',
    'subscriptionId',
    'id',
    'rowType',
  ]);
  expect(read.json).toMatchObject({
    id: json.id,
    name: json.config.name,
    configData: json.config.configData,
    rowType: 'BYOK_KEY',
    status: 'RUNNING',
  });
});

test('the job walks through its statuses as time passes (ST-03 to ST-05)', async () => {
  const customer = await sandbox.caller.provisionCustomer('happyPath');
  await post(customer);
  const seen = [];
  for (const seconds of [0, 39, 2, 38, 2]) {
    sandbox.clock.now += seconds * 1000;
    seen.push((await get(customer)).json.status);
  }
  expect(seen).toEqual([
    'RUNNING',
    'RUNNING',
    'UPDATE_EXISTING_RESOURCES',
    'UPDATE_EXISTING_RESOURCES',
    'COMPLETED',
  ]);
});

test('names are case-sensitive, and the type is asked for (GAP-01)', async () => {
  const customer = await sandbox.caller.provisionCustomer('happyPath');
  await post(customer);
  expect((await get(customer, 'config1')).status).toBe(404);
  expect((await get(customer, 'Config1', '')).status).toBe(400);
});

test('a second configuration is refused, and the ledger shows that it was tried (GAP-31)', async () => {
  const customer = await sandbox.caller.provisionCustomer('happyPath');
  await post(customer);
  const second = await post(customer, request(customer, 'another'));
  expect([second.status, second.json.title]).toEqual([409, 'ConflictError']);
  const rows = (await sandbox.caller.ledger()).filter(
    ({ body }) => body.includes(customer.imsOrgId) && body.includes('BYOK_CONFIG'),
  );
  expect(rows.map(({ method, host, path, status }) => ({ method, host, path, status }))).toEqual([
    { method: 'POST', host: 'platform.adobe.io', path: CONFIG, status: 200 },
    { method: 'POST', host: 'platform.adobe.io', path: CONFIG, status: 409 },
  ]);
  expect(JSON.parse(rows[0]!.body)).toEqual(request(customer));
});

test.each([
  [
    'no content type (GAP-06)',
    (body: object) => body,
    { 'content-type': '' },
    'A valid content-type must be specified',
  ],
  [
    'another organization in the body (API-04)',
    (body: object) => ({ ...body, imsOrgId: 'X' }),
    {},
    'imsOrgId does not match the x-gw-ims-org-id header',
  ],
  ['no name', (body: object) => ({ ...body, name: '' }), {}, 'name is required'],
  ['another type', (body: object) => ({ ...body, type: 'X' }), {}, 'type must be BYOK_CONFIG'],
  [
    'no key',
    (body: object) => ({ ...body, configData: { providerType: 'AZURE_KEYVAULT' } }),
    {},
    'configData.keyVaultKeyIdentifier is required',
  ],
  ['no JSON', () => 'name=x', {}, 'The body is not valid JSON'],
])('refused and not in the ledger: %s', async (_what, change, changedHeaders, detail) => {
  const customer = await sandbox.caller.provisionCustomer('happyPath');
  const headers = { ...(await sandbox.caller.adobeHeaders(customer.imsOrgId)), ...changedHeaders };
  const reply = await sandbox.caller.call(`https://platform.adobe.io${CONFIG}`, {
    method: 'POST',
    headers,
    body: change(request(customer)),
  });
  expect(reply.json).toEqual({
    type: '/placeholder/type/uri',
    status: 400,
    title: 'BadRequestError',
    detail,
  });
  expect(
    (await sandbox.caller.ledger()).filter(({ body }) => body.includes(customer.imsOrgId)),
  ).toEqual([]);
});

test.each([
  'noPurgeProtection',
  'accessPolicyVault',
  'rsa2048',
  'noWrapKey',
  'expiredKey',
  'wrongTenantConsent',
  'roleMissing',
  'adobeFails',
])('%s ends in FAILED, and stays there (ST-06)', async (scenario) => {
  const customer = await sandbox.caller.provisionCustomer(scenario);
  await post(customer);
  expect((await get(customer)).json.status).toBe('RUNNING');
  sandbox.clock.now += 41_000;
  expect((await get(customer)).json.status).toBe('FAILED');
  await sandbox.caller.provisionCustomer('happyPath', { tenantId: customer.tenantId });
  sandbox.clock.now += 41_000;
  expect((await get(customer)).json.status).toBe('FAILED');
});

test.each([
  'happyPath',
  'managedHsm',
  'versionlessKey',
  'retention30',
  'restrictedNetwork',
  'firewallWithoutAdobe',
])('%s ends in COMPLETED: Adobe comes in as a trusted service (NET-03)', async (scenario) => {
  const customer = await sandbox.caller.provisionCustomer(scenario);
  await post(customer);
  sandbox.clock.now += 81_000;
  expect((await get(customer)).json.status).toBe('COMPLETED');
});

test('after a failed configuration another may be sent', async () => {
  const customer = await sandbox.caller.provisionCustomer('roleMissing');
  await post(customer);
  sandbox.clock.now += 41_000;
  expect((await get(customer)).json.status).toBe('FAILED');
  await sandbox.caller.provisionCustomer('happyPath', { tenantId: customer.tenantId });
  expect((await post(customer)).status).toBe(200);
  sandbox.clock.now += 81_000;
  expect((await get(customer)).json.status).toBe('COMPLETED');
});

test('an undocumented status stays for ever (ST-07)', async () => {
  const customer = await sandbox.caller.provisionCustomer('adobeUnknownStatus');
  await post(customer);
  for (const seconds of [0, 100, 100_000]) {
    sandbox.clock.now += seconds * 1000;
    expect((await get(customer)).json.status).toBe('PENDING_APPROVAL');
  }
});

test('a slow job is still running when others are done (GAP-14)', async () => {
  const customer = await sandbox.caller.provisionCustomer('slowAdobe');
  await post(customer);
  sandbox.clock.now += 500_000;
  expect((await get(customer)).json.status).toBe('RUNNING');
});
