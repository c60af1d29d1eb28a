import type { CheckMessages } from '../../checkMessages.ts';

export const keyAllowsWrapping: CheckMessages<'keyAllowsWrapping'> = {
  title: 'The key may wrap and unwrap',
  expected: 'wrapKey and unwrapKey among the permitted operations',
  outcomes: {
    ok: '{operations}',
    lacking: {
      observed: 'Permitted: {operations}',
      cause:
        '{lacking} is missing. Adobe encrypts its data keys with these two operations; others may stay.',
      remedy:
        'In the portal: the key’s current version > Permitted operations > select Wrap Key and Unwrap Key for {key}. Or run the script in “What to do”.',
    },
  },
};
