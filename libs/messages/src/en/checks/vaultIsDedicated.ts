import type { CheckMessages } from '../../checkMessages.ts';

export const vaultIsDedicated: CheckMessages<'vaultIsDedicated'> = {
  title: 'CJA has a vault of its own',
  expected: 'Another vault than the one AEP uses',
  outcomes: {
    ok: '{vault} is not AEP’s vault {otherVault}',
    otherNotNamed: 'No vault is named for AEP yet, so {vault} is CJA’s alone',
    shared: {
      observed: 'CJA and AEP both name vault {vault}',
      cause:
        'Adobe requires a new vault that only Customer Journey Analytics uses; its application must not share a vault with Adobe’s AEP application.',
      remedy:
        'Create a second vault with its own key for CJA and provide that key’s identifier on the CJA track.',
    },
  },
};
