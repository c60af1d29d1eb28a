/** The contract of the Azure port against answers in Azure's documented forms. */
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { startFakeCloud } from '@keyway/connector-transport/testing';
import type { FakeAnswer, FakeCloud, FakeRequest } from '@keyway/connector-transport/testing';
import type { AzurePort } from '@keyway/core';
import { createAzureConnector } from './createAzureConnector.ts';
import * as azure from './testing/azureDocuments.ts';

type Routes = Record<string, FakeAnswer | ((request: FakeRequest) => FakeAnswer | undefined)>;

let cloud: FakeCloud;
let routes: Routes;
let connector: AzurePort;

beforeEach(async () => {
  routes = {};
  cloud = await startFakeCloud(azure.HOSTS, (request) => {
    const denied = azure.signIn(request);
    if (denied) return denied;
    const route = routes[`${request.method} ${request.host}${request.path}`];
    return typeof route === 'function' ? route(request) : (route ?? azure.notFound());
  });
  connector = createAzureConnector({ agent: cloud.agent, retry: { firstDelayMs: 1 } });
});
afterEach(() => cloud.close());

const arm = (path: string): string => `management.azure.com${path}`;
const asked = (path: RegExp): FakeRequest[] =>
  cloud.requests.filter((request) => path.test(`${request.host}${request.path}`));

describe('readVault', () => {
  it('answers what ARM says, normalized (API-15, NET-09)', async () => {
    routes[`GET ${arm(azure.VAULT_ID)}`] = { body: azure.vaultDocument };
    await expect(connector.readVault(azure.connection, azure.vaultReference)).resolves.toEqual({
      kind: 'vault',
      resourceId: azure.VAULT_ID,
      name: 'contoso-cmk',
      location: 'eastus',
      tenantId: azure.TENANT,
      vaultUri: 'https://contoso-cmk.vault.azure.net',
      skuFamily: 'A',
      skuName: 'premium',
      enableSoftDelete: true,
      softDeleteRetentionInDays: 90,
      enablePurgeProtection: true,
      enableRbacAuthorization: true,
      publicNetworkAccess: 'Enabled',
      networkAcls: {
        bypass: 'AzureServices',
        defaultAction: 'Deny',
        ipRules: ['10.0.0.1', '20.88.123.53/32'],
        virtualNetworkRules: [],
      },
      provisioningState: 'Succeeded',
    });
  });

  it('keeps absent apart from off (KV-04, KV-05)', async () => {
    const properties = {
      tenantId: azure.TENANT,
      sku: { family: 'A', name: 'standard' },
      vaultUri: 'https://contoso-cmk.vault.azure.net/',
    };
    routes[`GET ${arm(azure.VAULT_ID)}`] = { body: { ...azure.vaultDocument, properties } };
    await expect(
      connector.readVault(azure.connection, azure.vaultReference),
    ).resolves.toMatchObject({
      enablePurgeProtection: null,
      enableRbacAuthorization: null,
      enableSoftDelete: null,
      networkAcls: null,
    });
  });

  it('finds a vault by name in any case, over pages and among the visible subscriptions (KID-07)', async () => {
    const other = '00000000-aaaa-bbbb-cccc-000000000002';
    const list = `/subscriptions/${azure.SUBSCRIPTION}/providers/Microsoft.KeyVault/vaults`;
    routes[`GET ${arm('/subscriptions')}`] = {
      body: { value: [{ subscriptionId: other }, { subscriptionId: azure.SUBSCRIPTION }] },
    };
    routes[`GET ${arm(`/subscriptions/${other}/providers/Microsoft.KeyVault/vaults`)}`] = {
      body: { value: [] },
    };
    routes[`GET ${arm(list)}`] = ({ query }) =>
      query.has('page2')
        ? { body: { value: [azure.vaultDocument] } }
        : {
            body: {
              value: [],
              nextLink: `https://management.azure.com${list}?page2=1&api-version=2026-02-01`,
            },
          };
    routes[`GET ${arm(azure.VAULT_ID)}`] = { body: azure.vaultDocument };
    const facts = await connector.readVault(
      { ...azure.connection, subscriptionId: null },
      { kind: 'vault', name: 'CONTOSO-cmk', resourceId: null },
    );
    expect(facts.resourceId).toBe(azure.VAULT_ID);
  });

  it('says "not found" for a name only where every subscription could be asked', async () => {
    const other = '00000000-aaaa-bbbb-cccc-000000000002';
    routes[`GET ${arm('/subscriptions')}`] = {
      body: { value: [{ subscriptionId: other }, { subscriptionId: azure.SUBSCRIPTION }] },
    };
    const byName = { kind: 'vault' as const, name: 'contoso-cmk', resourceId: null };
    const anywhere = { ...azure.connection, subscriptionId: null };
    routes[
      `GET ${arm(`/subscriptions/${azure.SUBSCRIPTION}/providers/Microsoft.KeyVault/vaults`)}`
    ] = { body: { value: [] } };
    routes[`GET ${arm(`/subscriptions/${other}/providers/Microsoft.KeyVault/vaults`)}`] =
      azure.armDenied('Microsoft.KeyVault/vaults/read');
    await expect(connector.readVault(anywhere, byName)).rejects.toMatchObject({
      failure: { kind: 'denied', permission: 'Microsoft.KeyVault/vaults/read' },
    });
    routes[`GET ${arm(`/subscriptions/${other}/providers/Microsoft.KeyVault/vaults`)}`] = {
      body: { value: [] },
    };
    await expect(connector.readVault(anywhere, byName)).rejects.toMatchObject({
      failure: { kind: 'notFound' },
    });
    routes[`GET ${arm('/subscriptions')}`] = { body: { value: [] } };
    await expect(connector.readVault(anywhere, byName)).rejects.toMatchObject({
      failure: { kind: 'denied' },
    });
    const message = 'The subscription could not be found.';
    routes[
      `GET ${arm(`/subscriptions/${azure.SUBSCRIPTION}/providers/Microsoft.KeyVault/vaults`)}`
    ] = azure.error(404, 'SubscriptionNotFound', message);
    await expect(
      connector.readVault({ ...anywhere, subscriptionId: azure.SUBSCRIPTION }, byName),
    ).rejects.toMatchObject({
      failure: {
        kind: 'denied',
        code: 'SubscriptionNotFound',
        message,
        permission: 'Microsoft.KeyVault/vaults/read',
      },
    });
  });

  it('reads a Managed HSM (HSM-01, HSM-02)', async () => {
    routes[`GET ${arm(azure.HSM_ID)}`] = { body: azure.hsmDocument };
    await expect(connector.readVault(azure.connection, azure.hsmReference)).resolves.toMatchObject({
      kind: 'managedHsm',
      vaultUri: 'https://contoso-hsm.managedhsm.azure.net',
      skuFamily: 'B',
      enableRbacAuthorization: null,
      enablePurgeProtection: true,
    });
  });
});

