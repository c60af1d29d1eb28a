/** The real SDK clients of AWS, led to the sandbox. */
import { KMSClient } from '@aws-sdk/client-kms';
import { AssumeRoleCommand, STSClient } from '@aws-sdk/client-sts';
import type { AssumeRoleCommandInput } from '@aws-sdk/client-sts';
import { SANDBOX_AWS } from '@keyway/config';
import type { SandboxCaller } from './sandboxUnderTest.ts';

export interface AwsIdentity {
  accessKeyId: string;
  secretAccessKey: string;
  sessionToken?: string;
}

/** As `POST /scenario` answers for a customer on AWS. */
export interface ProvisionedAwsCustomer {
  scenario: string;
  imsOrgId: string;
  region: string;
  keys: { AEP: string };
  aws: {
    account: string;
    region: string;
    roleArn: string;
    keyArn: string;
    keyPolicyTemplate: string;
  };
}

export const EXTERNAL_ID = 'keyway-external-id-1';

export const provisionAwsCustomer = async (
  caller: SandboxCaller,
  scenario = 'awsHappyPath',
  more: object = {},
): Promise<ProvisionedAwsCustomer> =>
  (await caller.control('POST', '/scenario', { scenario, ...more })).json as ProvisionedAwsCustomer;

const own: AwsIdentity = {
  accessKeyId: SANDBOX_AWS.accessKeyId,
  secretAccessKey: SANDBOX_AWS.secretAccessKey,
};

export interface ClientOptions {
  identity?: AwsIdentity;
  region?: string;
}

const configuration = (
  { agent }: SandboxCaller,
  { identity = own, region = 'us-east-1' }: ClientOptions,
) => ({ region, credentials: identity, maxAttempts: 1, requestHandler: { httpsAgent: agent } });

export const stsClient = (caller: SandboxCaller, options: ClientOptions = {}): STSClient =>
  new STSClient(configuration(caller, options));

export const kmsClient = (caller: SandboxCaller, options: ClientOptions = {}): KMSClient =>
  new KMSClient(configuration(caller, options));

/** Temporary credentials of the customer's role. */
export async function assumeRole(
  caller: SandboxCaller,
  { aws: { roleArn } }: ProvisionedAwsCustomer,
  more: Partial<AssumeRoleCommandInput> = {},
): Promise<Required<AwsIdentity> & { arn: string; expiresAt: Date }> {
  const { Credentials, AssumedRoleUser } = await stsClient(caller).send(
    new AssumeRoleCommand({
      RoleArn: roleArn,
      RoleSessionName: 'keyway-test',
      ExternalId: EXTERNAL_ID,
      DurationSeconds: 900,
      ...more,
    }),
  );
  const { AccessKeyId, SecretAccessKey, SessionToken, Expiration } = Credentials!;
  return {
    accessKeyId: AccessKeyId!,
    secretAccessKey: SecretAccessKey!,
    sessionToken: SessionToken!,
    arn: AssumedRoleUser!.Arn!,
    expiresAt: Expiration!,
  };
}

/** What a call of the SDK was refused with, as `400 NotFoundException`. */
export async function awsRefusal(work: Promise<unknown>): Promise<string> {
  try {
    await work;
  } catch (error) {
    const { name, $metadata } = error as { name: string; $metadata: { httpStatusCode?: number } };
    return `${$metadata.httpStatusCode} ${name}`;
  }
  throw new Error('the call was not refused');
}
