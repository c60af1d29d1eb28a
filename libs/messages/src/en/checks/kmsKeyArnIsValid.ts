import type { CheckMessages } from '../../checkMessages.ts';

export const kmsKeyArnIsValid: CheckMessages<'kmsKeyArnIsValid'> = {
  title: 'The ARN names a key',
  expected: 'The ARN of a single-Region KMS key',
  outcomes: {
    ok: '{arn}',
    invalid: {
      observed: '{arn}',
      cause:
        'This is not the ARN of a single-Region key. Aliases, key IDs and multi-Region keys can’t be used.',
      remedy: 'Provide the ARN of the key: AWS KMS > Customer managed keys > the key > ARN.',
    },
  },
};
