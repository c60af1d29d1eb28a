/** Whatever Entra answers: one typed ConnectorError, and ARM is not called. */
import { describe, expect, it } from 'vitest';
import type { FakeAnswer } from '@keyway/connector-transport/testing';
import type { ReadFailure } from '@keyway/core';
import {
  answeringClouds,
  atArm,
  failureOf,
  ofArm,
  readVault,
  type Answer,
} from './testing/answeringClouds.ts';
import * as azure from './testing/azureDocuments.ts';

const clouds = answeringClouds();

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
      error_description: `AADSTS${number}: ${text} Trace ID: 0a1b-2c Correlation ID: 3d-4e\r\nTimestamp: 2026-11-30 04:20:11Z`,
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
        message: 'AADSTS7000215: Invalid client secret provided.',
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
    clouds.answer = entra(given);
    expect(await failureOf(readVault(clouds))).toMatchObject(expected);
    expect(atArm(clouds)).toEqual([]);
  });

  it('asks for one token for many calls, and for a new one after a refusal', async () => {
    const tokens = () =>
      clouds.cloud.requests.filter(({ host }) => host === 'login.microsoftonline.com').length;
    clouds.answer = ofArm({ body: azure.vaultDocument });
    await Promise.all(Array.from({ length: 8 }, () => readVault(clouds)));
    expect(tokens()).toBe(1);
    clouds.answer = ofArm(azure.error(401, 'ExpiredAuthenticationToken', 'expired'));
    await failureOf(readVault(clouds));
    clouds.answer = ofArm({ body: azure.vaultDocument });
    await readVault(clouds);
    expect(tokens()).toBe(2);
  });

  it('refuses what cannot be a credential', async () => {
    for (const connection of [
      { ...azure.connection, clientSecret: '' },
      { ...azure.connection, tenantId: 'a/b' },
    ]) {
      expect(
        await failureOf(clouds.connector.readVault(connection, azure.vaultReference)),
      ).toMatchObject({
        kind: 'credential',
      });
    }
  });
});
