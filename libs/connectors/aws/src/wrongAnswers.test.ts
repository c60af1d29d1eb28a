/** Whatever AWS answers: one typed ConnectorError, no crash, no false fact. */
import { describe, expect, it, vi } from 'vitest';
import type { FakeAnswer } from '@keyway/connector-transport/testing';
import type { ReadFailure } from '@keyway/core';
import {
  answeringAws,
  assumed,
  connection,
  EXTERNAL_ID,
  failureOf,
  KEY_ARN,
  keyMetadata,
  kmsError,
  ofKms,
  ofSts,
  SESSION_SECRET,
  stsError,
} from './testing/answeringAws.ts';

const aws = answeringAws();

const readKey = () => aws.connector.readKey(connection, KEY_ARN);
const sentTo = (service: string) =>
  aws.cloud.requests.filter(({ host }) => host.startsWith(`${service}.`));

const badResponse: Partial<ReadFailure> = { kind: 'badResponse' };
const key = (change: object): FakeAnswer => ({
  body: { KeyMetadata: { ...keyMetadata, ...change } },
});

/** What any service may answer wrongly, and what it then is. */
const anyService: [string, FakeAnswer, Partial<ReadFailure>][] = [
  ['HTML with 200', { body: '<html>maintenance</html>' }, badResponse],
  ['an empty 200', { body: '' }, badResponse],
  ['null', { body: 'null' }, badResponse],
  ['a list', { body: [] }, badResponse],
  ['no content', { status: 204 }, badResponse],
  ['too long a body', { body: `{"a":"${'x'.repeat(10_000_000)}"}` }, badResponse],
  ['too long a body, packed', { body: 'x'.repeat(10_000_000), act: 'gzip' }, badResponse],
  [
    'a redirect',
    { status: 302, headers: { location: 'https://kms.us-east-1.evil.example/' } },
    { kind: 'badResponse', status: 302 },
  ],
  ['a 404 of a gateway', { status: 404, body: '<html>no</html>' }, badResponse],
  ['a 404 that is JSON, but none of AWS', { status: 404, body: { error: 'no' } }, badResponse],
  ['an empty 404', { status: 404 }, badResponse],
  ['an HTML 403', { status: 403, body: '<html>proxy</html>' }, { kind: 'denied', code: null }],
  ['a 401', { status: 401 }, { kind: 'credential', message: 'HTTP 401' }],
  ['a 400 without a code', { status: 400, body: {} }, { kind: 'rejected', code: null }],
  ['a 429', { status: 429 }, { kind: 'throttled' }],
  ['a 503', { status: 503, body: '<html>later</html>' }, { kind: 'unavailable', status: 503 }],
  ['a reset', { act: 'reset' }, { kind: 'unavailable', code: 'ECONNRESET' }],
  ['silence', { act: 'silence' }, { kind: 'unavailable', code: 'ETIMEDOUT' }],
];

