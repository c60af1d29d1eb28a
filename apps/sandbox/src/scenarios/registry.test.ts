import { afterAll, beforeAll, expect, test } from 'vitest';
import {
  CRYPTO_USER,
  GROUP,
  refusal,
  sandboxUnderTest,
  vaultName,
  vaultScope,
} from '../testing/sandboxUnderTest.ts';
import type { ProvisionedCustomer, SandboxUnderTest } from '../testing/sandboxUnderTest.ts';
import type { TrackName } from '../state/records.ts';
import { scenarios } from './registry.ts';

let sandbox: SandboxUnderTest;

beforeAll(async () => {
  sandbox = await sandboxUnderTest();
});
afterAll(() => sandbox.close());

const lay = (scenario: string, more?: object) => sandbox.caller.provisionCustomer(scenario, more);

const vault = async (customer: ProvisionedCustomer, track: TrackName = 'AEP') =>
  (await sandbox.caller.sdk(customer).vaults.vaults.get(GROUP, vaultName(customer, track)))
    .properties;

const key = (customer: ProvisionedCustomer, track: TrackName = 'AEP') =>
  sandbox.caller
    .sdk(customer)
    .vaults.keys.get(
      GROUP,
      vaultName(customer, track),
      new URL(customer.keys[track]).pathname.split('/')[2]!,
    );

async function assigned(customer: ProvisionedCustomer, track: TrackName = 'AEP'): Promise<Date[]> {
  const dates = [];
  for await (const one of sandbox.caller
    .sdk(customer)
    .roles.roleAssignments.listForScope(vaultScope(customer, track).slice(1), {
      filter: 'atScope()',
    })) {
    if (one.roleDefinitionId!.endsWith(CRYPTO_USER)) dates.push(one.createdOn!);
  }
  return dates;
}

async function consented(
  customer: ProvisionedCustomer,
  track: TrackName,
  tenantId = customer.tenantId,
): Promise<boolean> {
  const headers = await sandbox.caller.signedIn(tenantId, 'https://graph.microsoft.com');
  return (
    (
      await sandbox.caller.call(
        `https://graph.microsoft.com/v1.0/servicePrincipals(appId='${customer.applicationIds[track]}')`,
        {
          headers,
        },
      )
    ).status === 200
  );
}

test('the contract’s names are there', () => {
  const names = [
    'happyPath',
    'noPurgeProtection',
    'accessPolicyVault',
    'firewallWithoutAdobe',
    'rsa2048',
    'noWrapKey',
    'expiredKey',
    'wrongTenantConsent',
    'roleMissing',
    'rolePropagating',
    'sharedVault',
    'adobeFails',
    'adobeUnknownStatus',
    'throttledEverywhere',
  ];
  expect(Object.keys(scenarios)).toEqual(expect.arrayContaining(names));
});

test('happyPath: two vaults, two keys, two principals, two assignments', async () => {
  const customer = await lay('happyPath');
  expect(vaultName(customer, 'AEP')).not.toBe(vaultName(customer, 'CJA'));
  for (const track of ['AEP', 'CJA'] as const) {
    expect(await key(customer, track)).toMatchObject({
      keySize: 3072,
      keyOps: expect.arrayContaining(['wrapKey', 'unwrapKey']),
    });
    expect(await assigned(customer, track)).toHaveLength(1);
    expect(await consented(customer, track)).toBe(true);
  }
});

/** They concern both tracks. */
const BOTH = [
  ...['sharedVault', 'throttledEverywhere', 'readerDenied'],
  ...['emptySubscription', 'lockDenied'],
];

test.each(Object.keys(scenarios).filter((name) => !BOTH.includes(name)))(
  '%s leaves CJA’s side healthy',
  async (scenario) => {
    const customer = await lay(scenario);
    expect(await vault(customer, 'CJA')).toMatchObject({
      enablePurgeProtection: true,
      enableRbacAuthorization: true,
      networkAcls: { defaultAction: 'Allow' },
    });
    expect(await key(customer, 'CJA')).toMatchObject({
      keySize: 3072,
      attributes: { enabled: true, expires: undefined },
    });
    expect(await assigned(customer, 'CJA')).toHaveLength(1);
    expect(await consented(customer, 'CJA')).toBe(true);
  },
);

test('noPurgeProtection: the property is absent, and the key shows the same (KV-04, KEY-06)', async () => {
  const customer = await lay('noPurgeProtection');
  const headers = await sandbox.caller.signedIn(customer.tenantId, 'https://management.azure.com');
  const { json } = await sandbox.caller.call(
    `https://management.azure.com${vaultScope(customer)}?api-version=2024-11-01`,
    { headers },
  );
  expect(json.properties).not.toHaveProperty('enablePurgeProtection');
  expect((await key(customer)).attributes!.recoveryLevel).toBe('Recoverable+Purgeable');
});

test('accessPolicyVault: no RBAC, a policy for Adobe’s principal instead (KV-05, RB-04)', async () => {
  const properties = await vault(await lay('accessPolicyVault'));
  expect(properties.enableRbacAuthorization).toBe(false);
  expect(properties.accessPolicies).toMatchObject([
    { permissions: { keys: ['get', 'wrapKey', 'unwrapKey'] } },
  ]);
});

test('firewallWithoutAdobe and restrictedNetwork differ in Adobe’s address (AEP-09)', async () => {
  const rules = async (scenario: string) => (await vault(await lay(scenario))).networkAcls;
  expect(await rules('firewallWithoutAdobe')).toMatchObject({
    defaultAction: 'Deny',
    bypass: 'AzureServices',
    ipRules: [{ value: '198.51.100.24/32' }],
  });
  expect(await rules('restrictedNetwork')).toMatchObject({
    defaultAction: 'Deny',
    bypass: 'AzureServices',
    ipRules: [{ value: '20.88.123.53/32' }],
  });
});

