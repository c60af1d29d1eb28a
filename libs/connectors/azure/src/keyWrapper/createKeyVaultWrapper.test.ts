/**
 * The wrapper against the sandbox over HTTPS: the real SDK, the real host names, an emulator that
 * is not ours.
 */
import { randomBytes } from 'node:crypto';
import { KeyClient } from '@azure/keyvault-keys';
import { DEFAULT_RETRY_LIMITS, SandboxAgent, ThrottleGate } from '@keyway/connector-transport';
import { inspectKeyIdentifier, type KeyWrapper } from '@keyway/core';
import { aSandbox, type SandboxCustomer, type TestSandbox } from '@keyway/testing';
import { afterAll, afterEach, beforeAll, expect, it } from 'vitest';
import { createTokenCredential } from '../tokenCredential.ts';
import { createTransport } from '../transport/createTransport.ts';
import { createKeyVaultWrapper } from './createKeyVaultWrapper.ts';

const dataKey = randomBytes(32);
const failing = (failure: object) => ({ failure: expect.objectContaining(failure) as unknown });

let sandbox: TestSandbox;
let agent: SandboxAgent;
beforeAll(async () => {
  sandbox = await aSandbox();
  agent = new SandboxAgent(sandbox);
});
afterAll(async () => {
  agent.destroy();
  await sandbox.close();
});
afterEach(() => sandbox.control('DELETE', '/faults'));

const createCustomer = (scenario: string, given: object = {}): Promise<SandboxCustomer> =>
  sandbox.control('POST', '/scenario', { scenario, ...given });
const fault = (given: object) =>
  sandbox.control('POST', '/faults', { host: '*.vault.azure.net', ...given });

function wrapperFor(identifier: string, deadlineMs = 10_000): KeyWrapper {
  const { keyIdentifier } = inspectKeyIdentifier(identifier);
  return createKeyVaultWrapper(keyIdentifier!, {
    sandbox: agent,
    deadlineMs,
    retry: { firstDelayMs: 5 },
  });
}

/** The vault's own owner. */
function keysOf({ tenantId, keys }: SandboxCustomer): KeyClient {
  const limits = {
    agent,
    timeoutMs: 10_000,
    retry: DEFAULT_RETRY_LIMITS,
    secrets: [],
    gate: new ThrottleGate(),
  };
  const owner = {
    tenantId,
    subscriptionId: null,
    clientId: '00000000-1111-2222-3333-444444444444',
    clientSecret: 'sandbox-owner',
  };
  const { origin, host } = new URL(keys.AEP);
  return new KeyClient(origin, createTokenCredential(owner, limits), {
    httpClient: createTransport({ ...limits, host }),
  });
}
const withoutVersion = (identifier: string): string => identifier.split('/').slice(0, -1).join('/');

it('wraps and unwraps, says by which version, and lets nothing of the key through', async () => {
  const { keys } = await createCustomer('happyPath');
  const wrapper = wrapperFor(keys.AEP);
  const kept = await wrapper.wrap(dataKey, 'data-key:o1');
  expect(kept.wrapper).toBe(keys.AEP);
  expect(Buffer.from(kept.wrapped).includes(dataKey)).toBe(false);
  expect(wrapper.owns(kept.wrapper)).toBe(true);
  expect(wrapper.owns('local')).toBe(false);
  expect(Buffer.from(await wrapperFor(keys.AEP).unwrap(kept, 'data-key:o1'))).toEqual(dataKey);
});

it('refuses what was wrapped for something else, by another key, or changed', async () => {
  const { keys } = await createCustomer('happyPath');
  const wrapper = wrapperFor(keys.AEP);
  const kept = await wrapper.wrap(dataKey, 'data-key:o1');
  await expect(wrapper.unwrap(kept, 'data-key:o2')).rejects.toMatchObject(
    failing({ kind: 'rejected' }),
  );
  const other = wrapperFor(keys.CJA);
  expect(other.owns(kept.wrapper)).toBe(false);
  await expect(other.unwrap({ ...kept, wrapper: keys.CJA }, 'data-key:o1')).rejects.toMatchObject(
    failing({ kind: 'rejected' }),
  );
  const changed = Buffer.from(kept.wrapped);
  changed[7]! ^= 1;
  await expect(wrapper.unwrap({ ...kept, wrapped: changed }, 'data-key:o1')).rejects.toMatchObject(
    failing({ kind: 'rejected' }),
  );
});

it('named without a version it wraps by the newest and still unwraps what an older one wrapped (ROT-01, ROT-02)', async () => {
  const customer = await createCustomer('happyPath');
  const identifier = withoutVersion(customer.keys.AEP);
  const wrapper = wrapperFor(identifier);
  const before = await wrapper.wrap(dataKey, 'p');
  expect(before.wrapper).toBe(customer.keys.AEP);
  const { id } = await keysOf(customer).rotateKey('ajo-cmk');
  expect(await wrapper.current()).toBe(id);
  const after = await wrapper.wrap(dataKey, 'p');
  expect(after.wrapper).toBe(id);
  for (const kept of [before, after])
    expect(Buffer.from(await wrapperFor(identifier).unwrap(kept, 'p'))).toEqual(dataKey);
});

