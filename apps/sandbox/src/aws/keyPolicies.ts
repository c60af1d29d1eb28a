/**
 * Key policies: the one that a new key has, the template that Adobe's page shows, and whether one
 * admits a caller.
 */
import { deriveHex } from '../azure/derive.ts';
import type { KeyPolicy, PolicyStatement } from '../state/awsRecords.ts';

/** AWS-04 */
const ACTIONS = [
  'kms:Decrypt',
  'kms:Encrypt',
  'kms:ReEncrypt*',
  'kms:GenerateDataKey*',
  'kms:DescribeKey',
  'kms:CreateGrant',
];

/** Of Adobe's four statements (AWS-04); the first equals that of the default policy (AWS-06). */
const SIDS = [
  'Enable IAM User Permissions',
  'CJA Flow IAM User Permissions',
  'CJA Integrity IAM User Permissions',
  'CJA Oberon IAM User Permissions',
];

/** The same for every organization, as in Adobe's sample (AWS-07). */
const CJA_ACCOUNTS = ['767397686373', '730335345392', '891377157113'];

/** Twelve digits, from the organization alone. */
export const deriveAccount = (...parts: string[]): string =>
  String((BigInt(`0x${deriveHex(...parts).slice(0, 16)}`) % 900_000_000_000n) + 100_000_000_000n);

const adobeStatement = (sid: string, account: string): PolicyStatement => ({
  Sid: sid,
  Effect: 'Allow',
  Principal: { AWS: `arn:aws:iam::${account}:root` },
  Action: [...ACTIONS],
  Resource: '*',
  Condition: { StringEquals: { 'aws:PrincipalAccount': account } },
});

/** Adobe's statements for an organization, whose first account is its own (AWS-07). */
export const adobeStatements = (imsOrgId: string): PolicyStatement[] =>
  [deriveAccount('adobe', imsOrgId), ...CJA_ACCOUNTS].map((account, index) =>
    adobeStatement(SIDS[index]!, account),
  );

/** As the page shows it: comments behind some values, which JSON does not have (AWS-07). */
export function templateText(imsOrgId: string): string {
  const policy = {
    Version: '2012-10-17',
    Id: 'key-consolepolicy-3',
    Statement: adobeStatements(imsOrgId),
  };
  return JSON.stringify(policy, null, 2)
    .replaceAll(/("AWS": "[^"]+")/g, '$1 // the account that Adobe uses for your organization')
    .replaceAll(/("aws:PrincipalAccount": "[^"]+")/g, '$1 // the same account');
}

export const rootStatement = (account: string): PolicyStatement => ({
  Sid: 'Enable IAM User Permissions',
  Effect: 'Allow',
  Principal: { AWS: `arn:aws:iam::${account}:root` },
  Action: 'kms:*',
  Resource: '*',
});

/** Whoever administers a key whose account lost its own statement: a role, and Keyway's. */
export const administratorStatement = ({
  account,
  roleArn,
}: {
  account: string;
  roleArn: string;
}): PolicyStatement => ({
  Sid: 'Key administrators',
  Effect: 'Allow',
  Principal: { AWS: [`arn:aws:iam::${account}:role/key-admins`, roleArn] },
  Action: 'kms:*',
  Resource: '*',
});

/** The default policy with Adobe's statements beside it, the first under another Sid (AWS-06). */
export function mergedPolicy(account: string, imsOrgId: string): KeyPolicy {
  const [first, ...others] = adobeStatements(imsOrgId);
  return {
    Version: '2012-10-17',
    Id: 'key-default-1',
    Statement: [
      rootStatement(account),
      { ...first!, Sid: 'Adobe Enable IAM User Permissions' },
      ...others,
    ],
  };
}

function matches(pattern: string, text: string): boolean {
  const source = pattern.replace(/[.+^${}()|[\]\\]/g, String.raw`\$&`);
  return new RegExp(`^${source.replaceAll('*', '.*').replaceAll('?', '.')}$`, 'i').test(text);
}

/** Whether the policy lets the role act, itself or through the account's own policies. */
export function policyAllows(
  policy: KeyPolicy,
  action: string,
  account: string,
  roleArn: string,
): boolean {
  const own = ['*', account, `arn:aws:iam::${account}:root`, roleArn];
  const concerning = policy.Statement.filter(
    ({ Principal, Action, Condition }) =>
      Condition === undefined &&
      [Principal.AWS].flat().some((principal) => own.includes(principal)) &&
      [Action].flat().some((pattern) => matches(pattern, action)),
  );
  return concerning.length > 0 && concerning.every(({ Effect }) => Effect === 'Allow');
}
