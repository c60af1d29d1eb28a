import type { CheckMessages } from '../../checkMessages.ts';

export const vaultIsNotShared: CheckMessages<'vaultIsNotShared'> = {
  title: 'No other organization uses this vault',
  expected: 'A vault that only this organization depends on',
  outcomes: {
    ok: 'No other organization here uses {vault}',
    shared: {
      observed:
        '{others, select, none {This vault is also used for another set-up that the partner runs with Keyway} other {Other organizations use {vault} too: {others}}}',
      cause:
        '{others, select, none {One change to this vault, such as a deleted key or a closed firewall, would cut off all that depends on it at once, and Adobe could purge that data.} other {One change to this vault, such as a deleted key or a closed firewall, would cut off several organizations at once, and Adobe could purge the data of all of them.}}',
      remedy: 'Use one vault per organization. If sharing is intended, accept this with a reason.',
    },
  },
};
