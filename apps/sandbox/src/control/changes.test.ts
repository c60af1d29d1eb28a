import { afterAll, beforeAll, expect, test } from 'vitest';
import { sandboxUnderTest, vaultName, vaultScope } from '../testing/sandboxUnderTest.ts';
import type { ProvisionedCustomer, SandboxUnderTest } from '../testing/sandboxUnderTest.ts';
import { changes } from './changes.ts';

let sandbox: SandboxUnderTest;

beforeAll(async () => {
  sandbox = await sandboxUnderTest();
});
afterAll(() => sandbox.close());

const change = (customer: ProvisionedCustomer, more: object) =>
  sandbox.caller.control('POST', '/change', { imsOrgId: customer.imsOrgId, ...more });

const answerOf = (work: Promise<object>): Promise<object> =>
  work.catch(({ statusCode, code }: { statusCode: number; code: string }) => ({
    statusCode,
    code,
  }));

/** Everything that a reader sees of a track. */
async function seen(customer: ProvisionedCustomer) {
  const { keys, vaults, roles } = sandbox.caller.sdk(customer);
  const assignments: string[] = [];
  for await (const { principalId } of roles.roleAssignments.listForScope(vaultScope(customer)))
    assignments.push(String(principalId));
  const headers = await sandbox.caller.signedIn(customer.tenantId, 'https://graph.microsoft.com');
  const filter = encodeURIComponent(`appId eq '${customer.applicationIds.AEP}'`);
  const principals = await sandbox.caller.call(
    `https://graph.microsoft.com/v1.0/servicePrincipals?$filter=${filter}`,
    { headers },
  );
  const key = (await answerOf(keys().getKey('ajo-cmk'))) as { properties?: object };
  const vault = await answerOf(vaults.vaults.get('rg-adobe-cmk', vaultName(customer)));
  const { updatedOn: _updated, ...properties } = (key.properties ?? key) as { updatedOn?: Date };
  const values = (principals.json as { value: { createdDateTime?: string }[] }).value;
  return {
    key: { ...key, properties },
    vault,
    assignments,
    principals: values.map(({ createdDateTime: _created, ...principal }) => principal),
  };
}

test.each(Object.keys(changes).filter((name) => name !== 'formerVersionDisabled'))(
  '%s changes what is read, and undone it is as before',
  async (name) => {
    const customer = await sandbox.caller.provisionCustomer('happyPath');
    const before = await seen(customer);
    expect((await change(customer, { change: name })).status).toBe(200);
    expect(await seen(customer)).not.toEqual(before);
    await change(customer, { change: name, undo: true });
    // KV-09: Azure gives a recovered vault no roles back.
    if (name === 'vaultDeleted') await change(customer, { change: 'roleRemoved', undo: true });
    const after = await seen(customer);
    expect({ ...after, vault: { ...after.vault, systemData: null } }).toEqual({
      ...before,
      vault: { ...before.vault, systemData: null },
    });
  },
);

test('a former version is disabled alone', async () => {
  const customer = await sandbox.caller.provisionCustomer('happyPath');
  const former = customer.keys.AEP.split('/').at(-1)!;
  const keys = sandbox.caller.sdk(customer).keys();
  await change(customer, { change: 'keyRotated' });
  await change(customer, { change: 'formerVersionDisabled' });
  expect((await keys.getKey('ajo-cmk', { version: former })).properties.enabled).toBe(false);
  expect((await keys.getKey('ajo-cmk')).properties.enabled).toBe(true);
});

test('the other track and other customers stay as they are', async () => {
  const [customer, other] = [
    await sandbox.caller.provisionCustomer('happyPath'),
    await sandbox.caller.provisionCustomer('happyPath'),
  ];
  await change(customer, { change: 'keyDisabled', track: 'CJA' });
  const enabled = async (of: ProvisionedCustomer, track: 'AEP' | 'CJA') => {
    const name = track === 'AEP' ? 'ajo-cmk' : 'cja-cmk';
    return (await sandbox.caller.sdk(of).keys(track).getKey(name)).properties.enabled;
  };
  expect([
    await enabled(customer, 'AEP'),
    await enabled(customer, 'CJA'),
    await enabled(other, 'CJA'),
  ]).toEqual([true, false, true]);
});

test('a planned change happens at its time, once, and not after a reset', async () => {
  const customer = await sandbox.caller.provisionCustomer('happyPath');
  const enabled = async () =>
    (await sandbox.caller.sdk(customer).keys().getKey('ajo-cmk')).properties.enabled;
  await change(customer, { change: 'keyDisabled', afterSeconds: 60 });
  sandbox.clock.now += 59_000;
  expect(await enabled()).toBe(true);
  sandbox.clock.now += 1_000;
  expect(await enabled()).toBe(false);
  await change(customer, { change: 'keyDisabled', undo: true });
  sandbox.clock.now += 60_000;
  expect(await enabled()).toBe(true);
  await change(customer, { change: 'keyDisabled', afterSeconds: 1 });
  await sandbox.caller.control('POST', '/reset');
  sandbox.clock.now += 2_000;
  const { json } = await sandbox.caller.control('GET', '/changes');
  expect(json).toMatchObject({ planned: [] });
});

test('a planned change of a customer who moved on spoils no call', async () => {
  const customer = await sandbox.caller.provisionCustomer('happyPath');
  await change(customer, { change: 'keyDisabled', afterSeconds: 1 });
  const { imsOrgId } = customer;
  await sandbox.caller.provisionCustomer('happyPath', { imsOrgId, name: 'Another name' });
  sandbox.clock.now += 2_000;
  expect((await sandbox.caller.control('GET', '/customers')).status).toBe(200);
});

test.each([
  [{ change: 'sunnyDay' }, 400],
  [{ change: 'keyDisabled', track: 'AJO' }, 400],
  [{ change: 'keyDisabled', undo: 'yes' }, 400],
  [{ change: 'keyDisabled', afterSeconds: -1 }, 400],
  [{ change: 'keyDisabled', imsOrgId: 'ABCDEF0123456789ABCDEF99@AdobeOrg' }, 404],
])('a wrong change is refused with a reason: %j', async (request, status) => {
  const customer = await sandbox.caller.provisionCustomer('happyPath');
  const reply = await change(customer, request);
  expect([reply.status, reply.json.error]).toEqual([status, expect.stringMatching(/\S/)]);
});
