/**
 * The contract of the AWS port against the sandbox: the real host names, signatures checked by an
 * emulator that is not ours.
 */
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { SandboxAgent } from '@keyway/connector-transport';
import type { AwsConnection, AwsPort } from '@keyway/core';
import { aSandbox } from '@keyway/testing';
import type { TestSandbox } from '@keyway/testing';
import { createAwsConnector } from './createAwsConnector.ts';
import type { OwnIdentity } from './awsSession.ts';

interface AwsCustomer {
  imsOrgId: string;
  aws: { account: string; region: string; roleArn: string; keyArn: string };
}

let sandbox: TestSandbox;
let agent: SandboxAgent;
let connector: AwsPort;

/** The only identity that the sandbox knows (docs/reference/sandbox.md). */
const accessKeyId = 'AKIAKEYWAYSANDBOX001';
const secretAccessKey = 'sandbox-secret-access-key-of-no-account';
const connectorOf = (identity: OwnIdentity, more: object = {}): AwsPort =>
  createAwsConnector({
    agent,
    identity: () => Promise.resolve(identity),
    retry: { firstDelayMs: 5 },
    ...more,
  });

beforeAll(async () => {
  sandbox = await aSandbox();
  agent = new SandboxAgent(sandbox);
});
afterAll(async () => {
  agent.destroy();
  await sandbox.close();
});
beforeEach(() => {
  connector = connectorOf({ accessKeyId, secretAccessKey });
});

const layOut = (scenario: string, given: object = {}): Promise<AwsCustomer> =>
  sandbox.control('POST', '/scenario', { scenario, ...given });

const connect = ({ aws: { roleArn } }: AwsCustomer): AwsConnection => ({
  roleArn,
  externalId: 'keyway-0123456789abcdef',
  region: 'us-east-1',
  organizationId: 'organization:1',
});

const answered = async (): Promise<number> =>
  (await sandbox.control<{ answered: number }>('GET', '/calls')).answered;

const arm = (fault: object) => sandbox.control('POST', '/faults', { path: '*', ...fault });

describe('a customer whose set-up is right', () => {
  it('is read whole: role, key, rotation and key policy', async () => {
    const customer = await layOut('awsHappyPath');
    const connection = connect(customer);
    const { account, keyArn } = customer.aws;
    await expect(connector.tryRole(connection)).resolves.toEqual({ account });
    await expect(connector.readKey(connection, keyArn)).resolves.toEqual({
      arn: keyArn,
      account,
      keySpec: 'SYMMETRIC_DEFAULT',
      keyUsage: 'ENCRYPT_DECRYPT',
      keyState: 'Enabled',
      enabled: true,
      multiRegion: false,
      origin: 'AWS_KMS',
      keyManager: 'CUSTOMER',
      deletionDate: null,
      validTo: null,
    });
    await expect(connector.readRotation(connection, keyArn)).resolves.toEqual({
      enabled: true,
      periodInDays: 365,
      nextRotation: expect.stringMatching(/^\d{4}-\d\d-\d\dT.*Z$/) as string,
    });
    const { policy } = await connector.readKeyPolicy(connection, keyArn);
    expect((JSON.parse(policy) as { Statement: object[] }).Statement).toHaveLength(5);
  });

  it('shares a session between calls, and assumes the role again after ten minutes', async () => {
    const clock = { now: 0 };
    connector = connectorOf({ accessKeyId, secretAccessKey }, { now: () => clock.now });
    const customer = await layOut('awsHappyPath');
    const connection = connect(customer);
    const read = () => connector.readKey(connection, customer.aws.keyArn);
    const before = await answered();
    await Promise.all([read(), read(), read()]);
    expect(await answered()).toBe(before + 4);
    clock.now += 9 * 60_000;
    await read();
    expect(await answered()).toBe(before + 5);
    clock.now += 61_000;
    await read();
    expect(await answered()).toBe(before + 7);
  });

  it('has a session for each external ID, region and organization', async () => {
    const customer = await layOut('awsHappyPath');
    const connection = connect(customer);
    await connector.readKey(connection, customer.aws.keyArn);
    const other = { ...connection, externalId: 'keyway-another-organization' };
    await expect(connector.readKey(other, customer.aws.keyArn)).rejects.toMatchObject({
      failure: { kind: 'denied', permission: 'sts:AssumeRole' },
    });
  });
});

