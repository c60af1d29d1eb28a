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
        'Adobe supports vaults of the Standard and Premium tier and Managed HSM; not Dedicated HSM, not Payments HSM.',
      remedy:
        'Create a vault of tier Standard or Premium, create the key there, and provide its identifier.',
    },
    notStated: {
      observed: 'Azure does not say which tier {vault} has',
      cause: 'The tier is absent from the answer.',
      remedy:
        'It is read again by itself. If this stays, look at the vault’s Overview in the portal.',
    },
  },
};
