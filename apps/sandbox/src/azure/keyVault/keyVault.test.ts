import { afterAll, beforeAll, expect, test } from 'vitest';
import { refusal, sandboxUnderTest, vaultName } from '../../testing/sandboxUnderTest.ts';
import type { ProvisionedCustomer, SandboxUnderTest } from '../../testing/sandboxUnderTest.ts';

let sandbox: SandboxUnderTest;
let healthy: ProvisionedCustomer;

beforeAll(async () => {
  sandbox = await sandboxUnderTest();
  healthy = await sandbox.caller.provisionCustomer('happyPath');
});
afterAll(() => sandbox.close());

const version = () => healthy.keys.AEP.split('/').at(-1)!;

test('the challenge comes first, whatever the body, and names the vault’s tenant', async () => {
  const url = `${new URL(healthy.keys.AEP).origin}/keys/x/create?api-version=7.6`;
  const reply = await sandbox.caller.call(url, { method: 'POST', body: 'not json' });
  expect(reply.status).toBe(401);
  expect(reply.headers['www-authenticate']).toBe(
    `Bearer authorization="https://login.microsoftonline.com/${healthy.tenantId}", resource="https://vault.azure.net"`,
  );
});

test('a key is read with and without its version, with its size in the modulus (AEP-16)', async () => {
  const client = sandbox.caller.sdk(healthy).keys();
  const current = await client.getKey('ajo-cmk');
  expect(current.id).toBe(healthy.keys.AEP);
  expect(current.key!.n!.length * 8).toBe(3072);
  expect(current.keyOperations).toEqual(expect.arrayContaining(['wrapKey', 'unwrapKey']));
  expect(current.properties).toMatchObject({
    enabled: true,
    recoveryLevel: 'Recoverable',
    recoverableDays: 90,
  });
  expect((await client.getKey('ajo-cmk', { version: version() })).id).toBe(healthy.keys.AEP);
});

test('keys and versions that are not there', async () => {
  const client = sandbox.caller.sdk(healthy).keys();
  expect(await refusal(client.getKey('no-such-key'))).toEqual({ status: 404, code: 'KeyNotFound' });
  expect(await refusal(client.getKey('ajo-cmk', { version: '0'.repeat(32) }))).toEqual({
    status: 404,
    code: 'KeyNotFound',
  });
});

test('a key never given a rotation policy answers the default one, a given one comes back', async () => {
  const client = sandbox.caller.sdk(healthy).keys();
  expect((await client.getKeyRotationPolicy('ajo-cmk')).lifetimeActions).toMatchObject([
    { action: 'Notify', timeBeforeExpiry: 'P30D' },
  ]);
  await client.updateKeyRotationPolicy('ajo-cmk', {
    lifetimeActions: [{ action: 'Rotate', timeAfterCreate: 'P18M' }],
    expiresIn: 'P2Y',
  });
  expect(await client.getKeyRotationPolicy('ajo-cmk')).toMatchObject({
    expiresIn: 'P2Y',
    lifetimeActions: [{ action: 'Rotate', timeAfterCreate: 'P18M' }],
  });
});

test('behind a firewall the reader is turned away before anything else (NET-10)', async () => {
  const customer = await sandbox.caller.provisionCustomer('firewallWithoutAdobe');
  await expect(sandbox.caller.sdk(customer).keys().getKey('ajo-cmk')).rejects.toMatchObject({
    statusCode: 403,
    code: 'Forbidden',
    details: { error: { innerError: { code: 'ForbiddenByFirewall' } } },
  });
});

test('without the data action the reader is turned away by RBAC', async () => {
  const customer = await sandbox.caller.provisionCustomer('happyPath', {
    deny: ['data:Microsoft.KeyVault/vaults/keys/read'],
  });
  const { keys, vaults } = sandbox.caller.sdk(customer);
  await expect(keys().getKey('ajo-cmk')).rejects.toMatchObject({
    statusCode: 403,
    details: { error: { innerError: { code: 'ForbiddenByRbac' } } },
  });
  await expect(
    vaults.keys.get('rg-adobe-cmk', new URL(customer.keys.AEP).hostname.split('.')[0]!, 'ajo-cmk'),
  ).resolves.toMatchObject({
    kty: 'RSA-HSM',
  });
});

test('a right can be missing in ARM alone', async () => {
  const customer = await sandbox.caller.provisionCustomer('happyPath', {
    deny: ['arm:Microsoft.KeyVault/vaults/keys/read'],
  });
  const { keys, vaults } = sandbox.caller.sdk(customer);
  expect(await refusal(vaults.keys.get('rg-adobe-cmk', vaultName(customer), 'ajo-cmk'))).toEqual({
    status: 403,
    code: 'AuthorizationFailed',
  });
  expect((await keys().getKey('ajo-cmk')).id).toBe(customer.keys.AEP);
});