describe('readDeletedVault', () => {
  it('finds the soft-deleted vault that holds the name (KV-08), or says there is none', async () => {
    const properties = {
      vaultId: azure.VAULT_ID,
      location: 'eastus',
      deletionDate: '2026-11-01T00:00:00Z',
      scheduledPurgeDate: '2027-01-30T00:00:00Z',
    };
    routes[
      `GET ${arm(`/subscriptions/${azure.SUBSCRIPTION}/providers/Microsoft.KeyVault/deletedVaults`)}`
    ] = {
      body: { value: [{ id: '/x', name: 'Contoso-CMK', properties }] },
    };
    const byName = { kind: 'vault' as const, name: 'contoso-cmk', resourceId: null };
    await expect(connector.readDeletedVault(azure.connection, byName)).resolves.toEqual({
      name: 'Contoso-CMK',
      scheduledPurgeDate: '2027-01-30T00:00:00.000Z',
    });
    await expect(
      connector.readDeletedVault(azure.connection, { ...byName, name: 'fabrikam-cmk' }),
    ).resolves.toBeNull();
  });
});

describe('readKey', () => {
  const latest = { name: 'ajo-cmk', version: null };
  const ofArm = `GET ${arm(`${azure.VAULT_ID}/keys/ajo-cmk`)}`;

  it('reads the latest version through ARM and names it', async () => {
    const attributes = {
      enabled: true,
      nbf: 1700000000,
      exp: 1830038400,
      recoveryLevel: 'Recoverable',
    };
    const rotationPolicy = {
      lifetimeActions: [
        { trigger: { timeAfterCreate: 'P18M' }, action: { type: 'Rotate' } },
        { action: { type: 'notify' } },
      ],
    };
    routes[ofArm] = { body: azure.armKey(azure.VERSION, { attributes, rotationPolicy }) };
    await expect(
      connector.readKey(azure.connection, azure.vaultReference, latest),
    ).resolves.toEqual({
      source: 'arm',
      keyIdentifier: `https://contoso-cmk.vault.azure.net/keys/ajo-cmk/${azure.VERSION}`,
      kty: 'RSA-HSM',
      bits: 3072,
      keyOps: ['encrypt', 'unwrapKey', 'wrapKey'],
      enabled: true,
      notBefore: 1700000000,
      expires: 1830038400,
      recoveryLevel: 'Recoverable',
      rotationActions: ['notify', 'rotate'],
    });
    expect(asked(/vault\.azure\.net/)).toEqual([]);
  });

  it('reads another version where that is asked for, and never passes one off as another', async () => {
    const older = { name: 'ajo-cmk', version: azure.OLD_VERSION };
    routes[ofArm] = { body: azure.armKey(azure.VERSION) };
    routes[`GET ${arm(`${azure.VAULT_ID}/keys/ajo-cmk/versions/${azure.OLD_VERSION}`)}`] = {
      body: azure.armKey(azure.OLD_VERSION),
    };
    const facts = await connector.readKey(azure.connection, azure.vaultReference, older);
    expect(facts.keyIdentifier.endsWith(azure.OLD_VERSION)).toBe(true);
    expect(facts.current).toEqual({ version: azure.VERSION, enabled: true });
    routes[`GET ${arm(`${azure.VAULT_ID}/keys/ajo-cmk/versions/${azure.OLD_VERSION}`)}`] = {
      body: azure.armKey(azure.VERSION),
    };
    routes[`GET contoso-cmk.vault.azure.net/keys/ajo-cmk/${azure.OLD_VERSION}`] = {
      body: azure.keyBundle(azure.VERSION),
    };
    await expect(
      connector.readKey(azure.connection, azure.vaultReference, older),
    ).rejects.toMatchObject({
      failure: { kind: 'badResponse' },
    });
  });

  it('returns the current version beside an older one whichever way it is read (AEP-35)', async () => {
    const older = { name: 'ajo-cmk', version: azure.OLD_VERSION };
    const ofVault = 'GET contoso-cmk.vault.azure.net/keys/ajo-cmk/';
    routes[ofArm] = azure.armDenied('Microsoft.KeyVault/vaults/keys/read');
    routes[ofVault] = { body: azure.keyBundle(azure.VERSION, {}, { enabled: false }) };
    routes[`${ofVault}${azure.OLD_VERSION}`] = { body: azure.keyBundle(azure.OLD_VERSION) };
    const read = () => connector.readKey(azure.connection, azure.vaultReference, older);
    await expect(read()).resolves.toMatchObject({
      enabled: true,
      current: { version: azure.VERSION, enabled: false },
    });
    routes[ofVault] = azure.error(404, 'KeyNotFound', 'not without a version');
    expect(await read()).not.toHaveProperty('current');
  });

  it('asks the vault for a key that ARM does not show, and only then says that there is none', async () => {
    const ofVault = 'GET contoso-cmk.vault.azure.net/keys/ajo-cmk/';
    routes[ofArm] = azure.error(404, 'KeyNotFound', 'ARM knows none');
    routes[ofVault] = { body: azure.keyBundle(azure.VERSION) };
    const read = () => connector.readKey(azure.connection, azure.vaultReference, latest);
    await expect(read()).resolves.toMatchObject({ source: 'dataPlane' });
    for (const refusal of [
      azure.error(404, 'KeyNotFound', 'no'),
      azure.error(403, 'Forbidden', 'no'),
      { status: 500 },
    ]) {
      routes[ofVault] = refusal;
      await expect(read()).rejects.toMatchObject({ failure: { kind: 'notFound' } });
    }
  });

  it('asks the vault where ARM refuses, and takes the size from the modulus', async () => {
    routes[ofArm] = azure.armDenied('Microsoft.KeyVault/vaults/keys/read');
    routes['GET contoso-cmk.vault.azure.net/keys/ajo-cmk/'] = {
      body: azure.keyBundle(azure.VERSION, {}, { exp: 1830038400, nbf: 1700000000 }),
    };
    routes['GET contoso-cmk.vault.azure.net/keys/ajo-cmk/rotationpolicy'] = {
      body: {
        lifetimeActions: [{ trigger: { timeBeforeExpiry: 'P30D' }, action: { type: 'Notify' } }],
        attributes: { expiryTime: 'P2Y' },
      },
    };
    await expect(
      connector.readKey(azure.connection, azure.vaultReference, latest),
    ).resolves.toEqual({
      source: 'dataPlane',
      keyIdentifier: `https://contoso-cmk.vault.azure.net/keys/ajo-cmk/${azure.VERSION}`,
      kty: 'RSA-HSM',
      bits: 3072,
      keyOps: ['unwrapKey', 'wrapKey'],
      enabled: true,
      notBefore: 1700000000,
      expires: 1830038400,
      recoveryLevel: 'Recoverable',
      rotationActions: ['notify'],
    });
  });

  it('names the permission where both refuse, and believes a vault that has no such key', async () => {
    const ofVault = 'GET contoso-cmk.vault.azure.net/keys/ajo-cmk/';
    routes[ofArm] = azure.armDenied('Microsoft.KeyVault/vaults/keys/read');
    routes[ofVault] = azure.error(
      403,
      'Forbidden',
      'Client address (1.2.3.4) is not authorized and caller is not a trusted service',
      'ForbiddenByFirewall',
    );
    await expect(
      connector.readKey(azure.connection, azure.vaultReference, latest),
    ).rejects.toMatchObject({
      failure: {
        kind: 'denied',
        permission: 'Microsoft.KeyVault/vaults/keys/read',
        code: 'AuthorizationFailed',
      },
    });
    routes[ofVault] = azure.error(
      404,
      'KeyNotFound',
      'A key with (name/id) ajo-cmk was not found in this key vault.',
    );
    await expect(
      connector.readKey(azure.connection, azure.vaultReference, latest),
    ).rejects.toMatchObject({
      failure: { kind: 'notFound', code: 'KeyNotFound' },
    });
  });

  it('leaves the rotation policy open where it cannot be read (VAL-22)', async () => {
    routes[ofArm] = {
      body: azure.armKey(azure.VERSION, { attributes: { enabled: true, exp: 1830038400 } }),
    };
    routes['GET contoso-cmk.vault.azure.net/keys/ajo-cmk/rotationpolicy'] = azure.error(
      403,
      'Forbidden',
      'no',
      'ForbiddenByRbac',
    );
    await expect(
      connector.readKey(azure.connection, azure.vaultReference, latest),
    ).resolves.toMatchObject({ rotationActions: null });
    routes['GET contoso-cmk.vault.azure.net/keys/ajo-cmk/rotationpolicy'] = { act: 'reset' };
    await expect(
      connector.readKey(azure.connection, azure.vaultReference, latest),
    ).resolves.toMatchObject({ rotationActions: null });
    routes['GET contoso-cmk.vault.azure.net/keys/ajo-cmk/rotationpolicy'] = { status: 429 };
    await expect(
      connector.readKey(azure.connection, azure.vaultReference, latest),
    ).rejects.toMatchObject({
      failure: { kind: 'throttled' },
    });
  });

  it('reads a key of a Managed HSM', async () => {
    routes[`GET ${arm(`${azure.HSM_ID}/keys/ajo-cmk`)}`] = {
      body: azure.armKey(azure.VERSION, {}, 'contoso-hsm.managedhsm.azure.net'),
    };
    await expect(
      connector.readKey(azure.connection, azure.hsmReference, latest),
    ).resolves.toMatchObject({
      keyIdentifier: `https://contoso-hsm.managedhsm.azure.net/keys/ajo-cmk/${azure.VERSION}`,
    });
  });
});

