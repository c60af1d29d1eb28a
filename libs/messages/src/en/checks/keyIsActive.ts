import type { CheckMessages } from '../../checkMessages.ts';

export const keyIsActive: CheckMessages<'keyIsActive'> = {
  title: 'The key is active',
  expected: 'No activation date, or one in the past',
  outcomes: {
    ok: 'Active since {date}',
    noDate: 'No activation date',
    notYet: {
      observed: 'Active from {date}',
      cause:
        'The activation date is in the future; until then Azure refuses to wrap with this key.',
      remedy:
        'In the portal: the key’s current version > remove the activation date of {key} or set it to now. Or wait until that date.',
    },
    notStated: {
      observed: 'The activation date of {key} can’t be read',
      cause: 'Azure’s answer contains no valid date.',
      remedy: 'Keyway reads it again automatically. If this persists, check the key in the portal.',
    },
  },
};