describe('answers of KMS', () => {
  it.each<[string, FakeAnswer, Partial<ReadFailure>]>([
    ...anyService,
    ['half a body', { ...key({}), act: 'breakOff' }, badResponse],
    ['cut JSON', { body: JSON.stringify({ KeyMetadata: keyMetadata }).slice(0, 150) }, badResponse],
    [
      'a member named twice',
      {
        body: JSON.stringify({ KeyMetadata: keyMetadata }).replace(
          '"Enabled":true',
          '"Enabled":true,"Enabled":false',
        ),
      },
      badResponse,
    ],
    ['no metadata', { body: {} }, badResponse],
    ['metadata that is a text', { body: { KeyMetadata: 'x' } }, badResponse],
    ['no ARN', key({ Arn: undefined }), badResponse],
    ['another key', key({ Arn: `${KEY_ARN}0` }), badResponse],
    ['a truth value as a text', key({ Enabled: 'true' }), badResponse],
    ['a state that is a number', key({ KeyState: 7 }), badResponse],
    ['a date that is none', key({ DeletionDate: 'soon' }), badResponse],
    ['a list of origins', key({ Origin: ['AWS_KMS'] }), badResponse],
    [
      'a key that is not found',
      kmsError('NotFoundException', 'Key does not exist'),
      { kind: 'notFound', code: 'NotFoundException', message: 'Key does not exist' },
    ],
    [
      'a code with its namespace',
      kmsError('com.amazonaws.kms#NotFoundException:http://x', 'no'),
      { kind: 'notFound', code: 'NotFoundException' },
    ],
    [
      'a denial that names the permission',
      kmsError(
        'AccessDeniedException',
        'User: u is not authorized to perform: kms:DescribeKey on resource: r because no identity-based policy allows it',
      ),
      { kind: 'denied', permission: 'kms:DescribeKey' },
    ],
    [
      'a denial that names none',
      kmsError('AccessDeniedException'),
      { kind: 'denied', permission: 'kms:DescribeKey', message: 'HTTP 400' },
    ],
    [
      'a state that forbids it',
      kmsError('KMSInvalidStateException'),
      { kind: 'rejected', code: 'KMSInvalidStateException' },
    ],
    ['throttling', kmsError('ThrottlingException', 'Rate exceeded'), { kind: 'throttled' }],
    ['an error of its own', kmsError('KMSInternalException', '', 500), { kind: 'unavailable' }],
    ['a wrong signature', kmsError('InvalidSignatureException'), { kind: 'credential' }],
    ['a code of Object', kmsError('constructor'), { kind: 'rejected', code: 'constructor' }],
  ])('%s', async (_name, given, expected) => {
    aws.answer = ofKms(given);
    expect(await failureOf(readKey())).toMatchObject(expected);
  });

  it('read a rotation and a policy only in their form', async () => {
    const rotation = () => aws.connector.readRotation(connection, KEY_ARN);
    const policy = () => aws.connector.readKeyPolicy(connection, KEY_ARN);
    for (const body of [
      {},
      { KeyRotationEnabled: 'no' },
      { KeyRotationEnabled: true, RotationPeriodInDays: '365' },
      { KeyRotationEnabled: true, KeyId: `${KEY_ARN}0` },
    ]) {
      aws.answer = ofKms({ body });
      expect(await failureOf(rotation())).toMatchObject(badResponse);
    }
    for (const body of [{}, { Policy: null }, { Policy: { Statement: [] } }]) {
      aws.answer = ofKms({ body });
      expect(await failureOf(policy())).toMatchObject(badResponse);
    }
    aws.answer = ofKms({ body: { Policy: '{ "no": json' } });
    expect(await policy()).toEqual({ policy: '{ "no": json' });
  });
});

describe('answers of STS', () => {
  it.each<[string, FakeAnswer, Partial<ReadFailure>]>([
    ...anyService,
    ['half a body', { ...assumed(), act: 'breakOff' }, badResponse],
    ['JSON', { body: { Credentials: {} } }, badResponse],
    ['no secret', assumed((xml) => xml.replace(/<SecretAccessKey>.*/, '')), badResponse],
    ['an empty token', assumed((xml) => xml.replace('the-token-of-the-session', '')), badResponse],
    [
      'a token that would be two headers',
      assumed((xml) => xml.replace('the-token-of-the-session', 'a&#10;x-evil: 1')),
      badResponse,
    ],
    ['a date that is none', assumed((xml) => xml.replace('2999-01-01', 'never')), badResponse],
    [
      'another account',
      assumed((xml) => xml.replace('sts::123456789012', 'sts::999999999999')),
      { kind: 'badResponse', code: 'KEYWAY_OTHER_RESOURCE' },
    ],
    [
      'another role',
      assumed((xml) => xml.replace('assumed-role/keyway-reader', 'assumed-role/admin')),
      { kind: 'badResponse', code: 'KEYWAY_OTHER_RESOURCE' },
    ],
    [
      'a denial',
      stsError(
        'AccessDenied',
        'User: u is not authorized to perform: sts:AssumeRole on resource: r',
      ),
      { kind: 'denied', code: 'AccessDenied', permission: 'sts:AssumeRole' },
    ],
    [
      'an unknown identity',
      stsError('InvalidClientTokenId', 'The security token &amp; &lt;more&gt; is invalid.'),
      { kind: 'credential', message: 'The security token & <more> is invalid.' },
    ],
    ['throttling', stsError('Throttling', 'Rate exceeded', 400), { kind: 'throttled' }],
    ['a region that is off', stsError('RegionDisabledException'), { kind: 'denied' }],
  ])('%s', async (_name, given, expected) => {
    aws.answer = ofSts(given);
    expect(await failureOf(aws.connector.tryRole(connection))).toMatchObject(expected);
    expect(await failureOf(readKey())).toMatchObject(expected);
    expect(sentTo('kms')).toEqual([]);
  });

  it('are not kept where they were wrong', async () => {
    aws.answer = ofSts(stsError('AccessDenied'));
    await failureOf(readKey());
    aws.answer = () => undefined;
    await expect(readKey()).resolves.toMatchObject({ arn: KEY_ARN });
  });

  it('repeat no secret and no external ID', async () => {
    const leaking = `x ${EXTERNAL_ID} ${SESSION_SECRET} the-token-of-the-session`;
    aws.answer = ofSts(stsError('AccessDenied', leaking));
    const ofRole = await failureOf(aws.connector.tryRole(connection));
    expect(ofRole.message).not.toContain(EXTERNAL_ID);
    aws.answer = ofKms(kmsError('AccessDeniedException', leaking));
    const { message } = await failureOf(readKey());
    for (const secret of [EXTERNAL_ID, SESSION_SECRET, 'the-token-of-the-session'])
      expect(message).not.toContain(secret);
  });
});

