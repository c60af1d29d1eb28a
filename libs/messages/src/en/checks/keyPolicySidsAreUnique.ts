import type { CheckMessages } from '../../checkMessages.ts';

export const keyPolicySidsAreUnique: CheckMessages<'keyPolicySidsAreUnique'> = {
  title: 'Every statement has its own Sid',
  expected: 'No Sid twice',
  outcomes: {
    ok: 'No Sid twice',
    repeated: {
      observed: 'Twice: {sids}',
      cause:
        'Adobe’s first statement has the Sid of AWS’s default statement. Tools that replace a statement by its Sid then replace the wrong one.',
      remedy:
        'Give one of the statements another Sid, such as “Adobe {sids}”. Or accept this with a reason.',
    },
    unclear: {
      observed: 'The key policy can’t be read',
      cause: 'The answer is no key policy that Keyway understands.',
      remedy: 'Keyway reads it again automatically. If this persists, check the policy in AWS KMS.',
    },
  },
};
