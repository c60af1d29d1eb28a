import type { CheckMessages } from '../../checkMessages.ts';

export const keyPolicyKeepsAdmin: CheckMessages<'keyPolicyKeepsAdmin'> = {
  title: 'The account still administers the key',
  expected: 'kms:* for the root of the key’s own account',
  outcomes: {
    ok: 'kms:* for the root of account {account}',
    lost: {
      observed: 'No statement gives kms:* to the root of account {account}',
      cause:
        'The policy was overwritten, as an older guide of Adobe said. Nobody in the account may be able to correct it any more.',
      remedy:
        'Add the statement back with the policy under “Merged policy”. If KMS refuses it, AWS Support has to restore access to the key.',
    },
    unclear: {
      observed: 'The key policy can’t be read',
      cause: 'The answer is no key policy that Keyway understands.',
      remedy: 'Keyway reads it again automatically. If this persists, check the policy in AWS KMS.',
    },
  },
};
