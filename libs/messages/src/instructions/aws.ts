/** The steps on AWS, all done in Adobe's page and attested (AWS-02..11, AWS-14, GAP-15, GAP-25). */
import type { StepId } from '@keyway/core';
import { approvalInstructions, entitlementInstructions } from './adobe.ts';
import { awsAccessScript, type AwsAccess } from './awsAccessScript.ts';
import {
  awsPolicyScript,
  cloudFormationOfNewKey,
  REGION,
  regionalProvider,
  wholePolicyScripts,
} from './awsPolicyScripts.ts';
import { script, type Draft } from './instruction.ts';
import { code } from './quoting.ts';
import { comment } from './scriptText.ts';
import type { Setting } from './setting.ts';

const keyScript = (s: Setting) =>
  script(
    'AWS_CLI',
    REGION,
    comment(s, 'awsAlias'),
    'ALIAS=alias/adobe-cmk',
    'if KEY_ID=$(aws kms list-aliases --query "Aliases[?AliasName==\'$ALIAS\'].TargetKeyId" --output text) && [ -z "$KEY_ID" ]; then',
    '  KEY_ID=$(aws kms create-key --key-spec SYMMETRIC_DEFAULT --key-usage ENCRYPT_DECRYPT --origin AWS_KMS --no-multi-region --query KeyMetadata.KeyId --output text)',
    '  aws kms create-alias --alias-name "$ALIAS" --target-key-id "$KEY_ID"',
    'fi',
    'aws kms enable-key-rotation --key-id "$KEY_ID"',
    'aws kms describe-key --key-id "$KEY_ID" --query KeyMetadata.Arn --output text',
  );

/** Only while there is no key: a resource of Terraform makes one of its own. */
const terraformKey = (s: Setting) =>
  s.keyIdentifier === null &&
  script(
    'TERRAFORM',
    ...regionalProvider('adobe_key'),
    'resource "aws_kms_key" "adobe" {',
    '  provider                 = aws.adobe_key',
    '  description              = "Adobe Experience Platform"',
    '  customer_master_key_spec = "SYMMETRIC_DEFAULT"',
    '  key_usage                = "ENCRYPT_DECRYPT"',
    '  enable_key_rotation      = true',
    '  deletion_window_in_days  = 30',
    '  lifecycle {',
    '    prevent_destroy = true',
    '    ignore_changes  = [policy]',
    '  }',
    '}',
    'output "adobe_key_arn" {',
    '  value = aws_kms_key.adobe.arn',
    '}',
  );

/** By a link nobody names the key or the role: the partner does. */
function lastLine({ byLink, keyIdentifier, run }: Setting, access: AwsAccess | null) {
  if (byLink && keyIdentifier !== null && access?.roleArn !== null) return null;
  if (run.connections.aws) return ['provideArn', { byLink }] as const;
  if (!byLink) return 'attestKey';
  return access ? 'sendArn' : 'sendKeyArn';
}

const ON_AWS: Partial<Record<StepId, (s: Setting, access: AwsAccess | null) => Draft>> = {
  ENTITLEMENT: entitlementInstructions,
  KEY: (s, access) => ({
    group: 'aws',
    lines: ['createKey', 'rotate', access && 'admitKeyway', lastLine(s, access)],
    values: [
      ['kmsKey', s.keyIdentifier],
      ['awsTrustPolicy', access?.trustPolicy ?? null],
      ['awsPermissionsPolicy', access?.permissionsPolicy ?? null],
    ],
    scripts: [
      keyScript(s),
      terraformKey(s),
      s.keyIdentifier === null && cloudFormationOfNewKey(s),
      access && awsAccessScript(s, access),
    ],
  }),
  POLICY: (s) => ({
    group: 'aws',
    lines: [
      !s.run.tracks.AEP.keyPolicy && ['providePolicy', { byLink: s.byLink }],
      'addStatements',
      !s.run.connections.aws && 'attestPolicy',
    ],
    values: [
      ['kmsKey', s.keyIdentifier],
      ['imsOrgId', s.imsOrgId],
    ],
    scripts: [awsPolicyScript(s), ...wholePolicyScripts(s)],
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

export const awsInstructions = (
  step: StepId,
  setting: Setting,
  access: AwsAccess | null,
): Draft | null => ON_AWS[step]?.(setting, access) ?? null;
