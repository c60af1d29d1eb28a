/**
 * The contract of the Azure port against the sandbox: the real host names, an emulator that is not
 * ours.
 */
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { SandboxAgent } from '@keyway/connector-transport';
import type { AzureConnection, AzurePort, VaultReference } from '@keyway/core';
import { aSandbox } from '@keyway/testing';
import type { SandboxCustomer, TestSandbox } from '@keyway/testing';
import { createAzureConnector } from './createAzureConnector.ts';

const EXACT_ROLE = 'e147488a-f6f5-4113-8e2d-b22465e65bf6';

let sandbox: TestSandbox;
let agent: SandboxAgent;
let connector: AzurePort;

beforeAll(async () => {
  sandbox = await aSandbox();
  agent = new SandboxAgent(sandbox);
});
afterAll(async () => {
  agent.destroy();
  await sandbox.close();
});
beforeEach(() => {
  connector = createAzureConnector({ agent, retry: { firstDelayMs: 5 } });
});

const layOut = async (scenario: string, given: object = {}): Promise<SandboxCustomer> =>
  sandbox.control('POST', '/scenario', { scenario, ...given });
const connect = ({
  tenantId,
  subscriptionId,
}: SandboxCustomer): AzureConnection & { clientSecret: string } => ({
  tenantId,
  subscriptionId,
  clientId: '00000000-1111-2222-3333-444444444444',
  clientSecret: 'sandbox-secret',
});
function partsOf(identifier: string): {
  vault: VaultReference;
  key: { name: string; version: string | null };
} {
  const [host = '', , name = '', version = null] = identifier.replace('https://', '').split('/');
  const kind = host.includes('managedhsm') ? 'managedHsm' : 'vault';
  return {
    vault: { kind, name: host.split('.')[0] ?? '', resourceId: null },
    key: { name, version },
  };
}

async function read(customer: SandboxCustomer) {
  const connection = connect(customer);
  const { vault, key } = partsOf(customer.keys.AEP);
  const facts = await connector.readVault(connection, vault);
  const reference = { ...vault, resourceId: facts.resourceId };
  return { connection, facts, reference, key };
}

describe('a customer whose set-up is right', () => {
  it('is read whole: vault, key, service principal, role', async () => {
    const customer = await layOut('happyPath');
    const { connection, facts, reference, key } = await read(customer);
    expect(facts).toMatchObject({
      tenantId: customer.tenantId,
      enablePurgeProtection: true,
      enableRbacAuthorization: true,
    });
    expect(facts.vaultUri).toBe(new URL(customer.keys.AEP).origin);
    expect(await connector.readVault(connection, reference)).toEqual(facts);
    expect(
      await connector.readVault(
        { ...connection, subscriptionId: null },
        { ...reference, resourceId: null },
      ),
    ).toEqual(facts);
    await expect(connector.readDeletedVault(connection, reference)).resolves.toBeNull();

    const keyFacts = await connector.readKey(connection, reference, key);
    expect(keyFacts).toMatchObject({
      source: 'arm',
      keyIdentifier: customer.keys.AEP,
      enabled: true,
    });
    expect(keyFacts.bits).toBeGreaterThanOrEqual(3072);
    expect(await connector.readKey(connection, reference, { ...key, version: null })).toEqual(
      keyFacts,
    );

    const principal = await connector.readServicePrincipal(connection, customer.applicationIds.AEP);
    expect(principal).toMatchObject({
      appId: customer.applicationIds.AEP,
      tenantId: customer.tenantId,
    });
    const assignments = await connector.readRoleAssignments(connection, reference, {
      keyName: key.name,
      principalObjectId: principal.objectId,
    });
    expect(assignments).toContainEqual(
      expect.objectContaining({
        roleDefinitionGuid: EXACT_ROLE,
        principalId: principal.objectId,
        store: 'azureRbac',
      }),
    );
  });

  it('has no vault, key or service principal of another name', async () => {
    const customer = await layOut('happyPath');
    const { connection, reference, key } = await read(customer);
    const absent = { failure: { kind: 'notFound' } };
    await expect(
      connector.readVault(connection, { ...reference, name: 'no-such-vault', resourceId: null }),
    ).rejects.toMatchObject(absent);
    await expect(
      connector.readKey(connection, reference, { ...key, name: 'no-such-key' }),
    ).rejects.toMatchObject(absent);
    await expect(
      connector.readServicePrincipal(connection, '12345678-1234-1234-1234-123456789012'),
    ).rejects.toMatchObject(absent);
  });

  it('is readable through the vault itself where ARM’s key right is missing', async () => {
    const customer = await layOut('happyPath');
    const { connection, reference, key } = await read(customer);
    const viaArm = await connector.readKey(connection, reference, key);
    await sandbox.control('POST', '/faults', {
      host: 'management.azure.com',
      path: '*/keys/*',
      status: 503,
      count: 8,
    });
    const viaVault = await connector.readKey(connection, reference, key);
    await sandbox.control('DELETE', '/faults');
    expect(viaVault).toEqual({
      ...viaArm,
      source: 'dataPlane',
      rotationActions: viaVault.rotationActions,
    });
  });
});

