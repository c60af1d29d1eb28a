import type { CheckMessages } from '../../checkMessages.ts';

export const kmsKeyExists: CheckMessages<'kmsKeyExists'> = {
  title: 'The key exists',
  expected: 'The key that was provided',
  outcomes: {
    ok: '{seen}',
    absent: {
      observed: 'KMS has no key {arn}',
      cause: 'It was not created in this account and region, or it was deleted for good.',
      remedy:
        'Check the ARN in AWS KMS. If there is no key yet, create it with the script in “What to do”, and provide its ARN.',
    },
    otherKey: {
      observed: 'KMS answered with {seen}',
      cause: 'This is another key than {arn}.',
      remedy: 'Provide the ARN of the key itself: AWS KMS > Customer managed keys > the key > ARN.',
    },
  },
};
