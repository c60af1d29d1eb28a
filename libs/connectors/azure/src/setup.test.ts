/** The contract of setting up, against the sandbox: what is made, once, and what is left alone. */
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { SandboxAgent } from '@keyway/connector-transport';
import type {
  AzureConnection,
  AzureSetupPort,
  CallOptions,
  NewKeySettings,
  NewVaultSettings,
  SetupTarget,
} from '@keyway/core';
import { aSandbox } from '@keyway/testing';
import type { SandboxCustomer, SandboxLedgerRow, TestSandbox } from '@keyway/testing';
import { createAzureConnector } from './createAzureConnector.ts';

let sandbox: TestSandbox;
let agent: SandboxAgent;
let connector: AzureSetupPort;
let customer: SandboxCustomer;
let connection: AzureConnection;
let target: SetupTarget;

beforeAll(async () => {
  sandbox = await aSandbox();
  agent = new SandboxAgent(sandbox);
  connector = createAzureConnector({ agent, retry: { firstDelayMs: 5 } });
});
afterAll(async () => {
  agent.destroy();
  await sandbox.close();
});

async function layOut(scenario: string, given: object = {}): Promise<void> {
  customer = await sandbox.control('POST', '/scenario', { scenario, ...given });
  const { tenantId, subscriptionId, keys } = customer;
  connection = {
    ...{ tenantId, subscriptionId, clientSecret: 'sandbox-secret' },
    clientId: '00000000-1111-2222-3333-444444444444',
  };
  const [host = '', , keyName = ''] = keys.AEP.replace('https://', '').split('/');
  target = {
    subscriptionId,
    resourceGroup: 'rg-adobe-cmk',
    vaultName: host.split('.')[0]!,
    keyName,
  };
}

const VAULT: NewVaultSettings = {
  ...{ location: 'eastus', sku: 'premium', retentionDays: 90 },
  network: { defaultAction: 'Allow' },
};
const RESTRICTED: NewVaultSettings = {
  ...VAULT,
  network: { defaultAction: 'Deny', bypass: 'AzureServices', ipRules: ['20.88.123.53'] },
};
const KEY: NewKeySettings = {
  ...{ kty: 'RSA-HSM', size: 3072, keyOps: ['wrapKey', 'unwrapKey'], rotateAfter: 'P18M' },
};
const LOCK = { name: 'keyway', notes: 'The key of Adobe Experience Platform is in this vault.' };
const workspaceId = () =>
  `/subscriptions/${target.subscriptionId}/resourceGroups/rg-adobe-cmk/providers/Microsoft.OperationalInsights/workspaces/log-security`;

const change = (vaultOrKey: string, undo = false) =>
  sandbox.control('POST', '/change', { imsOrgId: customer.imsOrgId, change: vaultOrKey, undo });
/** State-changing calls of Azure that arrived since the last reset of the ledger. */
async function ledger(): Promise<string[]> {
  const rows = await sandbox.control<SandboxLedgerRow[]>('GET', '/ledger');
  return rows
    .filter(({ path }) => path.includes(`/${target.vaultName}`))
    .map(
      ({ method, path, status }) => `${method} ${path.split('/').slice(-2).join('/')} ${status}`,
    );
}
const read = () => connector.readSetup(connection, target);

