import type { CheckMessages } from '../../checkMessages.ts';

export const keyPolicyNamesNoOthers: CheckMessages<'keyPolicyNamesNoOthers'> = {
  title: 'Only the account and Adobe use the key',
  expected: 'No other AWS accounts',
  outcomes: {
    ok: 'No other accounts',
    others: {
      observed: '{principals}',
      cause:
        'These accounts are neither the key’s own nor on Adobe’s page. AWS’s wizard advises against other accounts; Adobe’s four are what the key is for, these are not.',
      remedy:
        'Remove the statement or the principal from the policy, or accept this with a reason if you know the account.',
    },
    everybody: {
      observed: 'Everybody (*)',
      cause:
        'A statement allows every AWS principal, without a condition that limits it to the account or to Adobe.',
      remedy:
        'Limit the statement to known principals, or accept this with a reason if another condition limits it.',
    },
    unclear: {
      observed: 'The key policy can’t be read',
      cause: 'The answer is no key policy that Keyway understands.',
      remedy: 'Keyway reads it again automatically. If this persists, check the policy in AWS KMS.',
    },
  },
};
