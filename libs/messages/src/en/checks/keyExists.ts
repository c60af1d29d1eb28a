import type { CheckMessages } from '../../checkMessages.ts';

export const keyExists: CheckMessages<'keyExists'> = {
  title: 'The key exists',
  expected: 'The key of that name and version in the vault',
  outcomes: {
    ok: '{seen}',
    absent: {
      observed: 'Vault {vault} has no key {key} in version {version}',
      cause:
        'It has not been created yet, it was deleted, or the identifier names another key than the one created.',
      remedy:
        'Create it: an RSA key of 3,072 bits or more with the operations wrapKey and unwrapKey. The instructions of the step have the commands. If it was deleted, recover it under Keys > Manage deleted keys. If only the version is wrong, provide the identifier again.',
    },
    otherKey: {
      observed: 'Azure answered with {seen}',
      cause: 'That is another key than {key} in {vault}.',
      remedy: 'Provide the identifier of the key you mean.',
    },
    otherVersion: {
      observed: 'Requested version {version}, Azure answered with {seen}',
      cause: 'The provided version could not be read.',
      remedy:
        'Keyway reads it again automatically. If you rotated the key, provide the identifier of its current version.',
    },
    unclear: {
      observed: 'Azure’s answer does not say which key it describes',
      cause: 'The answer was incomplete.',
      remedy:
        'Nothing to do: Keyway reads it again automatically. If this persists, check {key} in the portal.',
    },
  },
};