describe('an empty subscription', () => {
  beforeEach(() => layOut('emptySubscription'));

  it('is read as such: a group, a free name, and nothing else', async () => {
    expect(await read()).toMatchObject({
      resourceGroup: { outcome: 'seen', value: { name: 'rg-adobe-cmk', location: 'eastus' } },
      vault: { outcome: 'absent' },
      deletedVault: { outcome: 'absent' },
      vaultName: { outcome: 'seen', value: { available: true, reason: null, message: null } },
      key: { outcome: 'absent' },
      diagnosticSettings: { outcome: 'absent' },
      locks: { outcome: 'absent' },
    });
  });

  it('gets everything once, and a repeat adds nothing', async () => {
    const setting = { name: 'keyway', workspaceId: workspaceId() };
    const all = async () => [
      await connector.createVault(connection, target, VAULT),
      await connector.createKey(connection, target, KEY),
      await connector.putDiagnosticSetting(connection, target, setting),
      await connector.putLock(connection, target, LOCK),
    ];
    const first = await all();
    const facts = await read();
    expect(facts).toMatchObject({
      vault: {
        value: {
          ...{ enablePurgeProtection: true, enableRbacAuthorization: true, skuName: 'premium' },
          ...{ softDeleteRetentionInDays: 90, location: 'eastus', publicNetworkAccess: 'Enabled' },
        },
      },
      vaultName: { outcome: 'absent' },
      key: { value: { kty: 'RSA-HSM', bits: 3072, rotationActions: ['rotate'], enabled: true } },
      diagnosticSettings: { value: [{ name: 'keyway' }] },
      locks: { value: [{ name: 'keyway', level: 'CanNotDelete', notes: LOCK.notes }] },
    });
    const keyIdentifier = facts.key.outcome === 'seen' && facts.key.value.keyIdentifier;
    expect(first).toEqual([
      ...[{ created: true }, { created: true, keyIdentifier }, { created: true }],
      { created: true },
    ]);
    expect(await all()).toEqual(first.map((one) => ({ ...one, created: false })));
    expect(await read()).toEqual(facts);
    expect(await ledger()).toEqual([
      `PUT vaults/${target.vaultName} 201`,
      ...['PUT keys/ajo-cmk 200', 'PUT diagnosticSettings/keyway 200', 'PUT locks/keyway 201'],
    ]);
  });

  it('sends nothing that it may not send, and says that it did not arrive', async () => {
    const late: CallOptions = { maySend: () => false };
    await connector.createVault(connection, target, VAULT);
    const changes = [
      () => connector.createKey(connection, target, KEY, late),
      () => connector.putLock(connection, target, LOCK, late),
      () =>
        connector.putDiagnosticSetting(
          connection,
          target,
          { name: 'keyway', workspaceId: workspaceId() },
          late,
        ),
    ];
    for (const one of changes)
      await expect(one()).rejects.toMatchObject({
        ambiguous: false,
        failure: { kind: 'unavailable' },
      });
    expect(await ledger()).toHaveLength(1);
  });

  it('makes one version of a key where two workers ask at once', async () => {
    await connector.createVault(connection, target, VAULT);
    const both = await Promise.all([
      connector.createKey(connection, target, KEY),
      createAzureConnector({ agent }).createKey(connection, target, KEY),
    ]);
    expect(new Set(both.map(({ keyIdentifier }) => keyIdentifier)).size).toBe(1);
  });

  it('can be closed to all but Adobe’s address and trusted services (AEP-09)', async () => {
    await connector.createVault(connection, target, RESTRICTED);
    expect((await read()).vault).toMatchObject({
      value: {
        networkAcls: {
          ...{ defaultAction: 'Deny', bypass: 'AzureServices', virtualNetworkRules: [] },
          ipRules: ['20.88.123.53/32'],
        },
      },
    });
    const network = {
      bypass: 'AzureServices',
      addIpRules: ['20.88.123.53'],
      present: null,
    } as const;
    expect(await connector.updateVault(connection, target, { network })).toEqual({
      changed: false,
    });
  });
});

describe('a vault that is there', () => {
  it('is never replaced', async () => {
    await layOut('accessPolicyVault');
    const before = await read();
    expect(await connector.createVault(connection, target, RESTRICTED)).toEqual({ created: false });
    expect(await read()).toEqual(before);
    expect(await ledger()).toEqual([]);
  });

  it('gets purge protection alone, once (KV-03)', async () => {
    await layOut('noPurgeProtection');
    const before = (await read()).vault;
    const purge = { enablePurgeProtection: true } as const;
    expect(await connector.updateVault(connection, target, purge)).toEqual({ changed: true });
    expect(await connector.updateVault(connection, target, purge)).toEqual({ changed: false });
    const value = before.outcome === 'seen' ? before.value : null;
    expect((await read()).vault).toEqual({
      outcome: 'seen',
      value: { ...value, enablePurgeProtection: true },
    });
    expect(await ledger()).toEqual([`PATCH vaults/${target.vaultName} 200`]);
  });

  it('gets network rules beside those that are there, and none where they changed since', async () => {
    await layOut('firewallWithoutAdobe');
    const { vault } = await read();
    const present = vault.outcome === 'seen' ? vault.value.networkAcls! : null;
    const network = { bypass: 'AzureServices', addIpRules: ['20.88.123.53'] } as const;
    const stale = { ...network, present: { ...present!, ipRules: ['192.0.2.1/32'] } };
    await expect(
      connector.updateVault(connection, target, { network: stale }),
    ).rejects.toMatchObject({ failure: { kind: 'rejected', code: 'KEYWAY_OTHERWISE_THERE' } });
    await connector.updateVault(connection, target, { network: { ...network, present } });
    expect((await read()).vault).toMatchObject({
      value: {
        networkAcls: {
          bypass: 'AzureServices',
          ipRules: [...present!.ipRules, '20.88.123.53/32'].sort(),
        },
      },
    });
  });

  it('gets no rule that would say nothing, since it is open', async () => {
    await layOut('happyPath');
    const network = {
      bypass: 'AzureServices',
      addIpRules: ['20.88.123.53'],
      present: null,
    } as const;
    await expect(connector.updateVault(connection, target, { network })).rejects.toMatchObject({
      failure: { code: 'KEYWAY_OTHERWISE_THERE' },
    });
    expect(await ledger()).toEqual([]);
  });

  it('keeps a key of another kind, and answers it as it is', async () => {
    await layOut('rsa2048');
    const { keyIdentifier, created } = await connector.createKey(connection, target, KEY);
    expect([created, keyIdentifier]).toEqual([false, customer.keys.AEP]);
    expect(await ledger()).toEqual([]);
  });
});

