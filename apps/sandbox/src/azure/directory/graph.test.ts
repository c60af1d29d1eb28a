import { afterAll, beforeAll, expect, test } from 'vitest';
import { sandboxUnderTest } from '../../testing/sandboxUnderTest.ts';
import type { ProvisionedCustomer, SandboxUnderTest } from '../../testing/sandboxUnderTest.ts';

let sandbox: SandboxUnderTest;
let customer: ProvisionedCustomer;
let headers: Record<string, string>;

beforeAll(async () => {
  sandbox = await sandboxUnderTest();
  customer = await sandbox.caller.provisionCustomer('happyPath');
  headers = await sandbox.caller.signedIn(customer.tenantId, 'https://graph.microsoft.com');
});
afterAll(() => sandbox.close());

const graph = (path: string, more: object = {}) =>
  sandbox.caller.call(`https://graph.microsoft.com/v1.0${path}`, { headers, ...more });

test('a service principal is found by its application, encoded or not, in full or selected (AEP-27)', async () => {
  const plain = await graph(`/servicePrincipals(appId='${customer.applicationIds.CJA}')`);
  expect(plain.json).toMatchObject({
    appId: customer.applicationIds.CJA,
    accountEnabled: true,
    servicePrincipalType: 'Application',
  });
  const encoded = await graph(
    `/servicePrincipals%28appId%3D%27${customer.applicationIds.CJA}%27%29?$select=id,appId`,
  );
  expect(Object.keys(encoded.json).sort()).toEqual(['@odata.context', 'appId', 'id']);
  expect(encoded.json.id).toBe(plain.json.id);
});

test('by filter it is a list, and an empty one when there is none', async () => {
  const found = await graph(
    `/servicePrincipals?$filter=${encodeURIComponent(`appId eq '${customer.applicationIds.AEP}'`)}`,
  );
  expect(found.json.value).toHaveLength(1);
  const none = await graph(
    `/servicePrincipals?$filter=${encodeURIComponent("appId eq '00000000-0000-0000-0000-000000000000'")}`,
  );
  expect([none.status, none.json.value]).toEqual([200, []]);
  expect((await graph('/servicePrincipals?$filter=displayName')).status).toBe(400);
});

test('each tenant has an object ID of its own and sees no other (GL-05)', async () => {
  const other = await sandbox.caller.provisionCustomer('happyPath');
  const theirs = {
    headers: await sandbox.caller.signedIn(other.tenantId, 'https://graph.microsoft.com'),
  };
  const path = (appId: string) => `/servicePrincipals(appId='${appId}')`;
  expect((await graph(path(customer.applicationIds.AEP), theirs)).json.error.code).toBe(
    'Request_ResourceNotFound',
  );
  expect((await graph(path(customer.applicationIds.CJA), theirs)).json.id).not.toBe(
    (await graph(path(customer.applicationIds.CJA))).json.id,
  );
});

test('a token for another service, and none', async () => {
  const wrong = await sandbox.caller.signedIn(customer.tenantId, 'https://management.azure.com');
  expect((await graph('/servicePrincipals', { headers: wrong })).json.error.code).toBe(
    'InvalidAuthenticationToken',
  );
  expect((await graph('/servicePrincipals', { headers: {} })).status).toBe(401);
});

test('without Application.Read.All nothing is read', async () => {
  const denied = await sandbox.caller.provisionCustomer('happyPath', {
    deny: ['Application.Read.All'],
  });
  const reply = await graph(`/servicePrincipals(appId='${denied.applicationIds.AEP}')`, {
    headers: await sandbox.caller.signedIn(denied.tenantId, 'https://graph.microsoft.com'),
  });
  expect([reply.status, reply.json.error.code]).toEqual([403, 'Authorization_RequestDenied']);
});

test('a service principal is made once (CON-03)', async () => {
  const bare = await sandbox.caller.provisionCustomer('wrongTenantConsent');
  const request = {
    method: 'POST',
    headers: await sandbox.caller.signedIn(bare.tenantId, 'https://graph.microsoft.com'),
    body: { appId: bare.applicationIds.AEP },
  };
  expect((await graph('/servicePrincipals', request)).status).toBe(201);
  expect((await graph('/servicePrincipals', request)).status).toBe(409);
  expect(
    (await sandbox.caller.ledger())
      .filter(({ host }) => host === 'graph.microsoft.com')
      .map(({ status }) => status),
  ).toEqual([201]);
});
