/** The ARN names a single-Region key of KMS, and no alias (VAL-29, AWS-10). */
import { parseKeyArn } from '../inspectKeyArn.ts';
import { kmsKeyCheck } from '../catalog/defineKmsCheck.ts';

export const kmsKeyArnIsValid = kmsKeyCheck({
  order: 110,
  rules: ['VAL-29', 'AWS-10', 'AWS-09'],
  outcomes: { ok: 'PASS', invalid: 'BLOCK' },
  evaluate: (_key, { keyIdentifierText: arn }) => ({
    outcome: arn !== undefined && parseKeyArn(arn) ? 'ok' : 'invalid',
    values: { arn: arn ?? null },
  }),
});
