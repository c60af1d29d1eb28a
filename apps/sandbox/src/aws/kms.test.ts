import { readFile } from 'node:fs/promises';
import {
  DescribeKeyCommand,
  GetKeyPolicyCommand,
  GetKeyRotationStatusCommand,
} from '@aws-sdk/client-kms';
import { SANDBOX_AWS } from '@keyway/config';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { assumeRole, awsRefusal, kmsClient, provisionAwsCustomer } from '../testing/awsClients.ts';
import type { AwsIdentity, ProvisionedAwsCustomer } from '../testing/awsClients.ts';
import { sandboxUnderTest } from '../testing/sandboxUnderTest.ts';
import type { SandboxUnderTest } from '../testing/sandboxUnderTest.ts';
import type { KeyPolicy } from '../state/awsRecords.ts';
import { awsChanges } from './awsChanges.ts';
import { AwsSessions } from './awsSessions.ts';
import { awsScenarios } from './awsScenarios.ts';

let sandbox: SandboxUnderTest;

beforeAll(async () => {
  sandbox = await sandboxUnderTest();
});
afterAll(() => sandbox.close());

const regionOf = ({ aws: { keyArn } }: ProvisionedAwsCustomer) => keyArn.split(':')[3]!;

/** A client in the session of the customer's role, in the region of its key. */
async function signedIn(customer: ProvisionedAwsCustomer) {
  const identity = await assumeRole(sandbox.caller, customer);
  return kmsClient(sandbox.caller, { identity, region: regionOf(customer) });
}

/** Everything that a reader sees of a key, or how it was refused. */
async function seen(customer: ProvisionedAwsCustomer) {
  const client = await signedIn(customer);
  const KeyId = customer.aws.keyArn;
  const key = await client
    .send(new DescribeKeyCommand({ KeyId }))
    .then(({ KeyMetadata }) => KeyMetadata, String);
  const policy = await client
    .send(new GetKeyPolicyCommand({ KeyId, PolicyName: 'default' }))
    .then(({ Policy }) => JSON.parse(Policy!) as KeyPolicy, String);
  const rotation = await client
    .send(new GetKeyRotationStatusCommand({ KeyId }))
    .then(({ $metadata: _metadata, ...status }) => status, String);
  return { key, policy, rotation };
}

test('a key, its policy and its rotation are read in the session of the role', async () => {
  const customer = await provisionAwsCustomer(sandbox.caller);
  expect(customer).toMatchObject({ region: 'VA6', keys: { AEP: customer.aws.keyArn } });
  const { key, policy, rotation } = await seen(customer);
  expect(key).toMatchObject({
    Arn: customer.aws.keyArn,
    AWSAccountId: customer.aws.account,
    KeySpec: 'SYMMETRIC_DEFAULT',
    KeyUsage: 'ENCRYPT_DECRYPT',
    KeyState: 'Enabled',
    MultiRegion: false,
    Origin: 'AWS_KMS',
    KeyManager: 'CUSTOMER',
  });
  expect((policy as KeyPolicy).Statement).toHaveLength(5);
  expect(rotation).toMatchObject({ KeyRotationEnabled: true, RotationPeriodInDays: 365 });
});

test('a template is no JSON, and names an account of its organization (AWS-07)', async () => {
  const [one, other] = [
    await provisionAwsCustomer(sandbox.caller),
    await provisionAwsCustomer(sandbox.caller),
  ];
  const template = one.aws.keyPolicyTemplate;
  expect(() => JSON.parse(template) as unknown).toThrow(SyntaxError);
  const policy = JSON.parse(template.replaceAll(/ \/\/.*/g, '')) as KeyPolicy;
  expect(policy.Statement.map(({ Sid }) => Sid)).toEqual([
    'Enable IAM User Permissions',
    'CJA Flow IAM User Permissions',
    'CJA Integrity IAM User Permissions',
    'CJA Oberon IAM User Permissions',
  ]);
  expect(template).not.toBe(other.aws.keyPolicyTemplate);
  expect(one.aws.account).not.toBe(other.aws.account);
});

test.each(
  Object.keys(awsScenarios).filter(
    (name) => !['awsHappyPath', 'awsRoleNotAssumable', 'awsWrongExternalId'].includes(name),
  ),
)('%s differs from a healthy key', async (scenario) => {
  const customer = await provisionAwsCustomer(sandbox.caller);
  const healthy = await seen(customer);
  const moved = await provisionAwsCustomer(sandbox.caller, scenario, {
    imsOrgId: customer.imsOrgId,
  });
  const after = await seen(moved);
  expect(after).not.toEqual(healthy);
  // Only what a permission hides may be hidden.
  const hidden = Object.values(after).filter((one) => typeof one === 'string');
  expect(hidden.length).toBeLessThanOrEqual(1);
});

test.each(Object.keys(awsChanges))(
  '%s changes what is read, and undone it is as before',
  async (name) => {
    const customer = await provisionAwsCustomer(sandbox.caller);
    const change = (more: object) =>
      sandbox.caller.control('POST', '/change', {
        imsOrgId: customer.imsOrgId,
        change: name,
        ...more,
      });
    // Where the role can't be assumed, this is what is seen.
    const observed = () => seen(customer).catch(String);
    const before = await seen(customer);
    expect((await change({})).status).toBe(200);
    expect(await observed()).not.toEqual(before);
    await change({ undo: true });
    expect(await observed()).toEqual(before);
  },
);

