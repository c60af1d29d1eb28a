/** What is read on AWS where everything is as it should be. Imported by tests only. */
import type { KmsStepFacts, StepFacts, StepFactsOf } from '../src/facts.ts';
import type { KmsKeyFacts, KmsRotationFacts } from '../src/kmsFacts.ts';
import type { Organization } from '../src/organization.ts';
import type { ObservedStepId } from '../src/vocabulary.ts';
import { seen } from './exampleFacts.ts';

export const KEY_ARN =
  'arn:aws:kms:us-east-1:111122223333:key/1234abcd-12ab-34cd-56ef-1234567890ab';

/** What an organization on AWS has otherwise than one on Azure (AWS-01, ENT-02). */
export const ON_AWS = {
  cloud: 'AWS',
  region: 'VA6',
  shield: 'PRIVACY_AND_SECURITY_SHIELD',
  azureTenantId: null,
} as const satisfies Partial<Organization>;

export const AWS_ROLE = {
  roleArn: 'arn:aws:iam::111122223333:role/keyway',
  region: 'us-east-1',
} as const;

const grant = (sid: string, account: string): string => `    {
      "Sid": "${sid}",
      "Effect": "Allow",
      "Principal": { "AWS": "arn:aws:iam::${account}:root" }, // Adobe
      "Action": [
        "kms:Decrypt",
        "kms:Encrypt",
        "kms:ReEncrypt*",
        "kms:GenerateDataKey*",
        "kms:DescribeKey",
        "kms:CreateGrant",
      ],
      "Resource": "*",
      "Condition": { "StringEquals": { "aws:PrincipalAccount": "${account}" } }
    }`;

const GRANTS = [
  ['Enable IAM User Permissions', '975049898882'],
  ['CJA Flow IAM User Permissions', '767397686373'],
  ['CJA Integrity IAM User Permissions', '730335345392'],
  ['CJA Oberon IAM User Permissions', '891377157113'],
] as const;

/** As Adobe's page shows it, with comments and trailing commas (AWS-04, AWS-07). */
export const POLICY_TEMPLATE = `{
  // Copy into the policy of your key
  "Version": "2012-10-17",
  "Statement": [
${GRANTS.map(([sid, account]) => grant(sid, account)).join(',\n')}
  ],
}`;

const ADMIN = {
  Sid: 'Enable IAM User Permissions',
  Effect: 'Allow',
  Principal: { AWS: 'arn:aws:iam::111122223333:root' },
  Action: 'kms:*',
  Resource: '*',
};

/** The policy that KMS gives a new key. */
export const DEFAULT_POLICY_TEXT = JSON.stringify({
  Version: '2012-10-17',
  Id: 'key-default-1',
  Statement: [ADMIN],
});

const action = [
  'kms:Decrypt',
  'kms:Encrypt',
  'kms:ReEncrypt*',
  'kms:GenerateDataKey*',
  'kms:DescribeKey',
  'kms:CreateGrant',
];
/** The default policy with Adobe's four statements (AWS-04). */
export const goodPolicy = {
  Version: '2012-10-17',
  Id: 'key-default-1',
  Statement: [
    ADMIN,
    ...GRANTS.map(([sid, account]) => ({
      Sid: sid === ADMIN.Sid ? `Adobe ${sid}` : sid,
      Effect: 'Allow',
      Principal: { AWS: `arn:aws:iam::${account}:root` },
      Action: action,
      Resource: '*',
      Condition: { StringEquals: { 'aws:PrincipalAccount': account } },
    })),
  ],
};

export const aKmsKey = (change: Partial<KmsKeyFacts> = {}): KmsKeyFacts => ({
  arn: KEY_ARN,
  account: '111122223333',
  keySpec: 'SYMMETRIC_DEFAULT',
  keyUsage: 'ENCRYPT_DECRYPT',
  keyState: 'Enabled',
  enabled: true,
  multiRegion: false,
  origin: 'AWS_KMS',
  keyManager: 'CUSTOMER',
  deletionDate: null,
  validTo: null,
  ...change,
});

export const aRotation = (change: Partial<KmsRotationFacts> = {}): KmsRotationFacts => ({
  enabled: true,
  periodInDays: 365,
  nextRotation: '2027-06-01T00:00:00.000Z',
  ...change,
});

export const kmsStep = (
  change: Partial<KmsKeyFacts> = {},
  rotation: Partial<KmsRotationFacts> = {},
): KmsStepFacts => ({
  step: 'KEY',
  kmsKey: seen(aKmsKey(change)),
  rotation: seen(aRotation(rotation)),
});

export const policyStep = (policy: string | object = goodPolicy): StepFactsOf<'POLICY'> => ({
  step: 'POLICY',
  keyPolicy: seen({ policy: typeof policy === 'string' ? policy : JSON.stringify(policy) }),
});

/** What an observation of a step on AWS reads. */
export const factsOnAws = (step: ObservedStepId): StepFacts =>
  step === 'KEY' ? kmsStep() : policyStep();