it('still unwraps by a key that is past its date, and wraps no more by it (KEY-05)', async () => {
  const customer = await createCustomer('happyPath');
  const wrapper = wrapperFor(customer.keys.AEP);
  const kept = await wrapper.wrap(dataKey, 'p');
  await keysOf(customer).updateKeyProperties('ajo-cmk', {
    expiresOn: new Date(Date.now() - 60_000),
  });
  expect(Buffer.from(await wrapper.unwrap(kept, 'p'))).toEqual(dataKey);
  await expect(wrapper.wrap(dataKey, 'p')).rejects.toMatchObject(failing({ kind: 'denied' }));
});

it.each([
  ['wrap', 'Microsoft.KeyVault/vaults/keys/wrap/action'],
  ['unwrap', 'Microsoft.KeyVault/vaults/keys/unwrap/action'],
] as const)('names the permission that is missing to %s', async (action, permission) => {
  const customer = await createCustomer('happyPath');
  const wrapper = wrapperFor(customer.keys.AEP);
  const kept = await wrapper.wrap(dataKey, 'p');
  await createCustomer('happyPath', { tenantId: customer.tenantId, deny: [`data:${permission}`] });
  const use = action === 'wrap' ? wrapper.wrap(dataKey, 'p') : wrapper.unwrap(kept, 'p');
  await expect(use).rejects.toMatchObject(failing({ kind: 'denied', permission }));
});

it('needs the right to read the key only where no version is named', async () => {
  const permission = 'Microsoft.KeyVault/vaults/keys/read';
  const { keys } = await createCustomer('happyPath', { deny: [`data:${permission}`] });
  expect((await wrapperFor(keys.AEP).wrap(dataKey, 'p')).wrapper).toBe(keys.AEP);
  await expect(wrapperFor(withoutVersion(keys.AEP)).wrap(dataKey, 'p')).rejects.toMatchObject(
    failing({ kind: 'denied', permission }),
  );
});

it('distinguishes a firewall, a missing key and a missing vault', async () => {
  const closed = await createCustomer('firewallWithoutAdobe');
  await expect(wrapperFor(closed.keys.AEP).wrap(dataKey, 'p')).rejects.toMatchObject(
    failing({ kind: 'denied', code: 'ForbiddenByFirewall', permission: null }),
  );
  const { keys } = await createCustomer('happyPath');
  const absent = keys.AEP.replace('ajo-cmk', 'no-such-key');
  await expect(wrapperFor(absent).wrap(dataKey, 'p')).rejects.toMatchObject(
    failing({ kind: 'notFound' }),
  );
  const nowhere = `https://nobody-made-this.vault.azure.net/keys/k/${'0'.repeat(32)}`;
  await expect(wrapperFor(nowhere).wrap(dataKey, 'p')).rejects.toMatchObject(
    failing({ kind: 'rejected', status: 421 }),
  );
});

it('goes over a moment of throttling, an answer that was lost and a server that fails', async () => {
  const { keys } = await createCustomer('happyPath');
  const wrapper = wrapperFor(keys.AEP);
  for (const given of [
    { status: 429, headers: { 'retry-after': '0' } },
    { doneButLost: true },
    { reset: true },
    { status: 503 },
  ]) {
    await fault({ path: '*/wrapkey', ...given });
    const kept = await wrapper.wrap(dataKey, 'p');
    await fault({ path: '*/unwrapkey', ...given });
    expect(Buffer.from(await wrapper.unwrap(kept, 'p'))).toEqual(dataKey);
    expect(await sandbox.control('GET', '/faults')).toEqual([]);
  }
});

it('says what lasts: throttled with its wait, a page in place of an answer, and none in time', async () => {
  const { keys } = await createCustomer('happyPath');
  const asked = (deadlineMs?: number) => wrapperFor(keys.AEP, deadlineMs).wrap(dataKey, 'p');
  await fault({ path: '*/wrapkey', status: 429, headers: { 'retry-after': '90' } });
  await expect(asked()).rejects.toMatchObject(
    failing({ kind: 'throttled', retryAfterSeconds: 90 }),
  );
  await fault({ path: '*/wrapkey', status: 200, body: '<html>', count: 9 });
  await expect(asked()).rejects.toMatchObject(failing({ kind: 'badResponse' }));
  await sandbox.control('DELETE', '/faults');
  await fault({ path: '*/wrapkey', delayMs: 60_000, count: 9 });
  await expect(asked(200)).rejects.toMatchObject(
    failing({ kind: 'unavailable', code: 'ETIMEDOUT' }),
  );
});
