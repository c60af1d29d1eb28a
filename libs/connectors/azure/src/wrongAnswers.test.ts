/**
 * Whatever the clouds answer: one typed ConnectorError, no crash, no false fact, nothing secret in
 * it.
 */
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { startFakeCloud } from '@keyway/connector-transport/testing';
import type { FakeAnswer, FakeCloud, FakeRequest } from '@keyway/connector-transport/testing';
import { ConnectorError } from '@keyway/core';
import type { AzurePort, ReadFailure } from '@keyway/core';
import { createAzureConnector } from './createAzureConnector.ts';
import * as azure from './testing/azureDocuments.ts';

type Answer = (request: FakeRequest) => FakeAnswer | undefined;

let cloud: FakeCloud;
let answer: Answer;
let connector: AzurePort;

beforeEach(async () => {
  answer = () => undefined;
  cloud = await startFakeCloud(
    azure.HOSTS,
    (request) => answer(request) ?? azure.signIn(request) ?? azure.notFound(),
  );
  connector = createAzureConnector({ agent: cloud.agent, retry: { firstDelayMs: 1 } });
});
afterEach(() => cloud.close());

const read = (options?: { signal: AbortSignal }) =>
  connector.readVault(azure.connection, azure.vaultReference, options);
const ofArm =
  (given: FakeAnswer): Answer =>
  ({ host }) =>
    host === 'management.azure.com' ? given : undefined;
const atArm = (): FakeRequest[] =>
  cloud.requests.filter(({ host }) => host === 'management.azure.com');

