/** The steps on AWS, all done in Adobe's page and attested (AWS-02..11, AWS-14, GAP-15, GAP-25). */
import { parseKeyArn, type StepId } from '@keyway/core';
import { approvalInstructions, entitlementInstructions } from './adobe.ts';
import { script, type Draft } from './instruction.ts';
import { code } from './quoting.ts';
import { comment } from './scriptText.ts';
import type { Setting } from './setting.ts';

const keyScript = (s: Setting) =>
  script(
    'AWS_CLI',
    comment(s, 'awsAlias'),
    'ALIAS=alias/adobe-cmk',
    'if KEY_ID=$(aws kms list-aliases --query "Aliases[?AliasName==\'$ALIAS\'].TargetKeyId" --output text) && [ -z "$KEY_ID" ]; then',
    '  KEY_ID=$(aws kms create-key --key-spec SYMMETRIC_DEFAULT --key-usage ENCRYPT_DECRYPT --origin AWS_KMS --no-multi-region --query KeyMetadata.KeyId --output text)',
    '  aws kms create-alias --alias-name "$ALIAS" --target-key-id "$KEY_ID"',
    'fi',
    'aws kms describe-key --key-id "$KEY_ID" --query KeyMetadata.Arn --output text',
  );

const policyScript = (s: Setting) =>
  script(
    'AWS_CLI',
    `KEY_ID=${s.keyIdentifier && parseKeyArn(s.keyIdentifier) ? s.keyIdentifier : 'alias/adobe-cmk'}`,
    'aws kms get-key-policy --key-id "$KEY_ID" --policy-name default --query Policy --output text > policy.before.json',
    comment(s, 'awsPolicy'),
    'if [ -s policy.json ] && ! cmp -s policy.json policy.before.json; then',
    '  aws kms put-key-policy --key-id "$KEY_ID" --policy-name default --policy file://policy.json',
    'fi',
  );

const ON_AWS: Partial<Record<StepId, (s: Setting) => Draft>> = {
  ENTITLEMENT: entitlementInstructions,
  KEY: (s) => ({
    group: 'aws',
    lines: ['createKey', 'rotate', 'attestKey'],
    values: [['kmsKey', s.keyIdentifier]],
    scripts: [keyScript(s)],
  }),
  POLICY: (s) => ({
    group: 'aws',
    lines: ['addStatements', 'attestPolicy'],
    values: [
      ['kmsKey', s.keyIdentifier],
      ['imsOrgId', s.imsOrgId],
    ],
    scripts: [policyScript(s)],
  }),
  APPROVAL: approvalInstructions,
  SUBMISSION: (s) => ({
    group: 'aws',
    lines: ['submit', ['attestSubmission', { imsOrgId: code(s.imsOrgId) }]],
    values: [
      ['configurationName', s.run.tracks.AEP.approval?.configurationName ?? null],
      ['kmsKey', s.keyIdentifier],
      ['imsOrgId', s.imsOrgId],
    ],
  }),
  ACTIVATION: () => ({ group: 'aws', lines: ['waitForAdobe'] }),
  CONFIRMATION: () => ({ group: 'aws', lines: ['askForConfirmation', 'attestConfirmation'] }),
};

export const awsInstructions = (step: StepId, setting: Setting): Draft | null =>
  ON_AWS[step]?.(setting) ?? null;
