import type { CheckMessages } from '../../checkMessages.ts';

export const keyIsEnabled: CheckMessages<'keyIsEnabled'> = {
  title: 'The key is enabled',
  expected: 'Enabled',
  outcomes: {
    ok: 'Enabled',
    disabled: {
      observed: 'Disabled',
      cause:
        'The key’s version was disabled. Adobe treats a disabled key as a deliberate withdrawal.',
      remedy:
        'In the portal: the key’s current version > Enabled > Yes, for {key}. Or run the script in “What to do”.',
    },
    notStated: {
      observed: 'Azure does not say whether {key} is enabled',
      cause: 'The answer lacks the attribute.',
      remedy: 'Keyway reads it again automatically. If this persists, check the key in the portal.',
    },
  },
};
