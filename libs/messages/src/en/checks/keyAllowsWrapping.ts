import type { CheckMessages } from '../../checkMessages.ts';

export const keyAllowsWrapping: CheckMessages<'keyAllowsWrapping'> = {
  title: 'The key may wrap and unwrap',
  expected: 'wrapKey and unwrapKey among the permitted operations',
  outcomes: {
    ok: '{operations}',
    lacking: {
      observed: 'Permitted: {operations}',
      cause:
        '{lacking} is missing. Adobe encrypts its data keys with exactly these two operations; others do no harm.',
      remedy:
        'In the portal: the key’s current version > Permitted operations > tick Wrap Key and Unwrap Key for {key}. Or run the script in “What to do”.',
    },
    notStated: {
      observed: 'Azure does not say what {key} may do',
      cause: 'The permitted operations are absent from the answer.',
      remedy:
        'It is read again by itself. If this stays, look at Permitted operations in the portal.',
    },
  },
};
