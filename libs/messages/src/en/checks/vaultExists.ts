import type { CheckMessages } from '../../checkMessages.ts';

export const vaultExists: CheckMessages<'vaultExists'> = {
  title: 'The vault exists',
  expected: 'The vault named by the key identifier, present and readable',
  outcomes: {
    ok: 'Vault {vault} in {location}',
    absent: {
      observed: 'There is no vault {vault} where we may look',
      cause:
        'It has not been created yet, or it is in a subscription that our credential cannot see.',
      remedy:
        'Create the vault with the script in “What to do”, or name its resource ID, or give our credential Reader on its subscription. Then check again.',
    },
    deleted: {
      observed: 'Vault {vault} was deleted; Azure keeps it until {purgeDate}',
      cause: 'Somebody deleted it. Its name cannot be used again while it is soft-deleted.',
      remedy:
        'Recover it: az keyvault recover --name {vault}. Recovering does not bring back role assignments or Event Grid subscriptions; create them again afterwards.',
    },
    otherVault: {
      observed: 'Vault {vault} was read, but the key identifier names {named}',
      cause: 'The resource ID that was given is of another vault than the key identifier.',
      remedy:
        'Provide the key again, with the resource ID of {named} or without one: it is then found by its name.',
    },
    unclear: {
      observed: 'Azure’s answer does not say which vault it describes',
      cause: 'The answer was incomplete.',
      remedy:
        'Nothing to do: it is read again by itself. If this stays, look at the vault in the Azure portal.',
    },
  },
};
