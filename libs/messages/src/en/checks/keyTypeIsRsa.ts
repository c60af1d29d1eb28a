import type { CheckMessages } from '../../checkMessages.ts';

export const keyTypeIsRsa: CheckMessages<'keyTypeIsRsa'> = {
  title: 'The key is an RSA key',
  expected: 'RSA or RSA-HSM',
  outcomes: {
    ok: '{type}',
    otherType: {
      observed: '{type}',
      cause: 'Adobe can use RSA and RSA-HSM keys only, neither elliptic-curve nor symmetric ones.',
      remedy:
        'The type of a key can’t be changed. Create an RSA key of 3072 bits with another name, and provide its identifier.',
    },
    hsmKeyInStandardVault: {
      observed: '{type} in a vault of tier Standard',
      cause:
        'HSM keys exist in Premium vaults and Managed HSMs only, so Azure’s two answers are inconsistent.',
      remedy: 'Check the vault’s tier and the key’s type in the portal, then check again here.',
    },
  },
};
