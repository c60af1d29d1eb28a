import type { CheckMessages } from '../../checkMessages.ts';

export const vaultExists: CheckMessages<'vaultExists'> = {
  title: 'The vault exists',
  expected: 'The vault named by the key identifier, present and readable',
  outcomes: {
    ok: 'Vault {vault} in {location}',
    absent: {
      observed: 'No vault {vault} found with this credential',
      cause:
        'It has not been created yet, or it is in a subscription that Keyway’s credential can’t read.',
      remedy:
        'Create the vault with the script in “What to do”, or provide its resource ID, or give Keyway’s credential the role Reader on its subscription. Then check again.',
    },
    deleted: {
      observed: 'Vault {vault} was deleted; Azure keeps it until {purgeDate}',
      cause: 'It was deleted. Its name can’t be used again while it is soft-deleted.',
      remedy:
        'Recover it: az keyvault recover --name {vault}. Then create its role assignments and Event Grid subscriptions again: they are not recovered.',
    },
    otherVault: {
      observed: 'Vault {vault} was read, but the key identifier names {named}',
      cause: 'The resource ID belongs to another vault than the key identifier.',
      remedy:
        'Provide the key again, with the resource ID of {named} or without one: Keyway then finds the vault by its name.',
    },
  },
};
