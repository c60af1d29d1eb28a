import type { CheckMessages } from '../../checkMessages.ts';

export const keyIsRecoverable: CheckMessages<'keyIsRecoverable'> = {
  title: 'A deleted key can be recovered',
  expected: 'A recovery level without “Purgeable”',
  outcomes: {
    ok: '{level}',
    impliedByVault: 'Recoverable, since the vault has purge protection',
    purgeable: {
      observed: '{level}',
      cause:
        'The key could be purged at once after it is deleted: the vault’s purge protection is off.',
      remedy:
        'Switch on purge protection of the vault: Properties > Purge protection, or the script of the step Vault. It cannot be switched off again.',
    },
    notStated: {
      observed: 'Recovery level: {level}',
      cause: 'Azure’s answer does not say whether this key can be purged early.',
      remedy: 'It is read again by itself. Purge protection of the vault settles it.',
    },
  },
};
