import type { CheckMessages } from '../../checkMessages.ts';

export const vaultRetentionIsLong: CheckMessages<'vaultRetentionIsLong'> = {
  title: 'Deleted keys are kept for 90 days',
  expected: '90 days (possible: 7 to 90)',
  outcomes: {
    ok: '{days} days',
    belowRecommended: {
      observed: '{days} days',
      cause:
        'The vault was created with less than the default of 90 days, which leaves less time to notice and recover a deleted key.',
      remedy:
        'It can’t be changed for this vault. Accept it with a reason, or create a new vault with 90 days before anything is submitted.',
    },
    short: {
      observed: 'Only {days} days',
      cause:
        'The vault was created with a very short retention. After {days} days a deleted key is lost permanently, and with it the data.',
      remedy:
        'It can’t be changed for this vault. Create a new vault with 90 days before anything is submitted; afterwards it is too late.',
    },
    notStated: {
      observed: 'Not stated',
      cause:
        'Azure’s answer lacks the retention. It is 90 days unless another value was chosen at creation.',
      remedy: 'Check Properties of {vault} in the portal, and accept this with what you saw.',
    },
    outOfRange: {
      observed: '{days} days, which Azure does not allow',
      cause: 'Azure allows 7 to 90 days; another value is an error in the data.',
      remedy:
        'Check Properties of {vault} in the portal. If the value is the same there, create a new vault with 90 days.',
    },
  },
};
