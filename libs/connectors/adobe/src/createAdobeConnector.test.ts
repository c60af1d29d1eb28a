/**
 * The contract of the Adobe port against answers in Adobe's documented forms, and against wrong
 * ones.
 */
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { startFakeCloud } from '@keyway/connector-transport/testing';
import type { FakeAnswer, FakeCloud, FakeRequest } from '@keyway/connector-transport/testing';
import { ConnectorError } from '@keyway/core';
import type { AdobePort, ReadFailure } from '@keyway/core';
import { createAdobeConnector } from './createAdobeConnector.ts';
import * as adobe from './testing/adobeDocuments.ts';

type Answer = (request: FakeRequest) => FakeAnswer | undefined;

let cloud: FakeCloud;
let answer: Answer;
let connector: AdobePort;

const signIn: Answer = ({ host }) =>
  host === 'ims-na1.adobelogin.com'
    ? { body: { access_token: adobe.ACCESS_TOKEN, token_type: 'bearer', expires_in: 86399 } }
    : undefined;

beforeEach(async () => {
  answer = () => undefined;
  cloud = await startFakeCloud(
    adobe.HOSTS,
    (request) => answer(request) ?? signIn(request) ?? { status: 404, body: '' },
  );
  connector = createAdobeConnector({ agent: cloud.agent, retry: { firstDelayMs: 1 } });
});
afterEach(() => cloud.close());

const platform =
  (given: FakeAnswer): Answer =>
  ({ host }) =>
    host === adobe.connection.host ? given : undefined;
const requestsTo = (host = adobe.connection.host): FakeRequest[] =>
  cloud.requests.filter((request) => request.host === host);
const status = () => connector.readConfiguration(adobe.connection, 'Config1');

async function errorOf(call: Promise<unknown>): Promise<ConnectorError> {
  const error: unknown = await call.then(
    () => null,
    (reason: unknown) => reason,
  );
  if (!(error instanceof ConnectorError))
    throw new Error('expected a ConnectorError', { cause: error });
  return error;
}
const failureOf = async (call: Promise<unknown>): Promise<ReadFailure> =>
  (await errorOf(call)).failure;

describe('readAppRegistration', () => {
  it('answers the organization’s app, with the documented headers (AEP-19, AEP-20, API-02, API-03)', async () => {
    answer = platform({ body: adobe.appRegistration });
    await expect(connector.readAppRegistration(adobe.connection)).resolves.toEqual(
      adobe.appRegistration,
    );
    const [request] = requestsTo();
    expect(request).toMatchObject({
      method: 'GET',
      path: '/data/infrastructure/manager/byok/app-registration',
      headers: {
        authorization: `Bearer ${adobe.ACCESS_TOKEN}`,
        'x-api-key': 'acp_provisioning',
        'x-gw-ims-org-id': adobe.ORGANIZATION,
      },
    });
    expect(request?.headers['x-sandbox-name']).toBeUndefined();
  });

  it('is no app registration when a field is missing or no text', async () => {
    for (const wrong of [
      { applicationId: undefined },
      { applicationRedirectUrl: 7 },
      { name: '' },
      { applicationUri: null },
    ]) {
      answer = platform({ body: { ...adobe.appRegistration, ...wrong } });
      expect(await failureOf(connector.readAppRegistration(adobe.connection))).toMatchObject({
        kind: 'badResponse',
      });
    }
    answer = platform({ body: { ...adobe.appRegistration, id: 5, other: {} } });
    await expect(connector.readAppRegistration(adobe.connection)).resolves.toMatchObject({
      id: null,
    });
  });
});

