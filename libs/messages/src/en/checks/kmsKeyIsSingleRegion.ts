import type { CheckMessages } from '../../checkMessages.ts';

export const kmsKeyIsSingleRegion: CheckMessages<'kmsKeyIsSingleRegion'> = {
  title: 'The key is a single-Region key',
  expected: 'Single-Region',
  outcomes: {
    ok: 'Single-Region',
    multiRegion: {
      observed: 'Multi-Region',
      cause: 'Adobe needs a single-Region key. A multi-Region key can’t be made one.',
      remedy:
        'Create a symmetric, single-Region key in {region} with the script in “What to do”, and provide its ARN here.',
    },
    notStated: {
      observed: 'KMS does not say whether the key is single-Region',
      cause: 'The answer lacks the field, or has a value that Keyway does not know.',
      remedy: 'Keyway reads it again automatically. If this persists, check the key in AWS KMS.',
    },
  },
};