describe('a customer whose set-up is not right', () => {
  it.each([
    ['awsAsymmetricKey', { keySpec: 'RSA_2048' }],
    ['awsKeyDisabled', { keyState: 'Disabled', enabled: false }],
    ['awsPendingImport', { keyState: 'PendingImport', origin: 'EXTERNAL' }],
    ['awsMultiRegionKey', { multiRegion: true }],
    ['awsAwsManagedKey', { keyManager: 'AWS' }],
    ['awsImportedMaterial', { origin: 'EXTERNAL', validTo: null }],
    ['awsExpiringMaterial', { validTo: expect.stringMatching(/Z$/) as string }],
    ['awsPendingDeletion', { deletionDate: expect.stringMatching(/Z$/) as string }],
  ])('%s shows as it is', async (scenario, expected) => {
    const customer = await layOut(scenario);
    const key = await connector.readKey(connect(customer), customer.aws.keyArn);
    expect(key).toMatchObject(expected);
  });

  it('has no automatic rotation where it is off, and where the key has none at all', async () => {
    for (const scenario of ['awsRotationOff', 'awsAsymmetricKey', 'awsImportedMaterial']) {
      const customer = await layOut(scenario);
      await expect(connector.readRotation(connect(customer), customer.aws.keyArn)).resolves.toEqual(
        { enabled: false, periodInDays: null, nextRotation: null },
      );
    }
  });

  it('says that the state of a key does not allow a read', async () => {
    const customer = await layOut('awsPendingDeletion');
    await expect(
      connector.readRotation(connect(customer), customer.aws.keyArn),
    ).rejects.toMatchObject({ failure: { kind: 'rejected', code: 'KMSInvalidStateException' } });
  });

  it.each([
    ['awsDescribeKeyDenied', 'readKey', 'kms:DescribeKey'],
    ['awsGetKeyPolicyDenied', 'readKeyPolicy', 'kms:GetKeyPolicy'],
    ['awsRotationStatusDenied', 'readRotation', 'kms:GetKeyRotationStatus'],
  ] as const)('%s: the permission is named', async (scenario, method, permission) => {
    const customer = await layOut(scenario);
    await expect(connector[method](connect(customer), customer.aws.keyArn)).rejects.toMatchObject({
      failure: { kind: 'denied', code: 'AccessDeniedException', permission },
    });
  });

  it.each(['awsRoleNotAssumable', 'awsWrongExternalId'])('%s: no session', async (scenario) => {
    const customer = await layOut(scenario);
    const denied = {
      failure: { kind: 'denied', code: 'AccessDenied', permission: 'sts:AssumeRole' },
    };
    await expect(connector.tryRole(connect(customer))).rejects.toMatchObject(denied);
    await expect(connector.readKey(connect(customer), customer.aws.keyArn)).rejects.toMatchObject(
      denied,
    );
  });

  it('has no key of another ID or in another region', async () => {
    const connection = connect(await layOut('awsHappyPath'));
    const { account } = await connector.tryRole(connection);
    for (const region of ['us-east-1', 'us-west-2'])
      await expect(
        connector.readKey(
          connection,
          `arn:aws:kms:${region}:${account}:key/12345678-1234-4234-8234-123456789012`,
        ),
      ).rejects.toMatchObject({ failure: { kind: 'notFound', code: 'NotFoundException' } });
  });
});

describe('Keyway’s own identity', () => {
  it.each([
    ['InvalidClientTokenId', { accessKeyId: 'AKIAOFSOMEBODYELSE01', secretAccessKey }],
    ['SignatureDoesNotMatch', { accessKeyId, secretAccessKey: 'sandbox-other' }],
  ])('is refused with %s', async (code, identity) => {
    const customer = await layOut('awsHappyPath');
    const error: unknown = await connectorOf(identity)
      .tryRole(connect(customer))
      .catch((caught: unknown) => caught);
    expect(error).toMatchObject({ failure: { kind: 'credential', code, status: 403 } });
    expect(JSON.stringify(error)).not.toContain('sandbox-other');
  });

  it('may be missing', async () => {
    const customer = await layOut('awsHappyPath');
    connector = createAwsConnector({ agent, identity: () => Promise.reject(new Error('x')) });
    await expect(connector.tryRole(connect(customer))).rejects.toMatchObject({
      failure: { kind: 'credential', code: 'KEYWAY_NO_IDENTITY', status: null },
      ambiguous: false,
    });
  });
});

describe('faults', () => {
  it('surface as what they are', async () => {
    const customer = await layOut('awsHappyPath');
    const connection = connect(customer);
    const read = () => connector.readKey(connection, customer.aws.keyArn);
    await read();
    await arm({ host: 'kms.*', status: 429, headers: { 'retry-after': '33' }, count: 1 });
    await expect(read()).rejects.toMatchObject({
      failure: { kind: 'throttled', retryAfterSeconds: 33 },
    });
    connector = connectorOf({ accessKeyId, secretAccessKey });
    await arm({ host: 'sts.*', reset: true, count: 2 });
    await expect(read()).resolves.toMatchObject({ arn: customer.aws.keyArn });
    await arm({ host: 'kms.*', truncate: true, count: 1 });
    await expect(read()).rejects.toMatchObject({ failure: { kind: 'badResponse' } });
    await arm({ host: 'kms.*', status: 503, count: 20 });
    await expect(read()).rejects.toMatchObject({ failure: { kind: 'unavailable', status: 503 } });
    await sandbox.control('DELETE', '/faults');
  });

  it('of a session that ended is answered by a new one, once', async () => {
    const customer = await layOut('awsHappyPath');
    const read = () => connector.readKey(connect(customer), customer.aws.keyArn);
    await read();
    const expired = { __type: 'ExpiredTokenException', message: 'The token is expired' };
    await arm({ host: 'kms.*', status: 400, body: expired, count: 1 });
    const before = await answered();
    await read();
    expect(await answered()).toBe(before + 2);
    await arm({ host: 'kms.*', status: 400, body: expired, count: 2 });
    await expect(read()).rejects.toMatchObject({
      failure: { kind: 'credential', code: 'ExpiredTokenException' },
    });
  });

  it('ends with the caller’s signal, and other callers of the session do not', async () => {
    const customer = await layOut('awsHappyPath');
    await arm({ host: 'sts.*', delayMs: 300, count: 1 });
    const controller = new AbortController();
    const { keyArn } = customer.aws;
    const aborted = connector.readKey(connect(customer), keyArn, { signal: controller.signal });
    const other = connector.readKey(connect(customer), keyArn);
    setTimeout(() => controller.abort(), 50);
    await expect(aborted).rejects.toMatchObject({ failure: { code: 'ABORT_ERR' } });
    await expect(other).resolves.toMatchObject({ arn: keyArn });
  });
});