test('tokens of another audience and of another tenant are refused', async () => {
  const other = await sandbox.caller.provisionCustomer('happyPath');
  const url = `${healthy.keys.AEP}?api-version=7.6`;
  const arm = await sandbox.caller.call(url, {
    headers: await sandbox.caller.signedIn(healthy.tenantId, 'https://management.azure.com'),
  });
  expect([arm.status, arm.json.error.message]).toEqual([401, expect.stringContaining('AKV10022')]);
  const foreign = await sandbox.caller.call(url, {
    headers: await sandbox.caller.signedIn(other.tenantId, 'https://vault.azure.net'),
  });
  expect([foreign.status, foreign.json.error.message]).toEqual([
    401,
    expect.stringContaining('AKV10032'),
  ]);
});

test('creating twice makes two versions, and each shows in the ledger', async () => {
  const client = sandbox.caller.sdk(healthy).keys();
  const first = await client.createKey('made', 'RSA', {
    keySize: 3072,
    keyOps: ['wrapKey', 'unwrapKey'],
  });
  const second = await client.createKey('made', 'RSA', {
    keySize: 3072,
    keyOps: ['wrapKey', 'unwrapKey'],
  });
  expect(second.properties.version).not.toBe(first.properties.version);
  const versions = [];
  for await (const one of client.listPropertiesOfKeyVersions('made')) versions.push(one.version);
  expect(versions).toEqual([first.properties.version, second.properties.version]);
  expect(
    (await sandbox.caller.ledger()).filter(({ path }) => path === '/keys/made/create'),
  ).toHaveLength(2);
});

test('rotation keeps name and kind and makes the new version current (ROT-01)', async () => {
  const client = sandbox.caller.sdk(healthy).keys();
  const before = await client.createKey('turning', 'RSA', { keySize: 4096 });
  const after = await client.rotateKey('turning');
  expect(after.properties.version).not.toBe(before.properties.version);
  expect((await client.getKey('turning')).properties.version).toBe(after.properties.version);
  expect(after.key!.n!.length * 8).toBe(4096);
});

test('a deleted key can be recovered (REC-01)', async () => {
  const client = sandbox.caller.sdk(healthy).keys();
  await client.createKey('lost', 'RSA', { keySize: 2048 });
  const deleted = await (await client.beginDeleteKey('lost', { intervalInMs: 1 })).pollUntilDone();
  expect(
    deleted.properties.scheduledPurgeDate!.getTime() - deleted.properties.deletedOn!.getTime(),
  ).toBe(90 * 24 * 3600 * 1000);
  expect(await refusal(client.getKey('lost'))).toEqual({ status: 404, code: 'KeyNotFound' });
  await (await client.beginRecoverDeletedKey('lost', { intervalInMs: 1 })).pollUntilDone();
  expect((await client.getKey('lost')).name).toBe('lost');
});

test('what was wrapped can be unwrapped, which the ledger does not hear of', async () => {
  const client = sandbox.caller.sdk(healthy).keys();
  const created = await client.createKey('wrapping', 'RSA', {
    keySize: 3072,
    keyOps: ['wrapKey', 'unwrapKey'],
  });
  const headers = await sandbox.caller.signedIn(healthy.tenantId, 'https://vault.azure.net');
  const use = (operation: string, value: string) =>
    sandbox.caller.call(`${created.id}/${operation}?api-version=7.6`, {
      method: 'POST',
      headers,
      body: { alg: 'RSA-OAEP-256', value },
    });
  const secret = Buffer.from('a data key of thirty-two bytes!!').toString('base64url');
  const wrapped = (await use('wrapkey', secret)).json.value;
  expect(wrapped).not.toBe(secret);
  expect((await use('unwrapkey', wrapped)).json.value).toBe(secret);
  expect((await use('decrypt', wrapped)).status).toBe(403);
  const next = await client.rotateKey('wrapping');
  const other = await sandbox.caller.call(`${next.id}/unwrapkey?api-version=7.6`, {
    method: 'POST',
    headers,
    body: { alg: 'RSA-OAEP-256', value: wrapped },
  });
  expect([other.status, other.json.error.code]).toEqual([400, 'BadParameter']);
  expect((await sandbox.caller.ledger()).filter(({ path }) => /wrapkey$/.test(path))).toEqual([]);
});

test('a vault that nobody made answers 421', async () => {
  expect(
    (await sandbox.caller.call('https://nobody-made-this.vault.azure.net/keys/x?api-version=7.6'))
      .status,
  ).toBe(421);
});
