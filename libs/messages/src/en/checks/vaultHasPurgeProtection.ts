import type { CheckMessages } from '../../checkMessages.ts';

export const vaultHasPurgeProtection: CheckMessages<'vaultHasPurgeProtection'> = {
  title: 'Purge protection is on',
  expected: 'enablePurgeProtection is true',
  outcomes: {
    ok: 'Purge protection is on',
    off: {
      observed: 'Purge protection is off',
      cause:
        'It is off by default. Without it, a deleted key or vault can be purged at once, and with it all data encrypted by that key.',
      remedy:
        'az keyvault update --name {vault} --enable-purge-protection true. In the portal: Properties > Purge protection. Nobody can turn it off again, not even Microsoft.',
    },
  },
};
