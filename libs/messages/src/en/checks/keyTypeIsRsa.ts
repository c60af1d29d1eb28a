import type { CheckMessages } from '../../checkMessages.ts';

export const keyTypeIsRsa: CheckMessages<'keyTypeIsRsa'> = {
  title: 'The key is an RSA key',
  expected: 'RSA or RSA-HSM',
  outcomes: {
    ok: '{type}',
    otherType: {
      observed: '{type}',
      cause: 'Adobe can use RSA and RSA-HSM keys only; not elliptic-curve and not symmetric ones.',
      remedy:
        'The type of a key cannot be changed. Create a new RSA key of 3072 bits with a name of its own and provide its identifier.',
    },
    hsmKeyInStandardVault: {
      observed: '{type} in a vault of tier Standard',
      cause:
        'HSM keys exist in Premium vaults and Managed HSMs only, so the two answers of Azure contradict each other.',
      remedy: 'Look at the vault’s tier and the key’s type in the portal, then check again.',
    },
    notStated: {
      observed: 'Azure does not say which type {key} has',
      cause: 'The type is absent from the answer.',
      remedy: 'It is read again by itself. If this stays, look at the key in the portal.',
    },
  },
};