describe('a customer whose set-up is not right', () => {
  it('shows as it is', async () => {
    const facts = async (scenario: string) => read(await layOut(scenario));
    expect((await facts('noPurgeProtection')).facts.enablePurgeProtection).not.toBe(true);
    expect((await facts('accessPolicyVault')).facts.enableRbacAuthorization).not.toBe(true);
    expect((await facts('firewallWithoutAdobe')).facts.networkAcls).toMatchObject({
      defaultAction: 'Deny',
    });
    const small = await facts('rsa2048');
    await expect(
      connector.readKey(small.connection, small.reference, small.key),
    ).resolves.toMatchObject({ bits: 2048 });
    const unwrappable = await facts('noWrapKey');
    const { keyOps } = await connector.readKey(
      unwrappable.connection,
      unwrappable.reference,
      unwrappable.key,
    );
    expect(keyOps.includes('wrapKey') && keyOps.includes('unwrapKey')).toBe(false);
  });

  it('is denied by Azure itself (RB-06), where that may be read', async () => {
    const { connection, reference, key } = await read(await layOut('denyAssignment'));
    await expect(
      connector.readDenyAssignments(connection, reference, { keyName: key.name }),
    ).resolves.toMatchObject([
      {
        scope: reference.resourceId,
        principals: [{ id: '00000000-0000-0000-0000-000000000000', type: 'SystemDefined' }],
        dataActions: [
          'Microsoft.KeyVault/vaults/keys/unwrap/action',
          'Microsoft.KeyVault/vaults/keys/wrap/action',
        ],
      },
    ]);
    const blind = await read(
      await layOut('denyAssignment', { deny: ['Microsoft.Authorization/denyAssignments/read'] }),
    );
    await expect(
      connector.readDenyAssignments(blind.connection, blind.reference, { keyName: blind.key.name }),
    ).rejects.toMatchObject({
      failure: { kind: 'denied', permission: 'Microsoft.Authorization/denyAssignments/read' },
    });
    const healthy = await read(await layOut('happyPath'));
    await expect(
      connector.readDenyAssignments(healthy.connection, healthy.reference, {
        keyName: healthy.key.name,
      }),
    ).resolves.toEqual([]);
  });

  it('names the permission that is missing', async () => {
    const customer = await layOut('happyPath', { deny: ['Microsoft.KeyVault/vaults/read'] });
    await expect(read(customer)).rejects.toMatchObject({
      failure: { kind: 'denied', permission: 'Microsoft.KeyVault/vaults/read' },
    });
  });

  it('is not found through a tenant that is not theirs', async () => {
    const customer = await layOut('happyPath');
    const foreign = { ...connect(customer), tenantId: '00000000-0000-0000-0000-000000000009' };
    await expect(
      connector.readVault(foreign, partsOf(customer.keys.AEP).vault),
    ).rejects.toMatchObject({
      failure: { kind: 'credential', code: 'AADSTS90002' },
    });
  });
});

const answered = async (): Promise<number> =>
  (await sandbox.control<{ answered: number }>('GET', '/calls')).answered;

