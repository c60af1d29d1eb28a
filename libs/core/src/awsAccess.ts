/**
 * What a customer creates in AWS so that Keyway can read its key: a role, who may assume it
 * (confused deputy), and what the role may read.
 */

const ROLE_ARN =
  /^arn:aws:iam::(\d{12}):role\/(?:[\x21-\x2e\x30-\x7e]{1,64}\/){0,8}[\w+=,.@-]{1,64}$/;
/** Of the partition `aws` alone, as keys are (AWS-10). */
const REGION = /^(?:af|ap|ca|eu|il|me|mx|sa|us)-(?:[a-z]+-)?[a-z]+-[1-9]$/;
const KEY_ARN_ACCOUNT = /^arn:aws:kms:[a-z0-9-]+:(\d{12}):key\//;

/** `arn:aws:iam::{12 digits}:role/{path and name}`. */
export const isRoleArn = (text: string): boolean => ROLE_ARN.test(text);

/** The twelve digits of the account that a role is in; null where it is no role's ARN. */
export const accountOfRole = (roleArn: string): string | null =>
  ROLE_ARN.exec(roleArn)?.[1] ?? null;

/** The twelve digits of the account that a KMS key is in; null where it is no key's ARN. */
export const accountOfKey = (keyArn: string): string | null =>
  KEY_ARN_ACCOUNT.exec(keyArn)?.[1] ?? null;

/** Whether a host may be built with it: such as `us-east-1`, and of no other partition. */
export const isAwsRegion = (text: string): boolean =>
  text.length <= 30 && REGION.test(text) && !text.startsWith('us-gov-') && !/^us-iso/.test(text);

const policy = (statement: object): string =>
  JSON.stringify({ Version: '2012-10-17', Statement: [statement] }, null, 2);

/**
 * JSON to paste as the role's trust policy: Keyway's principal may assume it with this external ID
 * and without it nobody may.
 */
export const awsTrustPolicy = ({
  principal,
  externalId,
}: {
  principal: string;
  externalId: string;
}): string =>
  policy({
    Sid: 'KeywayAssumesRole',
    Effect: 'Allow',
    Principal: { AWS: principal },
    Action: 'sts:AssumeRole',
    Condition: { StringEquals: { 'sts:ExternalId': externalId } },
  });

/** Everything that Keyway calls in KMS (VAL-31, ROT-09); none of it changes anything. */
const KMS_ACTIONS = ['kms:DescribeKey', 'kms:GetKeyPolicy', 'kms:GetKeyRotationStatus'] as const;

/**
 * JSON to paste as a policy of the role: three reads, on the run's key where it is known, else on
 * the keys of the role's account in one region.
 */
export function awsPermissionsPolicy({
  keyArn,
  roleArn,
  region,
}: {
  keyArn: string | null;
  roleArn: string | null;
  region: string;
}): string {
  const account = (roleArn && accountOfRole(roleArn)) ?? '*';
  return policy({
    Sid: 'KeywayReadsKey',
    Effect: 'Allow',
    Action: KMS_ACTIONS,
    Resource: keyArn ?? `arn:aws:kms:${region}:${account}:key/*`,
  });
}