async function failureOf(call: Promise<unknown>): Promise<ReadFailure> {
  const error: unknown = await call.then(
    () => null,
    (reason: unknown) => reason,
  );
  if (!(error instanceof ConnectorError))
    throw new Error('expected a ConnectorError', { cause: error });
  return error.failure;
}

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
    answer = ofArm(given);
    expect(await failureOf(read())).toMatchObject(expected);
  });

  it('repeats 429, 5xx and resets a few times, then says so', async () => {
    for (const given of [
      { status: 429 },
      { status: 429, headers: { 'retry-after': '0' } },
      { status: 500 },
      { status: 408 },
      { act: 'reset' as const },
    ]) {
      cloud.requests.length = 0;
      answer = ofArm(given);
      expect(['throttled', 'unavailable']).toContain((await failureOf(read())).kind);
      expect(atArm()).toHaveLength(4);
    }
  });

  it('recovers within a call', async () => {
    answer = ({ host }) =>
      host === 'management.azure.com' && atArm().length < 3
        ? { status: 503 }
        : host === 'management.azure.com'
          ? { body: azure.vaultDocument }
          : undefined;
    await expect(read()).resolves.toMatchObject({ name: 'contoso-cmk' });
  });

  it('leaves a long wait to the queue, without repeating (contract: Retry-After)', async () => {
    answer = ofArm({
      status: 429,
      headers: { 'retry-after': '17' },
      body: { error: { code: 'TooManyRequests', message: 'slow down' } },
    });
    expect(await failureOf(read())).toEqual({
      kind: 'throttled',
      message: 'slow down',
      status: 429,
      code: 'TooManyRequests',
      permission: null,
      retryAfterSeconds: 17,
    });
    expect(atArm()).toHaveLength(1);
    connector = createAzureConnector({ agent: cloud.agent });
    answer = ofArm({ status: 429, headers: { 'x-ms-retry-after-ms': '60500' } });
    expect(await failureOf(read())).toMatchObject({ retryAfterSeconds: 61 });
  });

  it('leaves a host that asked for time alone, by every call of the connection, and no other host (KV-12)', async () => {
    answer = ofArm({
      status: 429,
      headers: { 'retry-after': '60' },
      body: { error: { code: 'TooManyRequests', message: 'slow down' } },
    });
    await failureOf(read());
    answer = ({ host }) =>
      host === 'login.microsoftonline.com' ? undefined : { body: azure.servicePrincipal };
    const about = { keyName: 'ajo-cmk', principalObjectId: azure.PRINCIPAL };
    expect(
      await failureOf(connector.readRoleAssignments(azure.connection, azure.vaultReference, about)),
    ).toMatchObject({
      kind: 'throttled',
      message: 'slow down',
    });
    const write = { guid: azure.ASSIGNMENT, principalObjectId: azure.PRINCIPAL };
    await expect(
      connector.assignRole(azure.connection, azure.vaultReference, write),
    ).rejects.toMatchObject({ ambiguous: false });
    expect(atArm()).toHaveLength(1);
    await expect(
      connector.readServicePrincipal(azure.connection, azure.APP_ID),
    ).resolves.toMatchObject({ objectId: azure.PRINCIPAL });
    const another = { ...azure.connection, clientId: '77777777-0000-0000-0000-000000000002' };
    await failureOf(connector.readVault(another, azure.vaultReference));
    expect(atArm()).toHaveLength(2);
  });

  it('gives up on silence, and when the caller does', async () => {
    connector = createAzureConnector({
      agent: cloud.agent,
      timeoutMs: 50,
      retry: { maxRetries: 0 },
    });
    answer = ofArm({ act: 'silence' });
    expect(await failureOf(read())).toMatchObject({ kind: 'unavailable', code: 'ETIMEDOUT' });
    connector = createAzureConnector({ agent: cloud.agent });
    const stop = new AbortController();
    answer = ({ host }) => {
      if (host === 'management.azure.com') stop.abort();
      return host === 'management.azure.com' ? { act: 'silence' } : undefined;
    };
    expect(await failureOf(read({ signal: stop.signal }))).toMatchObject({
      kind: 'unavailable',
      code: 'ABORT_ERR',
    });
    expect(await failureOf(read({ signal: AbortSignal.abort() }))).toMatchObject({
      code: 'ABORT_ERR',
    });
  });

  it('follows no paging link to another host', async () => {
    const elsewhere = 'https://evil-cmk.vault.azure.net/subscriptions/next';
    answer = ofArm({ body: { value: [], nextLink: elsewhere } });
    expect(
      await failureOf(
        connector.readVault(azure.connection, { ...azure.vaultReference, resourceId: null }),
      ),
    ).toMatchObject({
      kind: 'badResponse',
    });
    expect(
      await failureOf(
        connector.readVault(
          { ...azure.connection, subscriptionId: null },
          { ...azure.vaultReference, resourceId: null },
        ),
      ),
    ).toMatchObject({ kind: 'badResponse' });
    expect(cloud.requests.map(({ host }) => host)).not.toContain('evil-cmk.vault.azure.net');
  });
});

