/**
 * A customer on AWS before it is created. The healthy plan is one in which every check passes; each
 * scenario changes what it is named after.
 */
import { SANDBOX_AWS } from '@keyway/config';
import { deriveGuid, deriveHex } from '../azure/derive.ts';
import type { AwsCustomer, KmsKey } from '../state/awsRecords.ts';
import type { World } from '../state/world.ts';
import { adobeStatements, deriveAccount, mergedPolicy, templateText } from './keyPolicies.ts';

const DAY_SECONDS = 24 * 3600;

/** REG-05: the only region of Adobe on AWS, and its AWS region (AWS-01). */
export const AWS_ADOBE_REGION = 'VA6';
export const AWS_HOME_REGION = 'us-east-1';

export interface AwsPlan {
  customer: Omit<AwsCustomer, 'scenario' | 'keyArn'>;
  key: Omit<KmsKey, 'arn'>;
  /** Epoch seconds at which it is laid out. */
  now: number;
}

export interface AwsCustomerRequest {
  imsOrgId: string;
  name: string;
  deny: string[];
  approvers: string[];
  /** What the trust policy asks for; null: the first one that arrives. */
  externalId: string | null;
  /** Whose key it uses too; null: its own. */
  keyOf: KeyOf | null;
}

/** Another customer and its key. */
export interface KeyOf {
  customer: AwsCustomer;
  key: KmsKey;
}

/** From the organization alone, so that the same one always gets the same account and key. */
export function healthyAwsPlan(request: Omit<AwsCustomerRequest, 'keyOf'>, nowMs: number): AwsPlan {
  const { imsOrgId, name, deny, approvers, externalId } = request;
  const account = deriveAccount('account', imsOrgId);
  const now = Math.floor(nowMs / 1000);
  return {
    customer: {
      imsOrgId,
      name,
      region: AWS_ADOBE_REGION,
      account,
      roleArn: `arn:aws:iam::${account}:role/keyway-reader`,
      keyPolicyTemplate: templateText(imsOrgId),
      trust: { principalAccount: SANDBOX_AWS.account, externalId },
      deny,
      approvers,
    },
    key: {
      account,
      region: AWS_HOME_REGION,
      keyId: deriveGuid('kms', imsOrgId),
      spec: 'SYMMETRIC_DEFAULT',
      usage: 'ENCRYPT_DECRYPT',
      state: 'Enabled',
      multiRegion: false,
      origin: 'AWS_KMS',
      manager: 'CUSTOMER',
      created: now - 30 * DAY_SECONDS,
      policy: mergedPolicy(account, imsOrgId),
      rotation: { enabled: true, periodInDays: 365, next: now + 335 * DAY_SECONDS },
    },
    now,
  };
}

/**
 * The same with the key of another organization, whose policy admits both accounts of Adobe, and
 * with a role of its own beside that of the other (VAL-09).
 */
export function withKeyOf(plan: AwsPlan, { customer, key }: KeyOf): AwsPlan {
  const { imsOrgId } = plan.customer;
  const { arn: _, ...shared } = key;
  const first = adobeStatements(imsOrgId)[0]!;
  const others = key.policy.Statement.filter(
    ({ Principal }) => Principal.AWS !== first.Principal.AWS,
  );
  const own = { ...first, Sid: `Adobe for ${imsOrgId.slice(0, 24)}` };
  return {
    ...plan,
    customer: {
      ...plan.customer,
      account: customer.account,
      roleArn: `${customer.roleArn}-${imsOrgId.slice(0, 24)}`,
      keyOf: customer.imsOrgId,
    },
    key: { ...shared, policy: { ...key.policy, Statement: [...others, own] } },
  };
}

/** `mrk-` and 32 digits, as KMS names a multi-Region key. */
export const multiRegionKeyId = (imsOrgId: string): string =>
  `mrk-${deriveHex('mrk', imsOrgId).slice(0, 32)}`;

/** Creates the customer, or replaces the one of that organization. */
export function putAwsPlan(world: World, scenario: string, plan: AwsPlan): AwsCustomer {
  const { region, account, keyId } = plan.key;
  const arn = `arn:aws:kms:${region}:${account}:key/${keyId}`;
  for (const key of world.kmsKeys.group(account)) world.kmsKeys.delete(key.arn);
  world.kmsKeys.put(arn, { ...plan.key, arn });
  const customer = { ...plan.customer, scenario, keyArn: arn };
  world.awsCustomers.put(customer.imsOrgId, customer);
  return customer;
}
