/** In a corporate network: the proxy is asked for documented hosts of Azure and Entra alone. */
import { ProxyAgent } from '@keyway/connector-transport';
import { startConnectProxy } from '@keyway/connector-transport/testing';
import type { ConnectProxy, FakeAnswer } from '@keyway/connector-transport/testing';
import type { AzurePort, VaultProbePort } from '@keyway/core';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { createAzureConnector } from './createAzureConnector.ts';
import { createVaultProbe } from './createVaultProbe.ts';
import { answeringClouds, failureOf, ofArm } from './testing/answeringClouds.ts';
import * as azure from './testing/azureDocuments.ts';

const clouds = answeringClouds();
const [ARM, ENTRA, GRAPH, VAULT] = [
  'management.azure.com:443',
  'login.microsoftonline.com:443',
  'graph.microsoft.com:443',
  'contoso-cmk.vault.azure.net:443',
] as const;

let proxy: ConnectProxy;
let agent: ProxyAgent;
/** Names that were to be reached without the proxy. */
let resolved: string[];
let connector: AzurePort;
let vaults: VaultProbePort;
const behind = (names: readonly string[] = []): void => {
  agent = new ProxyAgent(
    {
      address: proxy.address,
      bypass: { all: false, ranges: [], names: names.map((name) => ({ name, port: null })) },
    },
    {
      ca: clouds.cloud.address.ca,
      lookup: (name, _options, done) => {
        resolved.push(name);
        done(Object.assign(new Error(`ENOTFOUND ${name}`), { code: 'ENOTFOUND' }), '');
      },
    },
  );
  connector = createAzureConnector({ agent, retry: { maxRetries: 0 } });
  vaults = createVaultProbe({ agent, resolve: null });
};
beforeEach(async () => {
  resolved = [];
  proxy = await startConnectProxy(clouds.cloud.address);
});
afterEach(async () => {
  agent.destroy();
  await proxy.close();
});
/** Whom the proxy was asked for, by CONNECT. */
const asked = (): string[] => [...new Set(proxy.asked.map(({ target }) => target))].toSorted();

const readKey = () =>
  connector.readKey(azure.connection, azure.vaultReference, { name: 'ajo-cmk', version: null });
const noAccess = azure.armDenied('Microsoft.KeyVault/vaults/keys/read');
const vaultSays =
  (given: FakeAnswer) =>
  ({ host }: { host: string }) => {
    if (host === 'management.azure.com') return noAccess;
    return host.endsWith('.vault.azure.net') ? given : undefined;
  };

describe('documented hosts', () => {
  it('are asked for by the proxy, each by its own name', async () => {
    behind();
    await failureOf(connector.readServicePrincipal(azure.connection, azure.APP_ID));
    await failureOf(readKey());
    expect((await vaults.probe({ kind: 'vault', name: 'contoso-cmk' })).exists).toBe('PASS');
    expect(asked()).toEqual([VAULT, GRAPH, ENTRA, ARM].toSorted());
    expect(resolved).toEqual([]);
  });

  it('are reached without it where NO_PROXY names them, and the others are not', async () => {
    behind(['vault.azure.net', 'management.azure.com']);
    expect(await failureOf(readKey())).toMatchObject({ code: 'ENOTFOUND' });
    await vaults.probe({ kind: 'vault', name: 'contoso-cmk' });
    expect(asked()).toEqual([ENTRA]);
    expect(new Set(resolved)).toEqual(
      new Set(['management.azure.com', 'contoso-cmk.vault.azure.net']),
    );
  });

  it('of Entra are reached without it where NO_PROXY names it', async () => {
    behind(['login.microsoftonline.com']);
    await failureOf(connector.tryCredential(azure.connection).then(() => undefined));
    expect(asked()).toEqual([]);
    expect(resolved).toEqual(['login.microsoftonline.com']);
  });
});

describe('any other host never reaches the proxy', () => {
  it.each([
    ['a name that is none', { name: 'evil.example/' }],
    ['an address', { name: '169.254.169.254' }],
    ['a user', { name: 'contoso-cmk@evil' }],
    ['a port', { name: 'evil:8443' }],
  ])('as the vault: %s', async (_what, { name }) => {
    behind();
    const vault = { kind: 'vault', name, resourceId: azure.VAULT_ID } as const;
    for (const call of [
      () => connector.readVault(azure.connection, vault),
      () => connector.readKey(azure.connection, vault, { name: 'k', version: null }),
      () => vaults.probe(vault),
    ])
      expect(await failureOf(call())).toMatchObject({ kind: 'rejected' });
    expect(proxy.asked).toEqual([]);
  });

  it.each(['evil.example/x', '../evil', '@evil.example', '', 'a?b', 'a#b'])(
    'as the tenant: %j',
    async (tenantId) => {
      behind();
      const connection = { ...azure.connection, tenantId };
      await expect((async () => connector.tryCredential(connection))()).rejects.toMatchObject({
        failure: { kind: 'credential' },
      });
      expect(proxy.asked).toEqual([]);
    },
  );

  it.each<[what: string, answer: FakeAnswer]>([
    ['a redirect', { status: 302, headers: { location: 'https://evil.example/' } }],
    [
      'a redirect to another vault',
      { status: 307, headers: { location: 'https://e.vault.azure.net/' } },
    ],
    ['a page elsewhere', { body: { value: [], nextLink: 'https://evil.example/next' } }],
    [
      'a page at another port',
      { body: { value: [], nextLink: 'https://management.azure.com:8443/' } },
    ],
    ['a page by plain http', { body: { value: [], nextLink: 'http://management.azure.com/' } }],
    [
      'a page at a user',
      { body: { value: [], nextLink: 'https://management.azure.com@evil.example/' } },
    ],
  ])('as %s of ARM', async (_what, answer) => {
    behind();
    clouds.answer = ofArm(answer);
    const vault = { ...azure.vaultReference, resourceId: null };
    expect(await failureOf(connector.readVault(azure.connection, vault))).toMatchObject({
      kind: 'badResponse',
    });
    expect(asked()).toEqual([ENTRA, ARM].toSorted());
  });

  it('as a redirect of Entra', async () => {
    behind();
    clouds.answer = ({ host }) =>
      host === 'login.microsoftonline.com'
        ? { status: 302, headers: { location: 'https://evil.example/' } }
        : undefined;
    await failureOf(connector.tryCredential(azure.connection).then(() => undefined));
    expect(asked()).toEqual([ENTRA]);
  });

  it.each([
    [
      'authority',
      'Bearer authorization="https://evil.example/x", resource="https://vault.azure.net"',
    ],
    [
      'resource',
      `Bearer authorization="https://login.microsoftonline.com/${azure.TENANT}", resource="https://evil.example"`,
    ],
  ])('as the %s of a vault’s challenge', async (_what, header) => {
    behind();
    clouds.answer = vaultSays({ status: 401, headers: { 'www-authenticate': header }, body: {} });
    await failureOf(readKey());
    expect((await vaults.probe({ kind: 'vault', name: 'contoso-cmk' })).tenantId).toBeNull();
    expect(asked()).toEqual([VAULT, ENTRA, ARM].toSorted());
  });
});
