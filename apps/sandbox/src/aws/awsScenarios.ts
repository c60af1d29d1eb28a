/**
 * Scenarios of customers on AWS, each of them one change of a customer whose set-up is right. Their
 * names begin with `aws`.
 */
import type { PolicyStatement } from '../state/awsRecords.ts';
import { multiRegionKeyId } from './awsPlan.ts';
import type { AwsPlan } from './awsPlan.ts';
import { administratorStatement, rootStatement } from './keyPolicies.ts';

export interface AwsScenario {
  summary: string;
  change: (plan: AwsPlan) => void;
}

const DAY_SECONDS = 24 * 3600;
/** An account of neither the customer nor Adobe. */
const THIRD_PARTY = '444455556666';

const scenario = (summary: string, change: AwsScenario['change']): AwsScenario => ({
  summary,
  change,
});

const key = (changed: Partial<AwsPlan['key']>) => (plan: AwsPlan) => {
  Object.assign(plan.key, changed);
};

/** Position 0 is the account's own statement, 1 to 4 are Adobe's. */
const statements =
  (change: (all: PolicyStatement[], plan: AwsPlan) => PolicyStatement[]) => (plan: AwsPlan) => {
    plan.key.policy.Statement = change(plan.key.policy.Statement, plan);
  };

const without = (position: number) => statements((all) => all.toSpliced(position, 1));

const denied = (permission: string): AwsScenario =>
  scenario(`The role that Keyway assumes lacks ${permission}.`, ({ customer }) => {
    customer.deny = [...customer.deny, permission];
  });

export const awsScenarios = {
  awsHappyPath: scenario('Everything is ready: role, key, key policy and rotation.', () => {}),
  awsOtherRegion: scenario(
    'The key is in another region than Adobe (AWS-03).',
    key({ region: 'us-west-2' }),
  ),
  awsMultiRegionKey: scenario('The key is a multi-Region key (AWS-10).', (plan) =>
    key({ multiRegion: true, keyId: multiRegionKeyId(plan.customer.imsOrgId) })(plan),
  ),
  awsAsymmetricKey: scenario('The key is an RSA key (AWS-02).', key({ spec: 'RSA_2048' })),
  awsSigningKey: scenario(
    'The key signs and verifies, and encrypts nothing (AWS-02).',
    key({ spec: 'ECC_NIST_P256', usage: 'SIGN_VERIFY' }),
  ),
  awsAwsManagedKey: scenario('The key is managed by AWS.', key({ manager: 'AWS' })),
  awsKeyDisabled: scenario('The key is disabled.', key({ state: 'Disabled' })),
  awsPendingDeletion: scenario('The key is going to be deleted in a week.', (plan) =>
    key({ state: 'PendingDeletion', deletionDate: plan.now + 7 * DAY_SECONDS })(plan),
  ),
  awsPendingImport: scenario(
    'The key waits for material to be imported.',
    key({ state: 'PendingImport', origin: 'EXTERNAL' }),
  ),
  awsImportedMaterial: scenario(
    'The key’s material is imported (AWS-02).',
    key({ origin: 'EXTERNAL', rotation: { enabled: false, periodInDays: 0, next: 0 } }),
  ),
  awsExpiringMaterial: scenario('The key’s imported material expires in ten days.', (plan) =>
    key({
      origin: 'EXTERNAL',
      validTo: plan.now + 10 * DAY_SECONDS,
      rotation: { enabled: false, periodInDays: 0, next: 0 },
    })(plan),
  ),
  awsRotationOff: scenario(
    'Automatic rotation is off, as it is by default (ROT-09).',
    key({ rotation: { enabled: false, periodInDays: 0, next: 0 } }),
  ),
  awsDefaultPolicy: scenario(
    'The key has the policy that a new key has; its Sid is that of Adobe’s first statement (AWS-06).',
    statements((all) => all.slice(0, 1)),
  ),
  awsSidClash: scenario(
    'Adobe’s first statement was left out, because its Sid was taken (AWS-06).',
    without(1),
  ),
  awsSidRepeated: scenario(
    'Adobe’s first statement was pasted under the Sid that the account’s own has (AWS-06).',
    statements((all) => all.with(1, { ...all[1]!, Sid: all[0]!.Sid! })),
  ),
  awsStatement1Missing: scenario('Adobe’s own statement is missing (VAL-31).', without(1)),
  awsStatement2Missing: scenario('The statement of CJA Flow is missing (AWS-13).', without(2)),
  awsStatement3Missing: scenario('The statement of CJA Integrity is missing (AWS-13).', without(3)),
  awsStatement4Missing: scenario('The statement of CJA Oberon is missing (AWS-13).', without(4)),
  awsActionMissing: scenario(
    'Adobe’s own statement lacks kms:CreateGrant (VAL-31).',
    statements((all) =>
      all.with(1, {
        ...all[1]!,
        Action: [all[1]!.Action].flat().filter((action) => action !== 'kms:CreateGrant'),
      }),
    ),
  ),
  awsConditionDiffers: scenario(
    'The condition of Adobe’s own statement names another account (VAL-31).',
    statements((all) =>
      all.with(1, {
        ...all[1]!,
        Condition: { StringEquals: { 'aws:PrincipalAccount': THIRD_PARTY } },
      }),
    ),
  ),
  awsExtraPrincipal: scenario(
    'An account of neither the customer nor Adobe may use the key (AWS-08).',
    statements((all) => [
      ...all,
      {
        ...rootStatement(THIRD_PARTY),
        Sid: 'Backup provider',
        Action: ['kms:Decrypt', 'kms:DescribeKey'],
      },
    ]),
  ),
  awsRootStatementLost: scenario(
    'The policy was overwritten, and the account’s own statement lost (AWS-05).',
    statements((all, { customer }) => all.with(0, administratorStatement(customer))),
  ),
  awsDescribeKeyDenied: denied('kms:DescribeKey'),
  awsGetKeyPolicyDenied: denied('kms:GetKeyPolicy'),
  awsRotationStatusDenied: denied('kms:GetKeyRotationStatus'),
  awsRoleNotAssumable: scenario(
    'The role’s trust policy names another account than Keyway’s.',
    ({ customer }) => {
      customer.trust.principalAccount = THIRD_PARTY;
    },
  ),
  awsWrongExternalId: scenario(
    'The role’s trust policy asks for another external ID than Keyway’s.',
    ({ customer }) => {
      customer.trust.externalId = 'an-external-id-of-somebody-else';
    },
  ),
} satisfies Record<string, AwsScenario>;

export type AwsScenarioName = keyof typeof awsScenarios;

export const isAwsScenario = (name: unknown): name is AwsScenarioName =>
  typeof name === 'string' && Object.hasOwn(awsScenarios, name);
