/** `GET /calls/aws` has what was asked of STS and KMS, so that tests from outside can compare. */
import { DescribeKeyCommand, GetKeyPolicyCommand, PutKeyPolicyCommand } from '@aws-sdk/client-kms';
import { afterAll, beforeAll, beforeEach, expect, test } from 'vitest';
import { assumeRole, kmsClient, provisionAwsCustomer } from '../testing/awsClients.ts';
import { sandboxUnderTest, type SandboxUnderTest } from '../testing/sandboxUnderTest.ts';
import type { AwsCall } from './awsCalls.ts';

let sandbox: SandboxUnderTest;
beforeAll(async () => {
  sandbox = await sandboxUnderTest();
});
afterAll(() => sandbox.close());
beforeEach(async () => {
  await sandbox.caller.control('POST', '/reset');
});

const listed = async (): Promise<AwsCall[]> =>
  (await sandbox.caller.control('GET', '/calls/aws')).json as AwsCall[];

test('reads are listed in order, with what they name, and the ledger has none of them', async () => {
  const customer = await provisionAwsCustomer(sandbox.caller);
  const { keyArn: KeyId, roleArn } = customer.aws;
  const kms = kmsClient(sandbox.caller, { identity: await assumeRole(sandbox.caller, customer) });
  await kms.send(new DescribeKeyCommand({ KeyId }));
  await kms.send(new GetKeyPolicyCommand({ KeyId, PolicyName: 'default' }));
  const read = { region: 'us-east-1', reads: true, error: null, status: 200 };
  expect(await listed()).toMatchObject([
    { ...read, service: 'sts', operation: 'AssumeRole', resource: roleArn },
    { ...read, service: 'kms', operation: 'DescribeKey', resource: KeyId },
    { ...read, service: 'kms', operation: 'GetKeyPolicy', resource: KeyId },
  ]);
  expect(await sandbox.caller.ledger()).toEqual([]);
});

test('a change is listed as one, also where it is refused', async () => {
  const customer = await provisionAwsCustomer(sandbox.caller);
  const { keyArn: KeyId } = customer.aws;
  const kms = kmsClient(sandbox.caller, { identity: await assumeRole(sandbox.caller, customer) });
  await expect(kms.send(new PutKeyPolicyCommand({ KeyId, Policy: '{}' }))).rejects.toThrow();
  expect((await listed()).at(-1)).toMatchObject({
    ...{ operation: 'PutKeyPolicy', reads: false, resource: KeyId },
    ...{ error: 'UnknownOperationException', status: 400 },
  });
});

test('a refused role is listed with AWS’s code, and no secret of any call', async () => {
  const customer = await provisionAwsCustomer(sandbox.caller);
  const session = await assumeRole(sandbox.caller, customer);
  await provisionAwsCustomer(sandbox.caller, 'awsHappyPath', {
    ...{ imsOrgId: customer.imsOrgId, deny: ['sts:AssumeRole'] },
  });
  await expect(assumeRole(sandbox.caller, customer)).rejects.toThrow();
  const calls = await listed();
  expect(calls.at(-1)).toMatchObject({
    operation: 'AssumeRole',
    error: 'AccessDenied',
    status: 403,
  });
  const text = JSON.stringify(calls);
  for (const secret of [session.secretAccessKey, session.sessionToken, 'Signature', 'ExternalId'])
    expect(text).not.toContain(secret);
});

test('the latest thousand are kept', async () => {
  const headers = { 'x-amz-target': 'TrentService.DescribeKey' };
  for (let count = 0; count < 1003; count += 1)
    await sandbox.caller.call('https://kms.us-east-1.amazonaws.com/', {
      ...{ method: 'POST', headers, body: { KeyId: String(count) } },
    });
  const calls = await listed();
  expect(calls).toHaveLength(1000);
  expect(calls.at(-1)).toMatchObject({ resource: '1002', status: 400 });
});
