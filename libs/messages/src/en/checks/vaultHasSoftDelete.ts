import type { CheckMessages } from '../../checkMessages.ts';

export const vaultHasSoftDelete: CheckMessages<'vaultHasSoftDelete'> = {
  title: 'Soft-delete is on',
  expected: 'enableSoftDelete is not false',
  outcomes: {
    ok: 'Soft-delete is on',
    implied: 'Soft-delete is on, since purge protection needs it',
    alwaysOn: 'A Managed HSM always has soft-delete',
    off: {
      observed: 'Soft-delete is off',
      cause: 'This vault was created before soft-delete became the default.',
      remedy:
        'az keyvault update --name {vault} --set properties.enableSoftDelete=true, then turn on purge protection. Neither can be turned off again.',
    },
    notStated: {
      observed: 'Azure does not say whether soft-delete is on',
      cause: 'The answer lacks the setting, and purge protection, which would imply it, is off.',
      remedy: 'Turn on purge protection of {vault}, which includes soft-delete.',
    },
  },
};
