import type { CheckMessages } from '../../checkMessages.ts';

export const kmsKeyIsEnabled: CheckMessages<'kmsKeyIsEnabled'> = {
  title: 'The key is enabled',
  expected: 'Enabled, and not scheduled for deletion',
  outcomes: {
    ok: 'Enabled',
    disabled: {
      observed: 'Disabled',
      cause:
        'The key was disabled. Adobe can use a key only while it is enabled, and treats a disabled key as withdrawn.',
      remedy:
        'Run: aws kms enable-key --key-id {arn}. Or in AWS KMS: the key > Key actions > Enable.',
    },
    pendingDeletion: {
      observed: 'Scheduled for deletion{deletionDate, select, none {} other { at {deletionDate}}}',
      cause:
        'Somebody scheduled the deletion. Data that only this key can decrypt is lost once it is gone.',
      remedy:
        'Run: aws kms cancel-key-deletion --key-id {arn}, then aws kms enable-key --key-id {arn}. Find out who scheduled it.',
    },
    pendingImport: {
      observed: 'Waiting for key material',
      cause: 'The key was created for imported material, which is not there or has expired.',
      remedy:
        'Import the key material, or create a key with material made by KMS and provide its ARN.',
    },
    unavailable: {
      observed: 'State {keyState}',
      cause: 'KMS can’t use the key in this state.',
      remedy: 'Correct it in AWS KMS: the key > General configuration > Status. Then check again.',
    },
    notStated: {
      observed: 'KMS does not say in which state the key is',
      cause: 'The answer lacks the field, or has a value that Keyway does not know.',
      remedy: 'Keyway reads it again automatically. If this persists, check the key in AWS KMS.',
    },
  },
};
