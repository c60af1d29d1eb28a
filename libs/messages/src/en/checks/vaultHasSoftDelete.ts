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
      cause: 'This is an old vault from before soft-delete became the rule.',
      remedy:
        'az keyvault update --name {vault} --enable-soft-delete true, then switch on purge protection. Neither can be switched off again.',
    },
    notStated: {
      observed: 'Azure does not say whether soft-delete is on',
      cause:
        'The setting is absent from the answer, and purge protection, which would imply it, is off.',
      remedy: 'Switch on purge protection for {vault}; that settles both.',
    },
  },
};
