import type { CheckMessages } from '../../checkMessages.ts';

export const kmsKeyRotates: CheckMessages<'kmsKeyRotates'> = {
  title: 'The key rotates automatically',
  expected: 'Automatic rotation, every 90 to 2560 days',
  outcomes: {
    ok: 'On{periodInDays, select, none {} other {, every {periodInDays} days}}',
    off: {
      observed: 'Off',
      cause:
        'KMS rotates a key only where somebody turns it on. Rotation changes neither the ARN nor what Adobe has.',
      remedy:
        'Run: aws kms enable-key-rotation --key-id {arn} --rotation-period-in-days 365. Or accept this with a reason; imported material can’t be rotated automatically.',
    },
    notRead: {
      observed: 'Whether the key rotates could not be read',
      cause:
        '{permission, select, none {KMS refused the call{message, select, none {} other {: “{message}”}}.} other {The role that Keyway assumes lacks {permission}.}} Rotation changes neither the ARN nor what Adobe has.',
      remedy:
        'Grant the role kms:GetKeyRotationStatus. Or run: aws kms get-key-rotation-status --key-id {arn}, and accept this with what you saw.',
    },
    notStated: {
      observed: 'KMS does not say whether the key rotates',
      cause: 'The answer lacks the field, or has a value that Keyway does not know.',
      remedy: 'Keyway reads it again automatically. If this persists, check the key in AWS KMS.',
    },
  },
};
