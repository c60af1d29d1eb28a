/** Tokens of IMS: how they are asked for, how long they are kept, who shares them. */
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { DEFAULT_RETRY_LIMITS } from '@keyway/connector-transport';
import { startFakeCloud } from '@keyway/connector-transport/testing';
import type { FakeAnswer, FakeCloud } from '@keyway/connector-transport/testing';
import { ConnectorError } from '@keyway/core';
import * as adobe from './testing/adobeDocuments.ts';
import { createImsTokens, tokenOf, usableSeconds } from './imsToken.ts';
import type { ImsTokens } from './imsToken.ts';

let cloud: FakeCloud;
let answer: FakeAnswer;
let tokens: ImsTokens;

const token = (value: string, expiresIn: unknown = 86399): FakeAnswer => ({
  body: { access_token: value, token_type: 'bearer', expires_in: expiresIn },
});

beforeEach(async () => {
  answer = token('t1');
  cloud = await startFakeCloud(adobe.HOSTS, () => answer);
  tokens = createImsTokens(
    { agent: cloud.agent, timeoutMs: 15_000 },
    { ...DEFAULT_RETRY_LIMITS, firstDelayMs: 1 },
  );
});
afterEach(() => cloud.close());

describe('a token', () => {
  it('is asked for as documented (AUTH-02, AUTH-04): in the body, scopes with commas', async () => {
    await expect(tokens.get(adobe.connection)).resolves.toBe('t1');
    const [request] = cloud.requests;
    expect(request).toMatchObject({
      method: 'POST',
      host: 'ims-na1.adobelogin.com',
      path: '/ims/token/v3',
    });
    expect(request?.headers['content-type']).toBe('application/x-www-form-urlencoded');
    expect([...(request?.query.keys() ?? [])]).toEqual([]);
    expect(Object.fromEntries(new URLSearchParams(request?.body))).toEqual({
      grant_type: 'client_credentials',
      client_id: adobe.connection.clientId,
      client_secret: adobe.SECRET,
      scope: 'openid,AdobeID,read_organizations',
    });
  });

  it('is shared by all who ask at once and after, and not by another credential', async () => {
    await Promise.all(Array.from({ length: 10 }, () => tokens.get(adobe.connection)));
    await tokens.get({ ...adobe.connection, scopes: [...adobe.connection.scopes] });
    expect(cloud.requests).toHaveLength(1);
    await tokens.get({ ...adobe.connection, clientSecret: 'another' });
    expect(cloud.requests).toHaveLength(2);
  });

  it('is forgotten when it is refused, and only that one', async () => {
    await tokens.get(adobe.connection);
    tokens.drop(adobe.connection, 'older');
    await tokens.get(adobe.connection);
    expect(cloud.requests).toHaveLength(1);
    tokens.drop(adobe.connection, 't1');
    answer = token('t2');
    await expect(tokens.get(adobe.connection)).resolves.toBe('t2');
  });

  it('is used once where nothing says how long it lives', async () => {
    for (const lifetime of ['soon', 0, -5, null, {}]) {
      answer = token('t', lifetime);
      cloud.requests.length = 0;
      await tokens.get({ ...adobe.connection, clientId: `c-${String(lifetime)}` });
      await tokens.get({ ...adobe.connection, clientId: `c-${String(lifetime)}` });
      expect(cloud.requests).toHaveLength(2);
    }
  });

  it('that cannot be had is a typed failure, and is asked for again', async () => {
    const cases: [FakeAnswer, string][] = [
      [
        {
          status: 400,
          body: { error: 'invalid_client', error_description: 'invalid client_id parameter' },
        },
        'credential',
      ],
      [{ status: 400, body: { error: 'invalid_scope' } }, 'credential'],
      [{ status: 403, body: '<html>' }, 'credential'],
      [{ status: 429, headers: { 'retry-after': '30' } }, 'throttled'],
      [{ body: '<html>' }, 'badResponse'],
      [{ body: { access_token: 7 } }, 'badResponse'],
      [{ body: { access_token: 'a\r\nb' } }, 'badResponse'],
      [{ status: 302, headers: { location: 'https://evil.example' } }, 'badResponse'],
    ];
    for (const [given, kind] of cases) {
      answer = given;
      await expect(tokens.get(adobe.connection)).rejects.toMatchObject({
        failure: { kind },
        ambiguous: false,
      });
      await expect(tokens.get(adobe.connection)).rejects.toBeInstanceOf(ConnectorError);
    }
    answer = token('at-last');
    await expect(tokens.get(adobe.connection)).resolves.toBe('at-last');
  });
});

describe('lifetimes', () => {
  it('are seconds, or milliseconds when they are too long for seconds (AUTH-03)', () => {
    expect(tokenOf({ access_token: 'a', expires_in: 86399 })).toEqual({
      value: 'a',
      lifetimeSeconds: 86399,
    });
    expect(tokenOf({ access_token: 'a', expires_in: 86399992 })).toEqual({
      value: 'a',
      lifetimeSeconds: 86399,
    });
    expect(tokenOf({ access_token: 'a', expires_in: '86399' })).toEqual({
      value: 'a',
      lifetimeSeconds: 86399,
    });
    expect(tokenOf({ expires_in: 86399 })).toBeNull();
  });

  it('end five minutes early, or at half time for short ones', () => {
    expect(usableSeconds(86399)).toBe(86099);
    expect(usableSeconds(400)).toBe(200);
    expect(usableSeconds(0)).toBe(0);
  });
});