describe('answers of Entra', () => {
  const entra =
    (given: FakeAnswer): Answer =>
    ({ host }) =>
      host === 'login.microsoftonline.com' ? given : undefined;
  const refusal = (
    status: number,
    error: string,
    number: number,
    text = 'Invalid client secret provided.',
  ): FakeAnswer => ({
    status,
    body: {
      error,
      error_description: `AADSTS${number}: ${text} Trace ID: x`,
      error_codes: [number],
    },
  });
  const cases: [string, FakeAnswer, Partial<ReadFailure>][] = [
    [
      'a wrong secret',
      refusal(401, 'invalid_client', 7000215),
      {
        kind: 'credential',
        code: 'AADSTS7000215',
        message: 'AADSTS7000215: Invalid client secret provided. Trace ID: x',
      },
    ],
    [
      'an unknown application',
      refusal(400, 'unauthorized_client', 700016),
      { kind: 'credential', code: 'AADSTS700016' },
    ],
    [
      'an unknown tenant',
      refusal(400, 'invalid_request', 90002),
      { kind: 'credential', code: 'AADSTS90002' },
    ],
    ['a 5xx', { status: 503, body: '<html>' }, { kind: 'unavailable', message: 'HTTP 503' }],
    [
      'a 429',
      { status: 429, headers: { 'retry-after': '30' } },
      { kind: 'throttled', retryAfterSeconds: 30 },
    ],
    ['HTML', { body: '<html>sign in</html>' }, { kind: 'badResponse' }],
    ['no token', { body: { token_type: 'Bearer' } }, { kind: 'badResponse' }],
    [
      'a redirect',
      { status: 302, headers: { location: 'https://evil.example/' } },
      { kind: 'badResponse' },
    ],
    ['a reset', { act: 'reset' }, { kind: 'unavailable' }],
  ];
  it.each(cases)('%s', async (_name, given, expected) => {
    answer = entra(given);
    expect(await failureOf(read())).toMatchObject(expected);
    expect(atArm()).toEqual([]);
  });

  it('asks for one token for many calls, and for a new one after a refusal', async () => {
    const tokens = () =>
      cloud.requests.filter(({ host }) => host === 'login.microsoftonline.com').length;
    answer = ofArm({ body: azure.vaultDocument });
    await Promise.all(Array.from({ length: 8 }, () => read()));
    expect(tokens()).toBe(1);
    answer = ofArm(azure.error(401, 'ExpiredAuthenticationToken', 'expired'));
    await failureOf(read());
    answer = ofArm({ body: azure.vaultDocument });
    await read();
    expect(tokens()).toBe(2);
  });

  it('refuses what cannot be a credential', async () => {
    for (const connection of [
      { ...azure.connection, clientSecret: '' },
      { ...azure.connection, tenantId: 'a/b' },
    ]) {
      expect(await failureOf(connector.readVault(connection, azure.vaultReference))).toMatchObject({
        kind: 'credential',
      });
    }
  });
});

describe('answers of Key Vault', () => {
  const latest = { name: 'ajo-cmk', version: null };
  const readKey = () => connector.readKey(azure.connection, azure.vaultReference, latest);
  /**
   * ARM keeps silent in a way that sends us to the vault, whose answer then decides nothing but
   * itself.
   */
  const vaultSays =
    (given: FakeAnswer): Answer =>
    (request) => {
      if (request.host === 'management.azure.com')
        return azure.armDenied('Microsoft.KeyVault/vaults/keys/read');
      if (!request.host.endsWith('.vault.azure.net') || request.headers.authorization === undefined)
        return undefined;
      return given;
    };
  const wrong: [string, FakeAnswer][] = [
    ['HTML', { body: '<html>' }],
    ['no key', { body: {} }],
    [
      'another vault’s key',
      { body: azure.keyBundle(azure.VERSION, {}, {}, 'fabrikam-cmk.vault.azure.net') },
    ],
    [
      'another key',
      {
        body: azure.keyBundle(azure.VERSION, {
          kid: `https://contoso-cmk.vault.azure.net/keys/other/${azure.VERSION}`,
        }),
      },
    ],
    ['no modulus', { body: azure.keyBundle(azure.VERSION, { n: undefined }) }],
    ['no operations', { body: azure.keyBundle(azure.VERSION, { key_ops: undefined }) }],
    ['text for a time', { body: azure.keyBundle(azure.VERSION, {}, { exp: 'soon' }) }],
    ['a redirect', { status: 307, headers: { location: 'https://evil.example/' } }],
    [
      'a challenge again',
      {
        status: 401,
        headers: {
          'www-authenticate':
            'Bearer authorization="https://evil.example/x", resource="https://evil.example"',
        },
      },
    ],
  ];
  it.each(wrong)('no fact from %s; ARM’s refusal stands', async (_name, given) => {
    answer = vaultSays(given);
    expect(await failureOf(readKey())).toMatchObject({
      kind: 'denied',
      permission: 'Microsoft.KeyVault/vaults/keys/read',
    });
  });

  it('gives no token to a challenge for another resource', async () => {
    answer = (request) => {
      if (request.host === 'management.azure.com')
        return azure.armDenied('Microsoft.KeyVault/vaults/keys/read');
      if (!request.host.endsWith('.vault.azure.net')) return undefined;
      return {
        status: 401,
        headers: {
          'www-authenticate': `Bearer authorization="https://login.microsoftonline.com/${azure.TENANT}", resource="https://management.azure.com"`,
        },
      };
    };
    await failureOf(readKey());
    expect(
      cloud.requests.filter(
        ({ host, headers }) =>
          host.endsWith('.vault.azure.net') && headers.authorization !== undefined,
      ),
    ).toEqual([]);
  });
});

