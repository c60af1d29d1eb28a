/** Whatever ARM answers: one typed ConnectorError, no crash, no false fact. */
import { describe, expect, it } from 'vitest';
import type { FakeAnswer } from '@keyway/connector-transport/testing';
import type { ReadFailure } from '@keyway/core';
import { createAzureConnector } from './createAzureConnector.ts';
import { answeringClouds, atArm, failureOf, ofArm, readVault } from './testing/answeringClouds.ts';
import * as azure from './testing/azureDocuments.ts';

const clouds = answeringClouds();

const twice = JSON.stringify(azure.vaultDocument).replace(
  '"enablePurgeProtection":true',
  '"enablePurgeProtection":true,"enablePurgeProtection":false',
);

describe('answers of ARM', () => {
  const cases: [string, FakeAnswer, Partial<ReadFailure>][] = [
    [
      'HTML with 200',
      { body: '<html>maintenance</html>' },
      { kind: 'badResponse', message: 'HTTP 200' },
    ],
    ['an empty 200', { body: '' }, { kind: 'badResponse' }],
    ['half a body', { body: azure.vaultDocument, act: 'breakOff' }, { kind: 'badResponse' }],
    [
      'cut JSON',
      { body: JSON.stringify(azure.vaultDocument).slice(0, 200) },
      { kind: 'badResponse' },
    ],
    ['a member named twice', { body: twice }, { kind: 'badResponse' }],
    ['null', { body: 'null' }, { kind: 'badResponse' }],
    ['a list', { body: [] }, { kind: 'badResponse' }],
    [
      'no properties',
      { body: { id: azure.VAULT_ID, name: 'contoso-cmk' } },
      { kind: 'badResponse' },
    ],
    [
      'a wrong type',
      {
        body: {
          ...azure.vaultDocument,
          properties: { ...azure.vaultProperties, enablePurgeProtection: 'true' },
        },
      },
      { kind: 'badResponse' },
    ],
    [
      'rules that are no list',
      {
        body: {
          ...azure.vaultDocument,
          properties: { ...azure.vaultProperties, networkAcls: { ipRules: 'all' } },
        },
      },
      { kind: 'badResponse' },
    ],
    [
      'another vault',
      { body: { ...azure.vaultDocument, id: azure.VAULT_ID.replace('contoso', 'fabrikam') } },
      { kind: 'badResponse' },
    ],
    [
      'a redirect',
      { status: 302, headers: { location: 'https://evil.vault.azure.net/' } },
      { kind: 'badResponse', status: 302 },
    ],
    ['too long a body', { body: `{"a":"${'x'.repeat(3_000_000)}"}` }, { kind: 'badResponse' }],
    [
      'too long a body, packed',
      { body: `{"a":"${'x'.repeat(3_000_000)}"}`, act: 'gzip' },
      { kind: 'badResponse' },
    ],
    [
      'an HTML 404',
      { status: 404, body: '<html>not here</html>' },
      { kind: 'badResponse', message: 'HTTP 404' },
    ],
    [
      'a 404 of ARM',
      azure.notFound(),
      { kind: 'notFound', code: 'ResourceNotFound', message: 'The Resource was not found.' },
    ],
    [
      'an HTML 403',
      { status: 403, body: '<html>proxy</html>' },
      { kind: 'denied', message: 'HTTP 403', permission: 'Microsoft.KeyVault/vaults/read' },
    ],
    [
      'a 403 that names the action',
      azure.armDenied('Microsoft.KeyVault/vaults/other/read'),
      { kind: 'denied', permission: 'Microsoft.KeyVault/vaults/other/read' },
    ],
    [
      'a 401',
      azure.error(
        401,
        'InvalidAuthenticationTokenTenant',
        'The access token is from the wrong issuer.',
      ),
      { kind: 'credential', code: 'InvalidAuthenticationTokenTenant' },
    ],
    [
      'a 400',
      azure.error(400, 'BadArgument', "'Foo' is not a valid argument for 'type'."),
      { kind: 'rejected', code: 'BadArgument' },
    ],
    ['a 410', { status: 410 }, { kind: 'rejected', message: 'HTTP 410' }],
  ];
  it.each(cases)('%s', async (_name, given, expected) => {
    clouds.answer = ofArm(given);
    expect(await failureOf(readVault(clouds))).toMatchObject(expected);
  });

  it('repeats 429, 5xx and resets a few times, then says so', async () => {
    for (const given of [
      { status: 429 },
      { status: 429, headers: { 'retry-after': '0' } },
      { status: 500 },
      { status: 408 },
      { act: 'reset' as const },
    ]) {
      clouds.cloud.requests.length = 0;
      clouds.answer = ofArm(given);
      expect(['throttled', 'unavailable']).toContain((await failureOf(readVault(clouds))).kind);
      expect(atArm(clouds)).toHaveLength(4);
    }
  });

  it('recovers within a call', async () => {
    clouds.answer = ({ host }) =>
      host === 'management.azure.com' && atArm(clouds).length < 3
        ? { status: 503 }
        : host === 'management.azure.com'
          ? { body: azure.vaultDocument }
          : undefined;
    await expect(readVault(clouds)).resolves.toMatchObject({ name: 'contoso-cmk' });
  });

  it('leaves a long wait to the queue, without repeating (contract: Retry-After)', async () => {
    clouds.answer = ofArm({
      status: 429,
      headers: { 'retry-after': '17' },
      body: { error: { code: 'TooManyRequests', message: 'slow down' } },
    });
    expect(await failureOf(readVault(clouds))).toEqual({
      kind: 'throttled',
      message: 'slow down',
      status: 429,
      code: 'TooManyRequests',
      permission: null,
      retryAfterSeconds: 17,
    });
    expect(atArm(clouds)).toHaveLength(1);
    clouds.connector = createAzureConnector({ agent: clouds.cloud.agent });
    clouds.answer = ofArm({ status: 429, headers: { 'x-ms-retry-after-ms': '60500' } });
    expect(await failureOf(readVault(clouds))).toMatchObject({ retryAfterSeconds: 61 });
  });

  it('leaves a host that asked for time alone, by every call of the connection, and no other host (KV-12)', async () => {
    clouds.answer = ofArm({
      status: 429,
      headers: { 'retry-after': '60' },
      body: { error: { code: 'TooManyRequests', message: 'slow down' } },
    });
    await failureOf(readVault(clouds));
    clouds.answer = ({ host }) =>
      host === 'login.microsoftonline.com' ? undefined : { body: azure.servicePrincipal };
    const about = { keyName: 'ajo-cmk', principalObjectId: azure.PRINCIPAL };
    expect(
      await failureOf(
        clouds.connector.readRoleAssignments(azure.connection, azure.vaultReference, about),
      ),
    ).toMatchObject({
      kind: 'throttled',
      message: 'slow down',
    });
    const write = { guid: azure.ASSIGNMENT, principalObjectId: azure.PRINCIPAL };
    await expect(
      clouds.connector.assignRole(azure.connection, azure.vaultReference, write),
    ).rejects.toMatchObject({ ambiguous: false });
    expect(atArm(clouds)).toHaveLength(1);
    await expect(
      clouds.connector.readServicePrincipal(azure.connection, azure.APP_ID),
    ).resolves.toMatchObject({ objectId: azure.PRINCIPAL });
    const another = { ...azure.connection, clientId: '77777777-0000-0000-0000-000000000002' };
    await failureOf(clouds.connector.readVault(another, azure.vaultReference));
    expect(atArm(clouds)).toHaveLength(2);
  });

  it('gives up on silence, and when the caller does', async () => {
    clouds.connector = createAzureConnector({
      agent: clouds.cloud.agent,
      timeoutMs: 50,
      retry: { maxRetries: 0 },
    });
    clouds.answer = ofArm({ act: 'silence' });
    expect(await failureOf(readVault(clouds))).toMatchObject({
      kind: 'unavailable',
      code: 'ETIMEDOUT',
    });
    clouds.connector = createAzureConnector({ agent: clouds.cloud.agent });
    const stop = new AbortController();
    clouds.answer = ({ host }) => {
      if (host === 'management.azure.com') stop.abort();
      return host === 'management.azure.com' ? { act: 'silence' } : undefined;
    };
    expect(await failureOf(readVault(clouds, { signal: stop.signal }))).toMatchObject({
      kind: 'unavailable',
      code: 'ABORT_ERR',
    });
    expect(await failureOf(readVault(clouds, { signal: AbortSignal.abort() }))).toMatchObject({
      code: 'ABORT_ERR',
    });
  });

  it('follows no paging link to another host', async () => {
    const elsewhere = 'https://evil-cmk.vault.azure.net/subscriptions/next';
    clouds.answer = ofArm({ body: { value: [], nextLink: elsewhere } });
    expect(
      await failureOf(
        clouds.connector.readVault(azure.connection, { ...azure.vaultReference, resourceId: null }),
      ),
    ).toMatchObject({
      kind: 'badResponse',
    });
    expect(
      await failureOf(
        clouds.connector.readVault(
          { ...azure.connection, subscriptionId: null },
          { ...azure.vaultReference, resourceId: null },
        ),
      ),
    ).toMatchObject({ kind: 'badResponse' });
    expect(clouds.cloud.requests.map(({ host }) => host)).not.toContain('evil-cmk.vault.azure.net');
  });
});