describe('what Azure refuses', () => {
  it('is a name that is taken elsewhere or by a deleted vault (KV-08)', async () => {
    await layOut('happyPath');
    const { vaultName } = target;
    await layOut('emptySubscription');
    const taken = { ...target, vaultName };
    expect((await connector.readSetup(connection, taken)).vaultName).toMatchObject({
      value: { available: false, reason: 'AlreadyExists' },
    });
    await expect(connector.createVault(connection, taken, VAULT)).rejects.toMatchObject({
      failure: { kind: 'rejected', status: 409, code: 'VaultAlreadyExists' },
      ambiguous: false,
    });
    await layOut('happyPath');
    await change('vaultDeleted');
    expect((await read()).deletedVault).toMatchObject({ value: { name: target.vaultName } });
    await expect(connector.createVault(connection, target, VAULT)).rejects.toMatchObject({
      failure: { kind: 'rejected', status: 409, code: 'ConflictError' },
    });
  });

  it('is a lock where the credential may make none, with the permission by name', async () => {
    await layOut('lockDenied');
    await connector.createVault(connection, target, VAULT);
    await expect(connector.putLock(connection, target, LOCK)).rejects.toMatchObject({
      failure: { kind: 'denied', permission: 'Microsoft.Authorization/locks/write' },
    });
  });

  it('is a workspace to which the credential may not send, with the permission by name', async () => {
    const action = 'Microsoft.OperationalInsights/workspaces/sharedKeys/action';
    await layOut('happyPath', { deny: [action] });
    const setting = { name: 'keyway', workspaceId: workspaceId() };
    await expect(connector.putDiagnosticSetting(connection, target, setting)).rejects.toMatchObject(
      { failure: { kind: 'denied', permission: action } },
    );
  });

  it.each([
    ['Microsoft.KeyVault/vaults/write', () => connector.createVault(connection, target, VAULT)],
    ['Microsoft.KeyVault/vaults/read', () => connector.createVault(connection, target, VAULT)],
  ])('is everything without %s', async (permission, call) => {
    await layOut('emptySubscription', { deny: [permission] });
    await expect(call()).rejects.toMatchObject({
      failure: { kind: 'denied', permission },
      ambiguous: false,
    });
    expect(await ledger()).toEqual([]);
  });
});

it('reads each part apart: what may not be read hides nothing else', async () => {
  const deny = ['Microsoft.Authorization/locks/read', 'Microsoft.Insights/diagnosticSettings/read'];
  await layOut('happyPath', { deny });
  const facts = await read();
  expect([facts.vault.outcome, facts.key.outcome]).toEqual(['seen', 'seen']);
  for (const part of [facts.locks, facts.diagnosticSettings])
    expect(part).toMatchObject({ outcome: 'unreadable', failure: { kind: 'denied' } });
  await layOut('happyPath', { deny: ['Microsoft.KeyVault/vaults/read'] });
  const unread = await read();
  for (const part of [unread.vault, unread.key, unread.locks, unread.diagnosticSettings])
    expect(part).toMatchObject({ failure: { permission: 'Microsoft.KeyVault/vaults/read' } });
  expect(unread.vaultName.outcome).toBe('seen');
});

it.each<[string, Partial<SetupTarget>]>([
  ['a vault', { vaultName: 'a/../b' }],
  ['a resource group', { resourceGroup: '..' }],
  ['a subscription', { subscriptionId: 'x' }],
  ['a key', { keyName: 'a?b' }],
])('asks nobody about %s that is no name', async (_what, wrong) => {
  await layOut('emptySubscription');
  let requests = 0;
  const options = { onRequest: () => (requests += 1) };
  const wrongly = { ...target, ...wrong };
  for (const call of [
    () => connector.readSetup(connection, wrongly, options),
    () => connector.createVault(connection, wrongly, VAULT, options),
    () => connector.createKey(connection, wrongly, KEY, options),
    () => connector.putLock(connection, wrongly, LOCK, options),
  ])
    await expect(call()).rejects.toMatchObject({ failure: { code: 'KEYWAY_INVALID_REQUEST' } });
  expect(requests).toBe(0);
});