describe('requests', () => {
  it.each([
    { region: 'us-east-1.evil.example' },
    { region: 'us-east-1/' },
    { region: '' },
    { roleArn: 'arn:aws:iam::123456789012:user/keyway' },
    { roleArn: 'arn:aws-cn:iam::123456789012:role/keyway' },
    { roleArn: 'arn:aws:iam::12:role/keyway' },
    { externalId: '' },
    { externalId: 'a b' },
  ])('are not sent for %j', async (change) => {
    const wrong = { ...connection, ...change };
    const malformed = { kind: 'credential', code: 'KEYWAY_MALFORMED_CREDENTIAL' };
    expect(await failureOf(aws.connector.tryRole(wrong))).toMatchObject(malformed);
    expect(await failureOf(aws.connector.readKey(wrong, KEY_ARN))).toMatchObject(malformed);
    expect(aws.cloud.requests).toEqual([]);
  });

  it('go to AWS’s own hosts, whatever the environment says', async () => {
    for (const service of ['', '_KMS', '_STS'])
      vi.stubEnv(`AWS_ENDPOINT_URL${service}`, 'https://evil.us-east-1.amazonaws.com');
    vi.stubEnv('AWS_USE_FIPS_ENDPOINT', 'true');
    vi.stubEnv('AWS_REGION', 'eu-west-1');
    await expect(readKey()).resolves.toMatchObject({ arn: KEY_ARN });
    vi.unstubAllEnvs();
    expect(aws.cloud.requests.map(({ host }) => host)).toEqual([
      'sts.us-east-1.amazonaws.com',
      'kms.us-east-1.amazonaws.com',
    ]);
  });

  it('ask for the shortest session, in the organization’s name', async () => {
    await aws.connector.tryRole({ ...connection, organizationId: 'b2f6' });
    const form = new URLSearchParams(sentTo('sts')[0]!.body);
    expect(Object.fromEntries(form)).toMatchObject({
      Action: 'AssumeRole',
      RoleArn: connection.roleArn,
      ExternalId: EXTERNAL_ID,
      DurationSeconds: '900',
      RoleSessionName: 'keyway-b2f6',
    });
  });

  it('are repeated a few times where that may help, and counted', async () => {
    let requests = 0;
    const onRequest = () => (requests += 1);
    for (const given of [{ status: 429 }, { status: 500 }, kmsError('ThrottlingException')]) {
      aws.answer = ofKms(given);
      aws.cloud.requests.length = 0;
      await failureOf(aws.connector.readKey(connection, KEY_ARN, { onRequest }));
      expect(sentTo('kms')).toHaveLength(4);
    }
    expect(requests).toBe(13);
  });

  it('are held back for as long as KMS asked, and those to STS are not', async () => {
    aws.answer = ofKms({ ...kmsError('ThrottlingException'), headers: { 'retry-after': '30' } });
    expect(await failureOf(readKey())).toMatchObject({ kind: 'throttled', retryAfterSeconds: 30 });
    aws.answer = () => undefined;
    const sent = aws.cloud.requests.length;
    expect(await failureOf(readKey())).toMatchObject({ kind: 'throttled' });
    expect(aws.cloud.requests).toHaveLength(sent);
    await expect(aws.connector.tryRole(connection)).resolves.toEqual({ account: '123456789012' });
  });
});