describe('what is asked', () => {
  it('is never built from an unchecked name (KID-03, KID-04)', async () => {
    const names = [
      'evil.example/',
      'a',
      '-bad',
      'con--toso',
      'x@evil',
      'a234567890123456789012345',
    ];
    for (const name of names) {
      expect(
        await failureOf(
          connector.readVault(azure.connection, { kind: 'vault', name, resourceId: null }),
        ),
      ).toMatchObject({
        kind: 'rejected',
      });
    }
    const references = [
      azure.VAULT_ID.replace('contoso-cmk', 'fabrikam'),
      `${azure.VAULT_ID}/../../x`,
      'https://evil.example',
      `${azure.VAULT_ID}?x=1`,
    ];
    for (const resourceId of references) {
      expect(
        await failureOf(
          connector.readVault(azure.connection, { ...azure.vaultReference, resourceId }),
        ),
      ).toMatchObject({
        kind: 'rejected',
      });
    }
    for (const name of ['a/b', '..', 'a_b', '']) {
      expect(
        await failureOf(
          connector.readKey(azure.connection, azure.vaultReference, { name, version: null }),
        ),
      ).toMatchObject({
        kind: 'rejected',
      });
    }
    expect(
      await failureOf(connector.readServicePrincipal(azure.connection, "x') or ('")),
    ).toMatchObject({ kind: 'rejected' });
    expect(cloud.requests).toEqual([]);
  });
});

describe('secrets', () => {
  it('appear in no error, whoever repeats them (ERR-08)', async () => {
    const ofSecret = [
      azure.SECRET,
      encodeURIComponent(azure.SECRET),
      new URLSearchParams({ s: azure.SECRET }).toString().slice(2),
    ];
    const spellings = [...ofSecret, azure.ACCESS_TOKEN];
    const noise = `\u0000\u001b[31m ${'long '.repeat(300)}`;
    const text = `${spellings.join(' | ')} ${noise}`;
    const refusal = `${ofSecret.join(' | ')} ${noise}`;
    const document = { error: { code: 'Oops', message: text } };
    const answers: Answer[] = [
      ({ host }) =>
        host === 'login.microsoftonline.com'
          ? { status: 400, body: { error: 'invalid_client', error_description: refusal } }
          : undefined,
      ({ host }) =>
        host === 'login.microsoftonline.com' ? { status: 400, body: text } : undefined,
      ({ host }) => (host === 'login.microsoftonline.com' ? { body: text } : undefined),
      ...[200, 302, 400, 401, 403, 404, 409, 429, 500].flatMap((status) => [
        ofArm({ status, body: document }),
        ofArm({ status, body: text }),
      ]),
      ofArm({ body: { ...azure.vaultDocument, id: azure.SECRET } }),
    ];
    for (const given of answers) {
      answer = given;
      const error: unknown = await read().catch((reason: unknown) => reason);
      expect(error).toBeInstanceOf(ConnectorError);
      const { failure, message, stack, cause } = error as ConnectorError;
      const shown = JSON.stringify([failure, message, stack, String(cause)]);
      for (const spelling of spellings) expect(shown).not.toContain(spelling);
      expect(failure.message.length).toBeLessThanOrEqual(500);
      expect(failure.message).not.toMatch(/\p{Cc}/u);
    }
  });
});