describe('readServicePrincipal', () => {
  const path = `GET graph.microsoft.com/v1.0/servicePrincipals(appId='${azure.APP_ID}')`;

  it('answers the principal of the application (AEP-27), and nothing about another one (AEP-31)', async () => {
    routes[path] = { body: azure.servicePrincipal };
    await expect(connector.readServicePrincipal(azure.connection, azure.APP_ID)).resolves.toEqual({
      objectId: azure.PRINCIPAL,
      appId: azure.APP_ID,
      displayName: 'acpebae9422Caepcmkmultitenantapp',
      accountEnabled: true,
      tenantId: azure.TENANT,
    });
    routes[path] = { body: { ...azure.servicePrincipal, appId: azure.PRINCIPAL } };
    await expect(
      connector.readServicePrincipal(azure.connection, azure.APP_ID),
    ).rejects.toMatchObject({
      failure: { kind: 'badResponse' },
    });
  });

  it('distinguishes absent from not allowed', async () => {
    routes[path] = azure.error(404, 'Request_ResourceNotFound', 'Resource does not exist.');
    await expect(
      connector.readServicePrincipal(azure.connection, azure.APP_ID),
    ).rejects.toMatchObject({
      failure: { kind: 'notFound', code: 'Request_ResourceNotFound' },
    });
    routes[path] = azure.error(
      403,
      'Authorization_RequestDenied',
      'Insufficient privileges to complete the operation.',
    );
    await expect(
      connector.readServicePrincipal(azure.connection, azure.APP_ID),
    ).rejects.toMatchObject({
      failure: {
        kind: 'denied',
        permission: 'Application.Read.All',
        message: 'Insufficient privileges to complete the operation.',
      },
    });
  });
});
