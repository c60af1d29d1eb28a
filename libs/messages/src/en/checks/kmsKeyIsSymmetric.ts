import type { CheckMessages } from '../../checkMessages.ts';

export const kmsKeyIsSymmetric: CheckMessages<'kmsKeyIsSymmetric'> = {
  title: 'The key is symmetric',
  expected: 'Symmetric, to encrypt and decrypt',
  outcomes: {
    ok: 'Symmetric, to encrypt and decrypt',
    asymmetric: {
      observed: 'Key spec {keySpec}',
      cause: 'Adobe needs a symmetric key. Spec and usage of a key can’t be changed.',
      remedy:
        'Create a symmetric, single-Region key in {region} with the script in “What to do”, and provide its ARN here.',
    },
    otherUsage: {
      observed: 'Key usage {keyUsage}',
      cause: 'Adobe needs a key to encrypt and decrypt. The usage of a key can’t be changed.',
      remedy:
        'Create a symmetric, single-Region key in {region} with the script in “What to do”, and provide its ARN here.',
    },
    notStated: {
      observed: 'KMS does not say of which kind the key is',
      cause: 'The answer lacks the field, or has a value that Keyway does not know.',
      remedy: 'Keyway reads it again automatically. If this persists, check the key in AWS KMS.',
    },
  },
};
