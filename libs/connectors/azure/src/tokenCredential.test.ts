/** Tokens of Entra: what is asked for, who shares one, and when a new one is asked for. */
import { startFakeCloud } from '@keyway/connector-transport/testing';
import type { FakeAnswer, FakeCloud } from '@keyway/connector-transport/testing';
import { DEFAULT_RETRY_LIMITS } from '@keyway/connector-transport';
import { afterEach, beforeEach, expect, it, vi } from 'vitest';
import * as azure from './testing/azureDocuments.ts';
import { createTokenCredential } from './tokenCredential.ts';

const ARM = 'https://management.azure.com/.default';
const OTHER_TENANT = '99999999-8888-7777-6666-555555555555';
let cloud: FakeCloud;
let lifetimeSeconds: number;
let answer: (count: number) => FakeAnswer;

beforeEach(async () => {
  lifetimeSeconds = 3599;
  answer = (count) => ({ body: { expires_in: lifetimeSeconds, access_token: `token-${count}` } });
  cloud = await startFakeCloud(azure.HOSTS, () => answer(cloud.requests.length));
});
afterEach(() => cloud.close());

const credential = (given: Partial<typeof azure.connection> = {}) =>
  createTokenCredential(
    { ...azure.connection, ...given },
    {
      agent: cloud.agent,
      timeoutMs: 60_000,
      retry: { ...DEFAULT_RETRY_LIMITS, firstDelayMs: 1 },
      secrets: [azure.SECRET],
    },
  );
const forms = () =>
  cloud.requests.map(({ body }) => Object.fromEntries(new URLSearchParams(body).entries()));

it('asks by the client secret, in a form, in the tenant of the connection', async () => {
  await expect(credential().getToken(ARM)).resolves.toMatchObject({ token: 'token-1' });
  const [request] = cloud.requests;
  expect(request).toMatchObject({
    method: 'POST',
    path: `/${azure.connection.tenantId}/oauth2/v2.0/token`,
    headers: { 'content-type': 'application/x-www-form-urlencoded' },
  });
  expect(forms()).toEqual([
    {
      grant_type: 'client_credentials',
      client_id: azure.connection.clientId,
      client_secret: azure.SECRET,
      scope: ARM,
    },
  ]);
});

it('keeps a token for its scope and tenant alone, and shares a request under way', async () => {
  const { getToken } = credential();
  const tokens = await Promise.all([
    getToken(ARM),
    getToken([ARM]),
    getToken('https://graph.microsoft.com/.default'),
    getToken(ARM, { tenantId: OTHER_TENANT }),
  ]);
  expect(new Set(tokens.map((token) => token?.token)).size).toBe(3);
  expect(tokens[0]).toBe(tokens[1]);
  expect(await getToken(ARM)).toBe(tokens[0]);
  expect(cloud.requests.map(({ path }) => path.split('/')[1]).toSorted()).toEqual(
    [azure.connection.tenantId, azure.connection.tenantId, OTHER_TENANT].toSorted(),
  );
});

it('uses no token in its last five minutes', async () => {
  lifetimeSeconds = 300;
  const { getToken } = credential();
  await getToken(ARM);
  expect((await getToken(ARM))?.token).toBe('token-2');
  lifetimeSeconds = 360;
  expect((await getToken(ARM))?.token).toBe('token-3');
  expect((await getToken(ARM))?.token).toBe('token-3');
});

/** As Keyway signs in as an identity provider: each assertion is another one. */
function federated() {
  let signed = 0;
  const sign = () => Promise.resolve(`assertion-${(signed += 1)}`);
  return credential({ clientSecret: undefined, federation: { subject: 'o', sign } } as never);
}
const assertions = () => forms().map((form) => form['client_assertion']);

it('signs each attempt again, because one whose answer was lost may have counted', async () => {
  const taken = answer;
  answer = (count) => [{ act: 'reset' as const }, { status: 503 }][count - 1] ?? taken(count);
  await expect(federated().getToken(ARM)).resolves.toMatchObject({ token: 'token-3' });
  expect(assertions()).toEqual(['assertion-1', 'assertion-2', 'assertion-3']);
});

it('signs again once the token is over, and after an assertion that had expired', async () => {
  vi.useFakeTimers({ toFake: ['Date'] });
  try {
    const { getToken } = federated();
    await getToken(ARM);
    vi.setSystemTime(Date.now() + 3_299_000 - 1);
    await getToken(ARM);
    expect(assertions()).toEqual(['assertion-1']);
    vi.setSystemTime(Date.now() + 1_000);
    const taken = answer;
    const description = 'AADSTS700024: Client assertion is not within its valid time range.';
    const refusal = { error: 'invalid_client', error_description: description };
    answer = () => ({ status: 401, body: refusal });
    await expect(getToken(ARM)).rejects.toMatchObject({ failure: { code: 'AADSTS700024' } });
    answer = taken;
    await expect(getToken(ARM)).resolves.toMatchObject({ token: 'token-3' });
    expect(assertions()).toEqual(['assertion-1', 'assertion-2', 'assertion-3']);
  } finally {
    vi.useRealTimers();
  }
});

it('passes on the claims of a challenge, and replaces the token that was refused', async () => {
  const { getToken } = credential();
  await getToken(ARM, { enableCae: true });
  const claims = '{"access_token":{"nbf":{"essential":true,"value":"1700000000"}}}';
  const next = await getToken(ARM, { enableCae: true, claims });
  expect(next?.token).toBe('token-2');
  expect(await getToken(ARM, { enableCae: true })).toBe(next);
  expect(forms().map(({ claims: sent }) => JSON.parse(sent!) as unknown)).toEqual([
    { access_token: { xms_cc: { values: ['cp1'] } } },
    {
      access_token: {
        nbf: { essential: true, value: '1700000000' },
        xms_cc: { values: ['cp1'] },
      },
    },
  ]);
});

it('does not keep a failure, nor what is no token', async () => {
  const { getToken } = credential();
  const token = answer;
  const wrong: [FakeAnswer, object][] = [
    [{ status: 400, body: { error: 'invalid_client' } }, { kind: 'credential' }],
    [
      {
        status: 401,
        headers: { 'www-authenticate': 'Bearer' },
        body: { error: 'invalid_client', error_description: 'AADSTS7000222: expired' },
      },
      { kind: 'credential', code: 'AADSTS7000222' },
    ],
    [{ body: { access_token: 'with a blank', expires_in: 3599 } }, { kind: 'badResponse' }],
    [{ body: { access_token: 'token', expires_in: 'soon' } }, { kind: 'badResponse' }],
  ];
  for (const [given, failure] of wrong) {
    answer = () => given;
    await expect(getToken(ARM)).rejects.toMatchObject({ failure, ambiguous: false });
  }
  answer = token;
  await expect(getToken(ARM)).resolves.toMatchObject({ token: 'token-5' });
});

it('asks in no tenant whose name is none', async () => {
  for (const tenantId of ['a/b', '..', '', 'a?b'])
    await expect((async () => credential().getToken(ARM, { tenantId }))()).rejects.toMatchObject({
      failure: { kind: 'credential' },
      ambiguous: false,
    });
  for (const given of [{ tenantId: '../x' }, { clientId: '' }, { clientSecret: '' }])
    expect(() => credential(given)).toThrow(
      expect.objectContaining({ failure: expect.objectContaining({ kind: 'credential' }) }),
    );
  expect(cloud.requests).toEqual([]);
});
