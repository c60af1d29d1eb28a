import type { CheckMessages } from '../../checkMessages.ts';

export const vaultIsNotShared: CheckMessages<'vaultIsNotShared'> = {
  title: 'No other organization uses this vault',
  expected: 'A vault that only this organization depends on',
  outcomes: {
    ok: 'No other organization here uses {vault}',
    shared: {
      observed: 'Other organizations you manage use {vault} too ({count})',
      cause:
        'One change to this vault, such as a deleted key or a closed firewall, would cut off several organizations at once, and Adobe could purge the data of all of them.',
      remedy: 'Use one vault per organization. If sharing is intended, accept this with a reason.',
    },
  },
};
