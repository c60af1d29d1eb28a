import type { CheckMessages } from '../../checkMessages.ts';

export const keyPolicyHoldsTemplate: CheckMessages<'keyPolicyHoldsTemplate'> = {
  title: 'The key policy holds Adobe’s statements',
  expected: 'Every statement of the policy on Adobe’s page',
  outcomes: {
    ok: 'All {total} statements',
    notAdobes: {
      observed: 'The pasted policy is not that of Adobe’s page',
      cause:
        'It lets fewer than four other accounts use the key, and Adobe’s page names four (AWS-04). Perhaps it is the policy that the key has already, or a part of the page.',
      remedy:
        'Copy the whole policy of the organization’s page at Adobe, and provide it again. Then put the merged policy on the key.',
    },
    notComparable: {
      observed: 'The key policy is too large to be compared',
      cause:
        'It is longer than AWS KMS permits, or its patterns have so many wildcards (*) that comparing them takes too long.',
      remedy:
        'Replace long patterns with several wildcards by the names of the actions, in the key policy and in the policy of Adobe’s page if it has any. Keyway then compares them again automatically.',
    },
    missing: {
      observed: 'Missing: {missing}{differing, select, none {} other {; differing: {differing}}}',
      cause:
        '{found} of {total} statements of Adobe’s page are in the policy. Without them Experience Platform, Journey Optimizer or Customer Journey Analytics can’t use the key.',
      remedy:
        'Put the policy under “Merged policy” on the key: it adds what is missing and keeps every existing statement.',
    },
    differing: {
      observed: 'Differing: {differing}',
      cause: 'The statement is there, and these parts are not as on Adobe’s page.',
      remedy:
        'Put the policy under “Merged policy” on the key. It adds Adobe’s statement under a Sid of its own and keeps the existing one.',
    },
    wider: {
      observed: 'Without its condition: {differing}',
      cause:
        'The statement grants what Adobe needs, and lacks a condition that limits it on Adobe’s page: more than Adobe may use the key.',
      remedy:
        'Put the policy under “Merged policy” on the key. Then remove the statement without the condition: Keyway never removes one.',
    },
    denied: {
      observed: '{denying} denies what Adobe needs',
      cause: 'A Deny statement overrides every Allow, so Adobe’s statements have no effect.',
      remedy:
        'Remove the Deny statement, or limit it to principals other than Adobe’s. Keyway never removes a statement.',
    },
    perhapsDenied: {
      observed: '{denying} may deny what Adobe needs',
      cause:
        'The Deny statement has a condition. Whether the condition is true of Adobe’s calls can’t be read.',
      remedy:
        'Check whether the condition can be true of Adobe’s calls. If not, accept this with a reason.',
    },
    unclear: {
      observed: 'The key policy can’t be read',
      cause: 'The answer is no key policy that Keyway understands.',
      remedy: 'Keyway reads it again automatically. If this persists, check the policy in AWS KMS.',
    },
  },
};
