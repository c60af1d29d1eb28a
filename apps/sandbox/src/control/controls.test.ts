import { afterAll, beforeAll, expect, test } from 'vitest';
import { sandboxUnderTest } from '../testing/sandboxUnderTest.ts';
import type { SandboxUnderTest } from '../testing/sandboxUnderTest.ts';

let sandbox: SandboxUnderTest;

beforeAll(async () => {
  sandbox = await sandboxUnderTest();
});
afterAll(() => sandbox.close());

test('a scenario answers in the contract’s shape', async () => {
  const reply = await sandbox.caller.control('POST', '/scenario', { scenario: 'happyPath' });
  expect(reply.status).toBe(200);
  expect(reply.json).toEqual({
    scenario: 'happyPath',
    imsOrgId: expect.stringMatching(/^[0-9A-F]{24}@AdobeOrg$/),
    region: 'VA7',
    tenantId: expect.stringMatching(/^[0-9a-f-]{36}$/),
    subscriptionId: expect.stringMatching(/^[0-9a-f-]{36}$/),
    applicationIds: {
      AEP: expect.stringMatching(/^[0-9a-f-]{36}$/),
      CJA: '251e3919-1940-4296-bb8b-6b9a5e8a4805',
    },
    keys: {
      AEP: expect.stringMatching(
        /^https:\/\/(?=.{3,24}\.)[a-z][a-z0-9-]*[a-z0-9]\.vault\.azure\.net\/keys\/[0-9A-Za-z-]+\/[0-9a-f]{32}$/,
      ),
      CJA: expect.stringMatching(
        /^https:\/\/(?=.{3,24}\.)[a-z][a-z0-9-]*[a-z0-9]\.vault\.azure\.net\/keys\/[0-9A-Za-z-]+\/[0-9a-f]{32}$/,
      ),
    },
  });
});

test('customers share nothing but CJA’s application', async () => {
  const [one, two] = [
    await sandbox.caller.provisionCustomer('happyPath'),
    await sandbox.caller.provisionCustomer('happyPath'),
  ];
  for (const field of ['imsOrgId', 'tenantId', 'subscriptionId'] as const)
    expect(one[field]).not.toBe(two[field]);
  expect(new Set([...Object.values(one.keys), ...Object.values(two.keys)]).size).toBe(4);
  expect(one.applicationIds.AEP).not.toBe(two.applicationIds.AEP);
});

test('a given organization is laid out the same way again, even after a reset', async () => {
  const request = {
    imsOrgId: 'ABCDEF0123456789ABCDEF01@AdobeOrg',
    name: 'Fabrikam Health',
    region: 'AUS5',
  };
  const first = await sandbox.caller.provisionCustomer('happyPath', request);
  expect(first).toMatchObject({
    imsOrgId: request.imsOrgId,
    region: 'AUS5',
    keys: { AEP: expect.stringContaining('https://fabrikam-aep-') },
  });
  expect((await sandbox.caller.control('POST', '/reset')).status).toBe(204);
  expect((await sandbox.caller.control('GET', '/customers')).json).toEqual([]);
  expect(await sandbox.caller.provisionCustomer('happyPath', request)).toEqual(first);
  expect((await sandbox.caller.control('GET', '/customers')).json).toMatchObject([
    { name: 'Fabrikam Health', scenario: 'happyPath' },
  ]);
});

test.each([
  [{ scenario: 'sunnyDay' }, 400],
  [{ scenario: 'happyPath', imsOrgId: 'short' }, 400],
  [{ scenario: 'happyPath', region: 'IND2' }, 400],
  [{ scenario: 'happyPath', deny: 'everything' }, 400],
  [{ scenario: 'happyPath', tenantId: '99999999-9999-4999-8999-999999999999' }, 404],
  ['[]', 400],
])('a wrong request is refused with a reason: %j', async (request, status) => {
  const reply = await sandbox.caller.control('POST', '/scenario', request);
  expect([reply.status, reply.json.error]).toEqual([status, expect.stringMatching(/\S/)]);
});

test('a host that no cloud has answers 421', async () => {
  const reply = await sandbox.caller.control('GET', '/nothing');
  expect(reply.status).toBe(404);
  const strange = await sandbox.caller.call('https://sandbox.keyway.test/', {
    headers: { host: 'platform.adobe.io.evil.example' },
  });
  expect(strange.status).toBe(421);
});

test('ledger rows have exactly the contract’s fields', async () => {
  const customer = await sandbox.caller.provisionCustomer('happyPath');
  await sandbox.caller.sdk(customer).keys().rotateKey('ajo-cmk');
  const row = (await sandbox.caller.ledger()).at(-1)!;
  expect(Object.keys(row)).toEqual(['at', 'method', 'host', 'path', 'body', 'status']);
  expect(row).toMatchObject({
    at: new Date(sandbox.clock.now).toISOString(),
    method: 'POST',
    host: new URL(customer.keys.AEP).hostname,
    path: '/keys/ajo-cmk/rotate',
    status: 200,
  });
});

test('calls of the clouds are counted, those of the controls are not', async () => {
  const answered = async (): Promise<number> =>
    ((await sandbox.caller.control('GET', '/calls')).json as { answered: number }).answered;
  const before = await answered();
  await sandbox.caller.provisionCustomer('happyPath');
  await sandbox.caller.call('https://management.azure.com/subscriptions');
  expect(await answered()).toBe(before + 1);
});