describe('a credential that is tried', () => {
  it('gets a token and reads the subscription that the connection names', async () => {
    const connection = connect(await layOut('happyPath'));
    await expect(connector.tryCredential(connection)).resolves.toBeUndefined();
    await expect(
      connector.tryCredential({ ...connection, subscriptionId: null }),
    ).resolves.toBeUndefined();
  });

  it.each([
    ['AADSTS90002', { tenantId: '00000000-0000-0000-0000-000000000009' }],
    ['AADSTS7000215', { clientSecret: 'sandbox-wrong' }],
    ['SubscriptionNotFound', { subscriptionId: '00000000-0000-0000-0000-000000000008' }],
  ])('is refused with %s', async (code, wrong) => {
    const connection = connect(await layOut('happyPath'));
    await connector.tryCredential(connection);
    const error: unknown = await connector
      .tryCredential({ ...connection, ...wrong })
      .catch((caught: unknown) => caught);
    expect(error).toMatchObject({
      failure: { code, message: expect.not.stringContaining('sandbox-') as string },
    });
  });

  it('asks Entra once, and what follows uses that token', async () => {
    const customer = await layOut('happyPath');
    const connection = connect(customer);
    const before = await answered();
    await connector.tryCredential(connection);
    // The token and the subscription.
    expect(await answered()).toBe(before + 2);
    const { vault } = partsOf(customer.keys.AEP);
    const { resourceId } = await connector.readVault(connection, vault);
    const found = await answered();
    await connector.readVault(connection, { ...vault, resourceId });
    expect(await answered()).toBe(found + 1);
    // The page of vaults that names it, and the vault.
    expect(found).toBe(before + 4);
  });

  it('says when it could not be asked', async () => {
    const connection = connect(await layOut('happyPath'));
    await sandbox.control('POST', '/faults', {
      host: 'login.microsoftonline.com',
      path: '*',
      status: 503,
      count: 20,
    });
    await expect(connector.tryCredential(connection)).rejects.toMatchObject({
      failure: { kind: 'unavailable', status: 503 },
    });
    await sandbox.control('POST', '/reset', {});
  });
});

describe('assigning the role', () => {
  it('creates it once under our name, and finds it there the second time', async () => {
    const customer = await layOut('roleMissing');
    const { connection, reference, key } = await read(customer);
    const { objectId } = await connector.readServicePrincipal(
      connection,
      customer.applicationIds.AEP,
    );
    const about = { keyName: key.name, principalObjectId: objectId };
    const exact = async () =>
      (await connector.readRoleAssignments(connection, reference, about)).filter(
        (one) => one.roleDefinitionGuid === EXACT_ROLE && one.principalId === objectId,
      );
    expect(await exact()).toEqual([]);
    const assignment = {
      guid: 'abababab-0000-4000-8000-000000000001',
      principalObjectId: objectId,
    };
    await expect(connector.assignRole(connection, reference, assignment)).resolves.toEqual({
      created: true,
    });
    await expect(connector.assignRole(connection, reference, assignment)).resolves.toEqual({
      created: false,
    });
    expect(await exact()).toHaveLength(1);
  });
});

describe('a Managed HSM', () => {
  it('is read and assigned through its own access control (HSM-03)', async () => {
    const customer = await layOut('managedHsm');
    const { connection, facts, reference, key } = await read(customer);
    expect(facts).toMatchObject({
      kind: 'managedHsm',
      skuFamily: 'B',
      enableRbacAuthorization: null,
    });
    await expect(connector.readKey(connection, reference, key)).resolves.toMatchObject({
      kty: 'RSA-HSM',
    });
    const { objectId } = await connector.readServicePrincipal(
      connection,
      customer.applicationIds.AEP,
    );
    const about = { keyName: key.name, principalObjectId: objectId };
    await connector.assignRole(connection, reference, {
      guid: 'abababab-0000-4000-8000-000000000002',
      principalObjectId: objectId,
    });
    const local = (await connector.readRoleAssignments(connection, reference, about)).filter(
      ({ store }) => store === 'hsmLocal',
    );
    expect(local).toContainEqual(
      expect.objectContaining({
        principalId: objectId,
        roleDefinitionGuid: '33413926-3206-4cdd-b39a-83574fe37a17',
      }),
    );
  });
});

describe('faults', () => {
  it('surface as what they are', async () => {
    const customer = await layOut('happyPath');
    const { connection, reference } = await read(customer);
    const fault = (given: object) =>
      sandbox.control('POST', '/faults', {
        host: 'management.azure.com',
        path: '*',
        count: 1,
        ...given,
      });
    await fault({ status: 429, headers: { 'retry-after': '33' } });
    await expect(connector.readVault(connection, reference)).rejects.toMatchObject({
      failure: { kind: 'throttled', retryAfterSeconds: 33 },
    });
    connector = createAzureConnector({ agent, retry: { firstDelayMs: 5 } });
    await fault({ truncate: true });
    await expect(connector.readVault(connection, reference)).rejects.toMatchObject({
      failure: { kind: 'badResponse' },
    });
    await fault({ reset: true, count: 2 });
    await expect(connector.readVault(connection, reference)).resolves.toMatchObject({
      name: reference.name,
    });
  });
});
