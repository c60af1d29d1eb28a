/** The part of `OUTCOME_CASES` about KEY on AWS. Imported by tests only. */
import { aRotation, kmsStep, KEY_ARN } from './awsFacts.ts';
import { absent, seen, unreadable } from './exampleFacts.ts';
import type { OutcomeCase } from './outcomeCases.ts';

const context = { key: null, keyIdentifierText: KEY_ARN } as const;
const ALIAS = 'arn:aws:kms:us-east-1:111122223333:alias/adobe';
const rotation = seen(aRotation());

const cases: readonly Omit<OutcomeCase, 'context'>[] = [
  { check: 'kmsKeyArnIsValid', outcome: 'ok', facts: kmsStep() },
  { check: 'kmsKeyExists', outcome: 'ok', facts: kmsStep() },
  {
    check: 'kmsKeyExists',
    outcome: 'absent',
    facts: { step: 'KEY', kmsKey: absent(), rotation: absent() },
  },
  {
    check: 'kmsKeyExists',
    outcome: 'otherKey',
    facts: kmsStep({ arn: KEY_ARN.replace('1234abcd', '9999abcd') }),
  },
  { check: 'kmsKeyIsSymmetric', outcome: 'ok', facts: kmsStep() },
  { check: 'kmsKeyIsSymmetric', outcome: 'asymmetric', facts: kmsStep({ keySpec: 'RSA_4096' }) },
  {
    check: 'kmsKeyIsSymmetric',
    outcome: 'otherUsage',
    facts: kmsStep({ keyUsage: 'GENERATE_VERIFY_MAC' }),
  },
  { check: 'kmsKeyIsSymmetric', outcome: 'notStated', facts: kmsStep({ keySpec: null }) },
  { check: 'kmsKeyIsEnabled', outcome: 'ok', facts: kmsStep() },
  {
    check: 'kmsKeyIsEnabled',
    outcome: 'disabled',
    facts: kmsStep({ keyState: 'Disabled', enabled: false }),
  },
  { check: 'kmsKeyIsEnabled', outcome: 'disabled', facts: kmsStep({ enabled: false }) },
  {
    check: 'kmsKeyIsEnabled',
    outcome: 'pendingDeletion',
    facts: kmsStep({ keyState: 'PendingDeletion', deletionDate: '2026-12-24T00:00:00.000Z' }),
  },
  {
    check: 'kmsKeyIsEnabled',
    outcome: 'pendingImport',
    facts: kmsStep({ keyState: 'PendingImport' }),
  },
  { check: 'kmsKeyIsEnabled', outcome: 'unavailable', facts: kmsStep({ keyState: 'Unavailable' }) },
  { check: 'kmsKeyIsEnabled', outcome: 'notStated', facts: kmsStep({ keyState: null }) },
  { check: 'kmsKeyIsSingleRegion', outcome: 'ok', facts: kmsStep() },
  { check: 'kmsKeyIsSingleRegion', outcome: 'multiRegion', facts: kmsStep({ multiRegion: true }) },
  { check: 'kmsKeyIsSingleRegion', outcome: 'notStated', facts: kmsStep({ multiRegion: null }) },
  { check: 'kmsKeyIsInRegion', outcome: 'ok', facts: kmsStep() },
  {
    check: 'kmsKeyIsInRegion',
    outcome: 'otherRegion',
    facts: kmsStep({ arn: KEY_ARN.replace('us-east-1', 'eu-west-1') }),
  },
  { check: 'kmsKeyIsInRegion', outcome: 'notStated', facts: kmsStep({ arn: 'nonsense' }) },
  { check: 'kmsKeyIsCustomerManaged', outcome: 'ok', facts: kmsStep() },
  {
    check: 'kmsKeyIsCustomerManaged',
    outcome: 'awsManaged',
    facts: kmsStep({ keyManager: 'AWS' }),
  },
  { check: 'kmsKeyIsCustomerManaged', outcome: 'notStated', facts: kmsStep({ keyManager: null }) },
  { check: 'kmsKeyMaterialIsOwn', outcome: 'ok', facts: kmsStep() },
  { check: 'kmsKeyMaterialIsOwn', outcome: 'imported', facts: kmsStep({ origin: 'EXTERNAL' }) },
  {
    check: 'kmsKeyMaterialIsOwn',
    outcome: 'expiring',
    facts: kmsStep({ origin: 'EXTERNAL', validTo: '2027-01-01T00:00:00.000Z' }),
  },
  {
    check: 'kmsKeyMaterialIsOwn',
    outcome: 'customStore',
    facts: kmsStep({ origin: 'AWS_CLOUDHSM' }),
  },
  { check: 'kmsKeyMaterialIsOwn', outcome: 'notStated', facts: kmsStep({ origin: null }) },
  { check: 'kmsKeyRotates', outcome: 'ok', facts: kmsStep() },
  {
    check: 'kmsKeyRotates',
    outcome: 'off',
    facts: kmsStep({}, { enabled: false, periodInDays: null, nextRotation: null }),
  },
  {
    check: 'kmsKeyRotates',
    outcome: 'notRead',
    facts: { ...kmsStep(), rotation: unreadable('denied', 'kms:GetKeyRotationStatus') },
  },
  { check: 'kmsKeyRotates', outcome: 'notStated', facts: kmsStep({}, { enabled: null }) },
  { check: 'kmsKeyIsNotShared', outcome: 'ok', facts: { ...kmsStep(), otherOrganizations: 0 } },
  { check: 'kmsKeyIsNotShared', outcome: 'shared', facts: { ...kmsStep(), otherOrganizations: 2 } },
];

export const KMS_OUTCOME_CASES: readonly OutcomeCase[] = [
  ...cases.map((one) => ({ ...one, context })),
  {
    check: 'kmsKeyArnIsValid',
    outcome: 'invalid',
    facts: kmsStep(),
    context: { key: null, keyIdentifierText: ALIAS },
  },
];

/** AccessDenied on each call that decides: unknown, with the permission named, never failed. */
export const KMS_DENIED = [
  {
    permission: 'kms:DescribeKey',
    facts: { step: 'KEY', kmsKey: unreadable('denied', 'kms:DescribeKey'), rotation },
    unknown: ['kmsKeyArnIsValid', 'kmsKeyExists', 'kmsKeyIsEnabled'],
  },
  {
    permission: 'kms:GetKeyPolicy',
    facts: { step: 'POLICY', keyPolicy: unreadable('denied', 'kms:GetKeyPolicy') },
    unknown: [
      'keyPolicyKeepsAdmin',
      'keyPolicyHoldsTemplate',
      'keyPolicyNamesNoOthers',
      'keyPolicySidsAreUnique',
    ],
  },
] as const;
