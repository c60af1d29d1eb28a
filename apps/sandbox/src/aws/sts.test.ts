import { AssumeRoleCommand, GetCallerIdentityCommand } from '@aws-sdk/client-sts';
import { SANDBOX_AWS } from '@keyway/config';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { assumeRole, awsRefusal, provisionAwsCustomer, stsClient } from '../testing/awsClients.ts';
import { sandboxUnderTest } from '../testing/sandboxUnderTest.ts';
import type { SandboxUnderTest } from '../testing/sandboxUnderTest.ts';
import { signatureOf } from './sigV4.ts';

let sandbox: SandboxUnderTest;

beforeAll(async () => {
  sandbox = await sandboxUnderTest();
});
afterAll(() => sandbox.close());

const whoami = new GetCallerIdentityCommand({});

test('a signature is that of AWS’s own example (get-vanilla of the SigV4 test suite)', () => {
  const call = {
    method: 'GET',
    host: 'example.amazonaws.com',
    path: '/',
    segments: [],
    query: new URLSearchParams(),
    headers: { host: 'example.amazonaws.com', 'x-amz-date': '20150830T123600Z' },
    body: '',
  };
  const signed = {
    accessKeyId: 'AKIDEXAMPLE',
    day: '20150830',
    region: 'us-east-1',
    service: 'service',
    signedHeaders: ['host', 'x-amz-date'],
    signature: '',
  };
  expect(
    signatureOf(call, signed, '20150830T123600Z', 'wJalrXUtnFEMI/K7MDENG+bPxRfiCYEXAMPLEKEY'),
  ).toBe('5fa00fa31553b73ebf1942676e86291e8372ff2a2260956d9b8aae1d763fbf31');
});

test('Keyway’s own identity and the session of a role are named', async () => {
  const customer = await provisionAwsCustomer(sandbox.caller);
  expect(await stsClient(sandbox.caller).send(whoami)).toMatchObject({
    Arn: SANDBOX_AWS.principal,
    Account: SANDBOX_AWS.account,
  });
  const session = await assumeRole(sandbox.caller, customer);
  const arn = `arn:aws:sts::${customer.aws.account}:assumed-role/keyway-reader/keyway-test`;
  expect(session.arn).toBe(arn);
  expect(await stsClient(sandbox.caller, { identity: session }).send(whoami)).toMatchObject({
    Arn: arn,
    Account: customer.aws.account,
  });
});

test.each([
  [
    'a wrong secret',
    { identity: { ...SANDBOX_AWS, secretAccessKey: 'sandbox-other' } },
    '403 SignatureDoesNotMatch',
  ],
  [
    'an unknown key',
    { identity: { ...SANDBOX_AWS, accessKeyId: 'AKIAOFSOMEBODYELSE01' } },
    '403 InvalidClientTokenId',
  ],
  [
    'a foreign token',
    { identity: { ...SANDBOX_AWS, sessionToken: 'abc.def' } },
    '403 InvalidClientTokenId',
  ],
])('%s is refused', async (_name, options, expected) => {
  expect(await awsRefusal(stsClient(sandbox.caller, options).send(whoami))).toBe(expected);
});

test('a request that was changed after it was signed is refused', async () => {
  const client = stsClient(sandbox.caller);
  client.middlewareStack.add(
    (next) => (args) => {
      const request = args.request as { body: string };
      request.body = request.body.replace('keyway-test', 'keyway-rest');
      return next(args);
    },
    { step: 'finalizeRequest', priority: 'low' },
  );
  const { aws } = await provisionAwsCustomer(sandbox.caller);
  const command = new AssumeRoleCommand({ RoleArn: aws.roleArn, RoleSessionName: 'keyway-test' });
  expect(await awsRefusal(client.send(command))).toBe('403 SignatureDoesNotMatch');
});

