import { afterAll, afterEach, beforeAll, expect, test } from 'vitest';
import { sandboxUnderTest } from '../testing/sandboxUnderTest.ts';
import type { ProvisionedCustomer, SandboxUnderTest } from '../testing/sandboxUnderTest.ts';

const CONFIG = 'https://platform.adobe.io/data/infrastructure/manager/customer/config';
const REGISTRATION = 'https://platform.adobe.io/data/infrastructure/manager/byok/app-registration';

let sandbox: SandboxUnderTest;
let customer: ProvisionedCustomer;
let headers: Record<string, string>;

beforeAll(async () => {
  sandbox = await sandboxUnderTest();
});
afterAll(() => sandbox.close());
afterEach(() => sandbox.caller.control('DELETE', '/faults'));

const arm = async (fault: object) =>
  expect((await sandbox.caller.control('POST', '/faults', fault)).status).toBe(201);

async function fresh() {
  customer = await sandbox.caller.provisionCustomer('happyPath');
  headers = await sandbox.caller.adobeHeaders(customer.imsOrgId);
}

const register = () => sandbox.caller.call(REGISTRATION, { headers });

const post = () =>
  sandbox.caller.call(CONFIG, {
    method: 'POST',
    headers,
    body: {
      name: 'c',
      type: 'BYOK_CONFIG',
      imsOrgId: customer.imsOrgId,
      configData: { providerType: 'AZURE_KEYVAULT', keyVaultKeyIdentifier: customer.keys.AEP },
    },
  });

const posts = async () =>
  (await sandbox.caller.ledger())
    .filter(({ body }) => body.includes(customer.imsOrgId))
    .map(({ status }) => status);

test('a status with headers and body, as often as it is counted', async () => {
  await fresh();
  await arm({
    host: 'platform*.adobe.io',
    path: '*/app-registration',
    status: 503,
    headers: { 'retry-after': '7' },
    body: '<html>down</html>',
    count: 2,
  });
  const first = await register();
  expect([first.status, first.headers['retry-after'], first.text]).toEqual([
    503,
    '7',
    '<html>down</html>',
  ]);
  expect((await sandbox.caller.control('GET', '/faults')).json).toMatchObject([
    { count: 1, status: 503 },
  ]);
  expect((await register()).status).toBe(503);
  expect((await register()).status).toBe(200);
  expect((await sandbox.caller.control('GET', '/faults')).json).toEqual([]);
});

test('another host, path or method is not touched', async () => {
  await fresh();
  await arm({ host: 'management.azure.com', path: '*', status: 500 });
  await arm({ host: '*', path: '*/app-registration', method: 'POST', status: 500 });
  expect((await register()).status).toBe(200);
  expect((await sandbox.caller.control('GET', '/faults')).json).toHaveLength(2);
});

test('a reset happens before the call: nothing was done', async () => {
  await fresh();
  await arm({ host: 'platform.adobe.io', path: '*/customer/config', reset: true });
  await expect(post()).rejects.toMatchObject({ code: 'ECONNRESET' });
  expect(await posts()).toEqual([]);
  expect((await post()).status).toBe(200);
});

test('done but answer lost: the ledger knows, the caller does not', async () => {
  await fresh();
  await arm({ host: 'platform.adobe.io', path: '*/customer/config', doneButLost: true });
  await expect(post()).rejects.toMatchObject({ code: 'ECONNRESET' });
  expect(await posts()).toEqual([200]);
  expect((await post()).status).toBe(409);
  expect(await posts()).toEqual([200, 409]);
});

test('a truncated answer promises more than it gives, and the call was done', async () => {
  await fresh();
  await arm({ host: '*', path: '*/customer/config', truncate: true });
  await expect(post()).rejects.toThrow();
  expect(await posts()).toEqual([200]);
});

test('a refusal by status leaves the call undone', async () => {
  await fresh();
  await arm({ host: '*', path: '*/customer/config', status: 504 });
  expect((await post()).status).toBe(504);
  expect(await posts()).toEqual([]);
});

test('a delay only delays', async () => {
  await fresh();
  await arm({ host: '*', path: '*/app-registration', delayMs: 30 });
  expect((await register()).status).toBe(200);
});

test('the controls are never spoiled, and a wrong fault is refused with a reason', async () => {
  await arm({ host: '*', path: '*', status: 500, count: 100 });
  expect((await sandbox.caller.control('GET', '/healthz')).status).toBe(200);
  const before = (await sandbox.caller.control('GET', '/faults')).json;
  for (const [wrong, named] of [
    [{ status: 99 }, 'status'],
    [{ status: 500, count: 0 }, 'count'],
    [{ status: 500, count: '3' }, 'count'],
    [{ status: 500, chance: 0 }, 'chance'],
    [{ status: 500, chance: 1.5 }, 'chance'],
    [{ host: '*' }, 'status, delayMs'],
    [{ host: 5, status: 500 }, 'host'],
    [{ status: 500, method: 5 }, 'method'],
    [{ delayMs: -1 }, 'delayMs'],
    [{ delayMs: '5' }, 'delayMs'],
    [{ delayMs: null }, 'delayMs'],
    [{ delayMs: 1e12 }, 'delayMs'],
    [{ status: 500, reset: 'yes' }, 'reset'],
    [{ status: 500, truncate: 1 }, 'truncate'],
    [{ status: 500, doneButLost: null }, 'doneButLost'],
    [{ status: 500, headers: ['x'] }, 'headers'],
    [{ status: 500, headers: { 'a b': 'x' } }, 'headers'],
    [{ status: 500, headers: { a: 'x\ny' } }, 'headers'],
    [{ status: 500, headers: { a: {} } }, 'headers'],
    [[{ status: 500 }, { status: 99 }], 'status'],
    ['no json', 'a fault or a list'],
    ['1,"faults":{"status":500}', 'a fault or a list'],
    [[null], 'no object'],
  ] as const) {
    const reply = await sandbox.caller.control('POST', '/faults', wrong as object);
    expect([reply.status, reply.json.error]).toEqual([400, expect.stringContaining(named)]);
  }
  expect((await sandbox.caller.control('GET', '/faults')).json).toEqual(before);
});

test('for the calls of one organization, until that fault is deleted', async () => {
  await fresh();
  const { imsOrgId } = customer;
  const fault = { host: '*', path: '*', contains: imsOrgId, status: 503, count: 9 };
  const armed = (await sandbox.caller.control('POST', '/faults', fault)).json as { id: string }[];
  expect((await register()).status).toBe(503);
  expect((await post()).status).toBe(503);
  await fresh();
  expect((await register()).status).toBe(200);
  customer = await sandbox.caller.provisionCustomer('happyPath', { imsOrgId });
  headers = await sandbox.caller.adobeHeaders(imsOrgId);
  expect((await register()).status).toBe(503);
  await sandbox.caller.control('DELETE', `/faults/${armed[0]!.id}`);
  expect((await register()).status).toBe(200);
});

test('for a part of all calls, until the fault is deleted', async () => {
  await fresh();
  const spoiled = async () =>
    ((await sandbox.caller.control('GET', '/calls')).json as { spoiled: number }).spoiled;
  const before = await spoiled();
  await sandbox.caller.control('POST', '/faults', { status: 503, chance: 0.5 });
  const statuses: number[] = [];
  for (let count = 0; count < 60; count += 1) statuses.push((await register()).status);
  expect(new Set(statuses)).toEqual(new Set([200, 503]));
  expect((await spoiled()) - before).toBe(statuses.filter((status) => status === 503).length);
  await sandbox.caller.control('DELETE', '/faults');
  expect((await register()).status).toBe(200);
});