describe('readConfiguration', () => {
  it('asks for the exact name, encoded (GAP-01, VAL-26), and keeps the status verbatim (ST-03 to ST-07)', async () => {
    for (const said of [
      'RUNNING',
      'UPDATE_EXISTING_RESOURCES',
      'COMPLETED',
      'FAILED',
      'PENDING_APPROVAL',
      'completed',
    ]) {
      answer = platform({ body: adobe.configuration(said) });
      await expect(connector.readConfiguration(adobe.connection, 'Config 1/ä?#')).resolves.toEqual({
        id: '4df7886b-a122-4391-880b-47888d5c5b92',
        status: said,
        keyVaultKeyIdentifier: adobe.KEY,
        imsOrgId: adobe.ORGANIZATION,
      });
    }
    expect(requestsTo()[0]?.path).toBe(
      '/data/infrastructure/manager/customer/config/Config%201%2F%C3%A4%3F%23',
    );
    expect(requestsTo()[0]?.query.get('configType')).toBe('BYOK_CONFIG');
  });

  it('says null for what Adobe did not say (ST-07)', async () => {
    for (const said of [undefined, null, 5, '', {}]) {
      answer = platform({ body: adobe.configuration(said) });
      await expect(status()).resolves.toMatchObject({ status: null });
    }
  });

  it('reads answers of earlier versions (API-11)', async () => {
    answer = platform({ body: adobe.betaStatus });
    await expect(status()).resolves.toMatchObject({
      status: 'COMPLETED',
      keyVaultKeyIdentifier: adobe.OLD_KEY,
    });
    answer = platform({
      body: { ...adobe.betaStatus, configData: { keyVaultIdentifier: adobe.KEY } },
    });
    await expect(status()).resolves.toMatchObject({ keyVaultKeyIdentifier: adobe.KEY });
  });

  it('refuses names that would climb out of the path, and hosts that are not Adobe’s (REG-09)', async () => {
    for (const name of ['', '.', '..', '\ud800'])
      expect(await failureOf(connector.readConfiguration(adobe.connection, name))).toMatchObject({
        kind: 'rejected',
      });
    for (const host of [
      'platform.adobe.io.evil.example',
      'evil.example',
      'platform-NLD2.adobe.io',
      'platform.adobe.io:8443',
      'x@platform.adobe.io',
      'platform-nld22.adobe.io',
    ]) {
      expect(
        await errorOf(connector.readConfiguration({ ...adobe.connection, host }, 'a')),
      ).toMatchObject({
        failure: { kind: 'rejected' },
        ambiguous: false,
      });
    }
    expect(
      await failureOf(
        connector.readConfiguration({ ...adobe.connection, imsOrgId: 'a\r\nx-evil: 1' }, 'a'),
      ),
    ).toMatchObject({
      kind: 'rejected',
    });
    expect(cloud.requests).toEqual([]);
  });
});