test.each([-6, 6])('a signature of %i minutes from now is refused', async (minutes) => {
  const shift = -minutes * 60_000;
  sandbox.clock.now += shift;
  expect(await awsRefusal(stsClient(sandbox.caller).send(whoami))).toBe(
    '403 SignatureDoesNotMatch',
  );
  sandbox.clock.now -= shift;
});

test('a signature for another region is refused', async () => {
  const client = stsClient(sandbox.caller, { region: 'eu-west-1' });
  client.middlewareStack.add(
    (next) => (args) => {
      const request = args.request as { hostname: string; headers: Record<string, string> };
      request.hostname = 'sts.us-east-1.amazonaws.com';
      request.headers['host'] = request.hostname;
      return next(args);
    },
    { step: 'finalizeRequest', priority: 'low' },
  );
  expect(await awsRefusal(client.send(whoami))).toBe('403 SignatureDoesNotMatch');
});

test('a request without a signature is refused', async () => {
  const bare = await sandbox.caller.call('https://sts.us-east-1.amazonaws.com/', {
    method: 'POST',
    headers: { 'content-type': 'application/x-www-form-urlencoded' },
    body: 'Action=GetCallerIdentity&Version=2011-06-15',
  });
  expect(bare.status).toBe(403);
  expect(bare.text).toContain('<Code>MissingAuthenticationToken</Code>');
});

test('a role admits the external ID that it first saw, and no other', async () => {
  const customer = await provisionAwsCustomer(sandbox.caller);
  const attempt = (ExternalId: string | undefined) =>
    awsRefusal(assumeRole(sandbox.caller, customer, { ExternalId }));
  expect(await attempt(undefined)).toBe('403 AccessDenied');
  await assumeRole(sandbox.caller, customer);
  expect(await attempt('another-external-id')).toBe('403 AccessDenied');
  const given = { imsOrgId: customer.imsOrgId, externalId: 'another-external-id' };
  await provisionAwsCustomer(sandbox.caller, 'awsHappyPath', given);
  expect(await awsRefusal(assumeRole(sandbox.caller, customer))).toBe('403 AccessDenied');
  await assumeRole(sandbox.caller, customer, { ExternalId: 'another-external-id' });
});

test.each(['awsRoleNotAssumable', 'awsWrongExternalId'])('%s: no session', async (scenario) => {
  const customer = await provisionAwsCustomer(sandbox.caller, scenario);
  expect(await awsRefusal(assumeRole(sandbox.caller, customer))).toBe('403 AccessDenied');
});

test('neither a role that is not there nor a session may assume a role', async () => {
  const customer = await provisionAwsCustomer(sandbox.caller);
  const other = {
    ...customer,
    aws: { ...customer.aws, roleArn: 'arn:aws:iam::123456789012:role/none' },
  };
  expect(await awsRefusal(assumeRole(sandbox.caller, other))).toBe('403 AccessDenied');
  const identity = await assumeRole(sandbox.caller, customer);
  const chained = new AssumeRoleCommand({
    RoleArn: customer.aws.roleArn,
    RoleSessionName: 'keyway-test',
    ExternalId: 'keyway-external-id-1',
  });
  expect(await awsRefusal(stsClient(sandbox.caller, { identity }).send(chained))).toBe(
    '403 AccessDenied',
  );
});

test.each([
  { DurationSeconds: 60 },
  { RoleSessionName: 'a session' },
  { RoleArn: 'arn:aws:iam::1:role/x' },
])('%j is no valid request', async (more) => {
  const customer = await provisionAwsCustomer(sandbox.caller);
  expect(await awsRefusal(assumeRole(sandbox.caller, customer, more))).toMatch(
    /^400 ValidationErr/,
  );
});

test('a session lasts as long as it was asked for', async () => {
  const customer = await provisionAwsCustomer(sandbox.caller);
  const identity = await assumeRole(sandbox.caller, customer);
  expect(Math.abs(identity.expiresAt.getTime() - sandbox.clock.now - 900_000)).toBeLessThan(1000);
});
