import type { CheckMessages } from '../../checkMessages.ts';

export const kmsKeyIsCustomerManaged: CheckMessages<'kmsKeyIsCustomerManaged'> = {
  title: 'The key is managed by the customer',
  expected: 'Customer managed',
  outcomes: {
    ok: 'Customer managed',
    awsManaged: {
      observed: 'Managed by AWS',
      cause:
        'The policy of a key that AWS manages can’t be changed, so Adobe can’t be allowed to use it.',
      remedy:
        'Create a symmetric, single-Region key in {region} with the script in “What to do”, and provide its ARN here.',
    },
    notStated: {
      observed: 'KMS does not say who manages the key',
      cause: 'The answer lacks the field, or has a value that Keyway does not know.',
      remedy: 'Keyway reads it again automatically. If this persists, check the key in AWS KMS.',
    },
  },
};
