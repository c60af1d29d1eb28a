/** One KMS key of two organizations: each reads it by its own role, and the policy admits both. */
import { DescribeKeyCommand, GetKeyPolicyCommand } from '@aws-sdk/client-kms';
import { afterAll, beforeAll, expect, test } from 'vitest';
import {
  assumeRole,
  kmsClient,
  provisionAwsCustomer,
  type ProvisionedAwsCustomer,
} from '../testing/awsClients.ts';
import { sandboxUnderTest, type SandboxUnderTest } from '../testing/sandboxUnderTest.ts';

let sandbox: SandboxUnderTest;
let first: ProvisionedAwsCustomer;
let second: ProvisionedAwsCustomer;
const share = (more: object) => provisionAwsCustomer(sandbox.caller, 'awsHappyPath', more);
beforeAll(async () => {
  sandbox = await sandboxUnderTest();
  first = await share({});
  second = await share({ keyOf: first.imsOrgId });
});
afterAll(() => sandbox.close());

const adobeAccount = ({ aws }: ProvisionedAwsCustomer): string =>
  /arn:aws:iam::(\d{12}):root/.exec(aws.keyPolicyTemplate)![1]!;

async function policyReadBy(customer: ProvisionedAwsCustomer): Promise<string> {
  const kms = kmsClient(sandbox.caller, { identity: await assumeRole(sandbox.caller, customer) });
  const { keyArn: KeyId } = customer.aws;
  const { KeyMetadata } = await kms.send(new DescribeKeyCommand({ KeyId }));
  expect(KeyMetadata?.Arn).toBe(first.aws.keyArn);
  return (await kms.send(new GetKeyPolicyCommand({ KeyId, PolicyName: 'default' }))).Policy!;
}

test('both have the key and the account, and each has its own role', async () => {
  expect(second.aws).toMatchObject({ keyArn: first.aws.keyArn, account: first.aws.account });
  expect(second.aws.roleArn).not.toBe(first.aws.roleArn);
  for (const customer of [first, second]) {
    const policy = await policyReadBy(customer);
    for (const one of [first, second]) expect(policy).toContain(adobeAccount(one));
    const sids = (JSON.parse(policy) as { Statement: { Sid: string }[] }).Statement;
    expect(new Set(sids.map(({ Sid }) => Sid)).size).toBe(6);
  }
});

test('the second one stays with the key when it is laid out again', async () => {
  const again = await share({ imsOrgId: second.imsOrgId, externalId: 'keyway-other-1' });
  expect(again.aws.keyArn).toBe(first.aws.keyArn);
  const policy = await policyReadBy(first);
  expect(policy.split(adobeAccount(second))).toHaveLength(3);
});

test.each([
  ['nobody', () => 'FFFFFFFFFFFFFFFFFFFFFFFF@AdobeOrg'],
  ['itself', () => first.imsOrgId],
  ['one that uses another’s', () => second.imsOrgId],
  ['no text', () => 7],
])('keyOf is another customer with its own key: %s', async (_who, keyOf) => {
  const body = { scenario: 'awsHappyPath', imsOrgId: first.imsOrgId, keyOf: keyOf() };
  const reply = await sandbox.caller.control('POST', '/scenario', body);
  expect([reply.status, reply.text]).toEqual([400, expect.stringContaining('keyOf is')]);
});

test('a change is made at the customer whose own key it is', async () => {
  const change = (imsOrgId: string) =>
    sandbox.caller.control('POST', '/change', { imsOrgId, change: 'keyDisabled' });
  expect((await change(second.imsOrgId)).status).toBe(404);
  expect((await change(first.imsOrgId)).status).toBeLessThan(300);
});
