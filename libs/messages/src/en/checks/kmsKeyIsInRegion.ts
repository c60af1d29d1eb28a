import type { CheckMessages } from '../../checkMessages.ts';

export const kmsKeyIsInRegion: CheckMessages<'kmsKeyIsInRegion'> = {
  title: 'The key is in Adobe’s region',
  expected: 'The region of the Adobe account, us-east-1',
  outcomes: {
    ok: '{found}',
    otherRegion: {
      observed: '{found}',
      cause:
        'With a key in another region, data becomes inaccessible. The region of a key can’t be changed.',
      remedy:
        'Create a symmetric, single-Region key in {region} with the script in “What to do”, and provide its ARN here.',
    },
    notStated: {
      observed: 'KMS does not say where the key is',
      cause: 'The answer lacks the field, or has a value that Keyway does not know.',
      remedy: 'Keyway reads it again automatically. If this persists, check the key in AWS KMS.',
    },
  },
};