describe('submitConfiguration', () => {
  // Spaces, escapes and their order are part of what was approved.
  const body =
    '{ "name":"Config1", "type":"BYOK_CONFIG",\n "imsOrgId":"x", "configData":{"keyVaultKeyIdentifier":"\\u0068ttps"} }';
  const submit = () => connector.submitConfiguration(adobe.connection, body);

  it('sends exactly these bytes, once, as JSON (AEP-36, AEP-39), and takes the job’s status, not the row’s (API-05, ST-02)', async () => {
    answer = platform({ status: 201, body: adobe.posted });
    await expect(submit()).resolves.toEqual({
      id: '4df7886b-a122-4391-880b-47888d5c5b92',
      status: 'CREATED',
      keyVaultKeyIdentifier: adobe.KEY,
      imsOrgId: adobe.ORGANIZATION,
    });
    expect(requestsTo()).toHaveLength(1);
    expect(requestsTo()[0]).toMatchObject({
      method: 'POST',
      path: '/data/infrastructure/manager/customer/config',
      body,
    });
    expect(requestsTo()[0]?.headers['content-type']).toBe('application/json');
  });

  it('accepts any 2xx, also one that cannot be read (GAP-31)', async () => {
    const nothing = { id: null, status: null, keyVaultKeyIdentifier: null, imsOrgId: null };
    const twice = JSON.stringify(adobe.posted).replace(
      '"status":"CREATED"',
      '"status":"CREATED","status":"FAILED"',
    );
    const answers: FakeAnswer[] = [
      { status: 204 },
      { status: 202, body: '<html>' },
      { body: adobe.posted, act: 'breakOff' },
      { body: 'null' },
      { body: [] },
      { body: twice },
      { body: `"${'x'.repeat(3_000_000)}"` },
    ];
    for (const given of answers) {
      cloud.requests.length = 0;
      answer = platform(given);
      await expect(submit()).resolves.toEqual(nothing);
      expect(requestsTo()).toHaveLength(1);
    }
    answer = platform({ status: 202, body: adobe.betaPosted });
    await expect(submit()).resolves.toMatchObject({
      status: 'CREATED',
      keyVaultKeyIdentifier: adobe.OLD_KEY,
    });
  });

  it('is never sent twice, and says whether it may have arrived (AEP-40)', async () => {
    const cases: [FakeAnswer, string, boolean][] = [
      [{ status: 500 }, 'unavailable', true],
      [{ status: 503, headers: { 'retry-after': '1' } }, 'unavailable', true],
      [{ act: 'reset' }, 'unavailable', true],
      [{ status: 302, headers: { location: 'https://platform.adobe.io/' } }, 'badResponse', true],
      [{ status: 429 }, 'throttled', false],
      [{ status: 400, body: { title: 'BadRequestError', detail: 'no' } }, 'rejected', false],
      [{ status: 409, body: { errorMessage: 'exists' } }, 'rejected', false],
      [
        { status: 403, body: { error_code: '403025', message: 'Profile is not valid' } },
        'denied',
        false,
      ],
    ];
    for (const [given, kind, ambiguous] of cases) {
      cloud.requests.length = 0;
      answer = platform(given);
      expect(await errorOf(submit())).toMatchObject({ failure: { kind }, ambiguous });
      expect(requestsTo()).toHaveLength(1);
    }
  });

  it('may have arrived when no answer comes in time (AEP-40)', async () => {
    connector = createAdobeConnector({ agent: cloud.agent, timeoutMs: 200 });
    answer = platform({ body: adobe.appRegistration });
    // On a busy machine signing in may take longer than this short time: until it has succeeded
    // once.
    while (!(await connector.readAppRegistration(adobe.connection).catch(() => null)));
    answer = platform({ act: 'silence' });
    expect(await errorOf(submit())).toMatchObject({
      failure: { kind: 'unavailable', code: 'ETIMEDOUT' },
      ambiguous: true,
    });
  });

  it('is not in doubt where no token could be had: nothing was sent', async () => {
    answer = ({ host }) =>
      host === 'ims-na1.adobelogin.com'
        ? {
            status: 401,
            body: { error: 'invalid_client', error_description: 'invalid client_secret' },
          }
        : undefined;
    expect(await errorOf(submit())).toMatchObject({
      failure: { kind: 'credential', code: 'invalid_client' },
      ambiguous: false,
    });
    expect(requestsTo()).toEqual([]);
  });

  it('is sent again only where the gateway refused the token itself (401013), and then once', async () => {
    let refusals = 1;
    answer = ({ host }) => {
      if (host !== adobe.connection.host) return undefined;
      return (refusals -= 1) >= 0
        ? { status: 401, body: { error_code: '401013', message: 'Oauth token is not valid' } }
        : { body: adobe.posted };
    };
    await expect(submit()).resolves.toMatchObject({ status: 'CREATED' });
    expect(requestsTo('ims-na1.adobelogin.com')).toHaveLength(2);
    refusals = 9;
    expect(await failureOf(submit())).toMatchObject({ kind: 'credential', code: '401013' });
    expect(requestsTo()).toHaveLength(4);
    answer = platform({ status: 401, body: '' });
    cloud.requests.length = 0;
    expect(await failureOf(submit())).toMatchObject({ kind: 'credential' });
    expect(requestsTo()).toHaveLength(1);
  });
});

