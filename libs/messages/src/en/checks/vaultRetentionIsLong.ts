import type { CheckMessages } from '../../checkMessages.ts';

export const vaultRetentionIsLong: CheckMessages<'vaultRetentionIsLong'> = {
  title: 'Deleted keys are kept for 90 days',
  expected: '90 days (possible: 7 to 90)',
  outcomes: {
    ok: '{days} days',
    belowRecommended: {
      observed: '{days} days',
      cause:
        'The retention was set below the default of 90 days when the vault was created. It leaves less time to notice and recover a deleted key.',
      remedy:
        'It can never be changed for this vault. Accept it with a reason, or create a new vault with 90 days before anything is submitted.',
    },
    short: {
      observed: 'Only {days} days',
      cause:
        'The retention was set very low when the vault was created. After {days} days a deleted key is gone for good, and with it the data.',
      remedy:
        'It can never be changed for this vault. Create a new vault with 90 days before anything is submitted; afterwards it is too late.',
    },
    notStated: {
      observed: 'Not stated',
      cause:
        'Azure’s answer does not name the retention. It is 90 days unless another value was chosen at creation.',
      remedy:
        'Look at Properties of {vault} in the portal, and accept this with what you saw there.',
    },
    outOfRange: {
      observed: '{days} days, which Azure does not allow',
      cause: 'Azure allows 7 to 90 days; a value outside is a fault in the data.',
      remedy:
        'Look at Properties of {vault} in the portal. If it really says so, create a new vault with 90 days.',
    },
  },
};
