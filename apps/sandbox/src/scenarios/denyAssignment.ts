import { scenario } from './scenario.ts';

export const denyAssignment = scenario(
  'A deny assignment of a managed application takes wrapping and unwrapping from everybody, whatever their roles (RB-06).',
  (plan) => {
    plan.denials = [
      {
        track: 'AEP',
        dataActions: ['Microsoft.KeyVault/vaults/*'],
        notDataActions: ['Microsoft.KeyVault/vaults/keys/read'],
      },
    ];
  },
);