describe('failures of Experience Platform', () => {
  const answers: [FakeAnswer, Partial<ReadFailure>][] = [
    [
      { status: 401, body: { error_code: '401013', message: 'Oauth token is not valid' } },
      { kind: 'credential', code: '401013', message: 'Oauth token is not valid' },
    ],
    [
      { status: 403, body: { error_code: '403003', message: 'Api Key is invalid' } },
      { kind: 'denied', code: '403003', permission: null },
    ],
    [
      { status: 403, body: { error_code: '403025', message: 'Profile is not valid' } },
      { kind: 'denied', code: '403025', permission: null },
    ],
    [
      { status: 403, body: { title: 'Forbidden', detail: 'Access is denied' } },
      { kind: 'denied', permission: 'Manage Customer Managed Key', message: 'Access is denied' },
    ],
    [
      { status: 403, body: 'no' },
      {
        kind: 'denied',
        permission: 'Manage Customer Managed Key',
        message: 'HTTP 403',
        code: null,
      },
    ],
    [
      {
        status: 400,
        body: {
          type: '/placeholder/type/uri',
          status: 400,
          title: 'BadRequestError',
          detail: 'A valid content-type must be specified',
        },
      },
      {
        kind: 'rejected',
        code: 'BadRequestError',
        message: 'A valid content-type must be specified',
      },
    ],
    [
      {
        status: 400,
        body: {
          type: 'http://ns.adobe.com/aep/errors/INSGHT-1000-400',
          title: 'Bad Request - Start date',
          status: 400,
          report: {},
        },
      },
      { kind: 'rejected', code: 'INSGHT-1000-400', message: 'Bad Request - Start date' },
    ],
    [
      { status: 412, body: { errorMessage: 'Supplied version=[...]' } },
      { kind: 'rejected', message: 'Supplied version=[...]' },
    ],
    [
      { status: 404, body: '' },
      { kind: 'notFound', message: 'HTTP 404' },
    ],
    [
      { status: 404, body: { title: 'NotFound', detail: 'nothing by that name' } },
      { kind: 'notFound', message: 'nothing by that name' },
    ],
    [
      { status: 404, body: '<html>gateway</html>' },
      { kind: 'badResponse', message: 'HTTP 404' },
    ],
    [
      { status: 302, headers: { location: 'https://evil.example/' } },
      { kind: 'badResponse', status: 302 },
    ],
    [
      { status: 429, headers: { 'retry-after': '19' } },
      { kind: 'throttled', retryAfterSeconds: 19 },
    ],
    [{ body: '<html>' }, { kind: 'badResponse', message: 'HTTP 200' }],
    [{ body: adobe.configuration('COMPLETED'), act: 'breakOff' }, { kind: 'badResponse' }],
    [{ body: '[]' }, { kind: 'badResponse' }],
    [{ body: '{}' }, { kind: 'badResponse', message: 'HTTP 200', status: 200 }],
    [{ body: { name: 'config1', rowType: 'BYOK_KEY', status: 7 } }, { kind: 'badResponse' }],
    [
      { status: 404, body: { error: 'no such thing' } },
      { kind: 'notFound', message: 'no such thing' },
    ],
    [
      { status: 404, body: { error: { code: 'NotFound', message: 'nothing by that name' } } },
      { kind: 'notFound', code: 'NotFound', message: 'nothing by that name' },
    ],
    [
      { status: 404, body: {} },
      { kind: 'notFound', message: 'HTTP 404' },
    ],
    [{ body: '{"status":"RUNNING","status":"COMPLETED"}' }, { kind: 'badResponse' }],
    [{ body: { error_code: '500000', message: 'wrong' } }, { kind: 'badResponse' }],
    [{ body: `{"status":"${'x'.repeat(3_000_000)}"}` }, { kind: 'badResponse' }],
  ];
  it.each(answers)('%j', async (given, expected) => {
    answer = platform(given);
    expect(await failureOf(status())).toMatchObject(expected);
  });

  it('are repeated for reads, a few times, when they are temporary', async () => {
    let failures = 2;
    answer = ({ host }) => {
      if (host !== adobe.connection.host) return undefined;
      return (failures -= 1) >= 0
        ? { status: 503, headers: { 'retry-after': '0' } }
        : { body: adobe.configuration('RUNNING') };
    };
    await expect(status()).resolves.toMatchObject({ status: 'RUNNING' });
    failures = 99;
    cloud.requests.length = 0;
    expect(await failureOf(status())).toMatchObject({ kind: 'unavailable', retryAfterSeconds: 0 });
    expect(requestsTo()).toHaveLength(4);
  });

  it('end at once when the caller gives up', async () => {
    const stop = new AbortController();
    answer = ({ host }) => {
      if (host === adobe.connection.host) stop.abort();
      return host === adobe.connection.host ? { act: 'silence' } : undefined;
    };
    expect(
      await failureOf(connector.readConfiguration(adobe.connection, 'a', { signal: stop.signal })),
    ).toMatchObject({
      code: 'ABORT_ERR',
    });
    expect(
      await errorOf(
        connector.submitConfiguration(adobe.connection, '{}', { signal: AbortSignal.abort() }),
      ),
    ).toMatchObject({
      failure: { code: 'ABORT_ERR' },
      ambiguous: false,
    });
  });

  it('hold no secret, whoever repeats it (ERR-08)', async () => {
    const spellings = [
      adobe.SECRET,
      encodeURIComponent(adobe.SECRET),
      new URLSearchParams({ s: adobe.SECRET }).toString().slice(2),
      adobe.ACCESS_TOKEN,
    ];
    const text = `${spellings.join(' | ')} \u0000\u001b[31m ${'long '.repeat(300)}`;
    for (const code of [200, 302, 400, 401, 403, 404, 409, 429, 500]) {
      for (const body of [{ message: text }, { detail: text }, { errorMessage: text }, text]) {
        answer = platform({ status: code, headers: { 'retry-after': '60' }, body });
        const call = code === 200 ? connector.readAppRegistration(adobe.connection) : status();
        const { failure, message, stack, cause } = await errorOf(call);
        const shown = JSON.stringify([failure, message, stack, String(cause)]);
        for (const spelling of spellings) expect(shown).not.toContain(spelling);
        expect(failure.message.length).toBeLessThanOrEqual(500);
      }
    }
  });
});
