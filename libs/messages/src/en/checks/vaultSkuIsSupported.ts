import type { CheckMessages } from '../../checkMessages.ts';

export const vaultSkuIsSupported: CheckMessages<'vaultSkuIsSupported'> = {
  title: 'The tier is one Adobe supports',
  expected: 'Standard, Premium or Managed HSM',
  outcomes: {
    ok: 'Tier {sku}',
    managedHsm: 'Managed HSM',
    unsupported: {
      observed: 'Tier {sku}',
      cause:
        'Adobe supports the tiers Standard and Premium and Managed HSM, but neither Dedicated HSM nor Payments HSM.',
      remedy: 'Create the key in a vault of tier Standard or Premium, and provide its identifier.',
    },
    notStated: {
      observed: 'Azure does not say which tier {vault} has',
      cause: 'The answer lacks the tier.',
      remedy:
        'Keyway reads it again automatically. If this persists, check the vault’s Overview in the portal.',
    },
  },
};