test('a change of Azure’s resources is none of a customer on AWS', async () => {
  const { imsOrgId } = await provisionAwsCustomer(sandbox.caller);
  const reply = await sandbox.caller.control('POST', '/change', {
    imsOrgId,
    change: 'vaultDeleted',
  });
  expect([reply.status, reply.text]).toEqual([400, expect.stringContaining('keyDisabled')]);
});

test.each([
  ['awsDescribeKeyDenied', 'kms:DescribeKey'],
  ['awsGetKeyPolicyDenied', 'kms:GetKeyPolicy'],
  ['awsRotationStatusDenied', 'kms:GetKeyRotationStatus'],
])('%s: refused, and the permission named', async (scenario, permission) => {
  const refused = Object.values(await seen(await provisionAwsCustomer(sandbox.caller, scenario)));
  expect(refused.filter((one) => typeof one === 'string')).toEqual([
    expect.stringContaining(`AccessDeniedException: User: arn:aws:sts::`),
  ]);
  expect(String(refused.find((one) => typeof one === 'string'))).toContain(
    `not authorized to perform: ${permission} on resource`,
  );
});

test('a key policy without the account’s statement and the role admits no reader', async () => {
  const customer = await provisionAwsCustomer(sandbox.caller, 'awsRootStatementLost');
  const { policy } = await seen(customer);
  const statements = (policy as KeyPolicy).Statement;
  expect(JSON.stringify(statements)).not.toContain(`${customer.aws.account}:root`);
  expect(JSON.stringify(statements)).toContain(customer.aws.roleArn);
});

test('keys of other regions, accounts and names are refused', async () => {
  const customer = await provisionAwsCustomer(sandbox.caller);
  const other = await provisionAwsCustomer(sandbox.caller);
  const elsewhere = await provisionAwsCustomer(sandbox.caller, 'awsOtherRegion');
  const client = await signedIn(customer);
  const describe = (KeyId: string) => awsRefusal(client.send(new DescribeKeyCommand({ KeyId })));
  expect(await describe(other.aws.keyArn)).toBe('400 AccessDeniedException');
  expect(await describe(elsewhere.aws.keyArn)).toBe('400 NotFoundException');
  expect(await describe('12345678-1234-4234-8234-123456789012')).toBe('400 NotFoundException');
  await client.send(new DescribeKeyCommand({ KeyId: customer.aws.keyArn.split('/')[1]! }));
  await assumeRole(sandbox.caller, other);
  const own = kmsClient(sandbox.caller);
  expect(await awsRefusal(own.send(new DescribeKeyCommand({ KeyId: customer.aws.keyArn })))).toBe(
    '400 AccessDeniedException',
  );
});

test('signatures are checked as at STS, with KMS’s own codes', async () => {
  const customer = await provisionAwsCustomer(sandbox.caller);
  const session = await assumeRole(sandbox.caller, customer);
  const describe = (identity: AwsIdentity) =>
    awsRefusal(
      kmsClient(sandbox.caller, { identity }).send(
        new DescribeKeyCommand({ KeyId: customer.aws.keyArn }),
      ),
    );
  const { accessKeyId, secretAccessKey } = session;
  expect(await describe({ accessKeyId, secretAccessKey })).toBe('400 UnrecognizedClientException');
  expect(await describe({ ...session, secretAccessKey: 'sandbox-other' })).toBe(
    '400 InvalidSignatureException',
  );
  expect(await describe({ ...session, accessKeyId: SANDBOX_AWS.accessKeyId })).toBe(
    '400 UnrecognizedClientException',
  );
  const [text = '', seal = ''] = session.sessionToken.split('.');
  const forged = Buffer.from(text, 'base64url').toString().replace('keyway-reader', 'admin');
  const sessionToken = `${Buffer.from(forged).toString('base64url')}.${seal}`;
  expect(await describe({ ...session, sessionToken })).toBe('400 UnrecognizedClientException');
});

test('a session that expired is refused as such', async () => {
  const customer = await provisionAwsCustomer(sandbox.caller);
  const { cookieKey } = JSON.parse(await readFile(`${sandbox.directory}/secrets.json`, 'utf8')) as {
    cookieKey: string;
  };
  const past = new AwsSessions(cookieKey).open(
    customer.aws.roleArn,
    'keyway',
    sandbox.clock.now - 1,
  );
  const client = kmsClient(sandbox.caller, { identity: past });
  expect(
    await awsRefusal(client.send(new DescribeKeyCommand({ KeyId: customer.aws.keyArn }))),
  ).toBe('400 ExpiredTokenException');
});

test('reads are not in the ledger', async () => {
  const before = (await sandbox.caller.ledger()).length;
  await seen(await provisionAwsCustomer(sandbox.caller));
  expect(await sandbox.caller.ledger()).toHaveLength(before);
});