test('rsa2048, noWrapKey, expiredKey: the key is wrong in one way each (AEP-13..15)', async () => {
  expect((await key(await lay('rsa2048'))).keySize).toBe(2048);
  expect(
    (
      await sandbox.caller
        .sdk(await lay('rsa2048'))
        .keys()
        .getKey('ajo-cmk')
    ).key!.n!.length * 8,
  ).toBe(2048);
  expect((await key(await lay('noWrapKey'))).keyOps).toEqual([
    'encrypt',
    'decrypt',
    'sign',
    'verify',
    'unwrapKey',
  ]);
  expect((await key(await lay('expiredKey'))).attributes!.expires!.valueOf() * 1000).toBeLessThan(
    sandbox.clock.now,
  );
});

test('olderVersion: the identifier names the first of two versions (AEP-35)', async () => {
  const customer = await lay('olderVersion');
  const current = (await key(customer)).keyUriWithVersion!.replace(':443', '');
  expect(current).not.toBe(customer.keys.AEP);
  expect(current.split('/').slice(0, -1)).toEqual(customer.keys.AEP.split('/').slice(0, -1));
  const { vaults } = sandbox.caller.sdk(customer);
  const older = await vaults.keys.getVersion(
    GROUP,
    vaultName(customer),
    'ajo-cmk',
    customer.keys.AEP.split('/').at(-1)!,
  );
  expect(older).toMatchObject({ keySize: 3072, attributes: { enabled: true } });
});

test('wrongTenantConsent: not in the customer’s tenant, and no role', async () => {
  const customer = await lay('wrongTenantConsent');
  expect(await consented(customer, 'AEP')).toBe(false);
  expect(await assigned(customer)).toEqual([]);
});

test('roleMissing has the principal and no role; rolePropagating has a role of this moment', async () => {
  const missing = await lay('roleMissing');
  expect([await consented(missing, 'AEP'), await assigned(missing)]).toEqual([true, []]);
  const fresh = await lay('rolePropagating');
  expect((await assigned(fresh)).map((date) => date.getTime())).toEqual([sandbox.clock.now]);
});

test('sharedVault: both keys in one vault, both readable (CJA-04)', async () => {
  const customer = await lay('sharedVault');
  expect(vaultName(customer, 'CJA')).toBe(vaultName(customer, 'AEP'));
  expect(await key(customer, 'CJA')).toMatchObject({ name: 'cja-cmk' });
  expect(await assigned(customer)).toHaveLength(2);
});

test('versionlessKey, retention30, readerDenied', async () => {
  expect((await lay('versionlessKey')).keys.AEP).toMatch(/\/keys\/ajo-cmk$/);
  const thirty = await lay('retention30');
  expect((await vault(thirty)).softDeleteRetentionInDays).toBe(30);
  expect((await key(thirty)).attributes!.recoveryLevel).toBe('CustomizedRecoverable');
  expect(await refusal(vault(await lay('readerDenied')))).toEqual({
    status: 403,
    code: 'AuthorizationFailed',
  });
});

test('throttledEverywhere: twice 429 at each address, once with Retry-After and once without; later one in five', async () => {
  const customer = await lay('throttledEverywhere');
  const calm = await lay('happyPath');
  const token = (tenantId: string) =>
    sandbox.caller.call(`https://login.microsoftonline.com/${tenantId}/oauth2/v2.0/token`, {
      method: 'POST',
      body: 'grant_type=client_credentials&client_id=c&client_secret=sandbox-x&scope=https://management.azure.com/.default',
    });
  const tries = [
    await token(customer.tenantId),
    await token(customer.tenantId),
    await token(customer.tenantId),
  ];
  expect(tries.map(({ status, headers }) => [status, headers['retry-after']])).toEqual([
    [429, '1'],
    [429, undefined],
    [200, undefined],
  ]);
  const headers = { authorization: `Bearer ${tries[2]!.json.access_token}` };
  const seen = [];
  for (let count = 0; count < 17; count += 1)
    seen.push(
      (
        await sandbox.caller.call(
          `https://management.azure.com${vaultScope(customer)}?api-version=2024-11-01`,
          { headers },
        )
      ).status,
    );
  expect(seen).toEqual([
    429, 429, 200, 200, 200, 200, 429, 200, 200, 200, 200, 429, 200, 200, 200, 200, 429,
  ]);
  expect((await sandbox.caller.call(`${customer.keys.AEP}?api-version=7.6`)).json.error.code).toBe(
    'Throttled',
  );
  expect(
    (
      await sandbox.caller.call(
        'https://platform.adobe.io/data/infrastructure/manager/byok/app-registration',
        {
          headers: await sandbox.caller.adobeHeaders(customer.imsOrgId),
        },
      )
    ).status,
  ).toBe(429);
  expect((await token(calm.tenantId)).status).toBe(200);
});

test('moving a customer keeps identifiers, and moving back leaves nothing behind', async () => {
  const before = await lay('wrongTenantConsent');
  const { scenario: _first, ...identity } = before;
  const after = await lay('happyPath', { tenantId: before.tenantId });
  expect(after).toEqual({ ...identity, scenario: 'happyPath' });
  expect(await consented(after, 'AEP')).toBe(true);
  const shared = await lay('sharedVault', { tenantId: before.tenantId });
  expect(shared.keys.AEP).toBe(before.keys.AEP);
  const again = await lay('roleMissing', { tenantId: before.tenantId });
  expect(again.keys).toEqual(before.keys);
  expect(await assigned(again)).toEqual([]);
});
