import { decodeJwt } from 'jose';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { CLIENT_ID, sandboxUnderTest } from '../../testing/sandboxUnderTest.ts';
import type { ProvisionedCustomer, SandboxUnderTest } from '../../testing/sandboxUnderTest.ts';

let sandbox: SandboxUnderTest;
let customer: ProvisionedCustomer;

beforeAll(async () => {
  sandbox = await sandboxUnderTest();
  customer = await sandbox.caller.provisionCustomer('wrongTenantConsent');
});
afterAll(() => sandbox.close());

const ask = (tenant: string, form: Record<string, string>) =>
  sandbox.caller.call(`https://login.microsoftonline.com/${tenant}/oauth2/v2.0/token`, {
    method: 'POST',
    body: new URLSearchParams({
      grant_type: 'client_credentials',
      client_id: CLIENT_ID,
      client_secret: 'sandbox-x',
      scope: 'https://graph.microsoft.com/.default',
      ...form,
    }).toString(),
  });

test('the real credential gets a token for its tenant and resource', async () => {
  const { token } = await sandbox.caller
    .sdk(customer)
    .credential.getToken('https://management.azure.com/.default');
  expect(decodeJwt(token)).toMatchObject({
    aud: 'https://management.azure.com',
    tid: customer.tenantId,
    appid: CLIENT_ID,
  });
});

test.each([
  [
    'a secret that is not a sandbox’s',
    401,
    'invalid_client',
    7000215,
    { client_secret: 'kept-for-the-real-cloud' },
  ],
  [
    'a resource that nobody has',
    400,
    'invalid_resource',
    500011,
    { scope: 'https://example.org/.default' },
  ],
  [
    'a scope that is no default scope',
    400,
    'invalid_scope',
    1002012,
    { scope: 'https://graph.microsoft.com/User.Read' },
  ],
  ['another grant', 400, 'unsupported_grant_type', 70003, { grant_type: 'password' }],
])('%s is refused', async (_what, status, error, code, form) => {
  const reply = await ask(customer.tenantId, form as Record<string, string>);
  expect(reply.status).toBe(status);
  expect(reply.json).toMatchObject({
    error,
    error_codes: [code],
    error_description: expect.stringContaining(`AADSTS${code}`),
  });
  expect(reply.text).not.toContain('kept-for-the-real-cloud');
});

test('a tenant that was not laid out is not known', async () => {
  const reply = await ask('99999999-9999-4999-8999-999999999999', {});
  expect([reply.status, reply.json.error_codes]).toEqual([400, [90002]]);
});

const principal = async (tenantId: string) => {
  const headers = await sandbox.caller.signedIn(tenantId, 'https://graph.microsoft.com');
  return sandbox.caller.call(
    `https://graph.microsoft.com/v1.0/servicePrincipals(appId='${customer.applicationIds.AEP}')`,
    { headers },
  );
};

test('consent under common lands elsewhere; pinned to the tenant it makes the service principal (AEP-25, CON-06)', async () => {
  const consent = (tenant: string, method: string, page = 'oauth2/authorize') =>
    sandbox.caller.call(
      `https://login.microsoftonline.com/${tenant}/${page}?client_id=${customer.applicationIds.AEP}`,
      {
        method,
        body: method === 'POST' ? '' : undefined,
      },
    );
  const page = await consent(customer.tenantId, 'GET');
  expect(page.headers['content-type']).toContain('text/html');
  expect(page.text).toContain('Accept');
  expect((await principal(customer.tenantId)).status).toBe(404);
  expect((await consent('common', 'POST')).status).toBe(200);
  expect((await principal(customer.tenantId)).status).toBe(404);
  expect((await consent(customer.tenantId, 'POST', 'adminconsent')).status).toBe(200);
  expect((await principal(customer.tenantId)).json.appId).toBe(customer.applicationIds.AEP);
});

test('the same page is where a browser can reach it', async () => {
  const page = await fetch(
    `${sandbox.identity}/${customer.tenantId}/oauth2/authorize?client_id=${customer.applicationIds.AEP}`,
  );
  expect([page.status, await page.text()]).toEqual([
    200,
    expect.stringContaining('Permissions requested'),
  ]);
});

test('an application that nobody registered is refused on a page, its name escaped', async () => {
  const page = await sandbox.caller.call(
    `https://login.microsoftonline.com/${customer.tenantId}/adminconsent?client_id=%3Cscript%3E`,
  );
  expect(page.status).toBe(400);
  expect(page.text).not.toContain('<script>');
});
