import type { CheckMessages } from '../../checkMessages.ts';

export const keyIsRecoverable: CheckMessages<'keyIsRecoverable'> = {
  title: 'A deleted key can be recovered',
  expected: 'A recovery level without “Purgeable”',
  outcomes: {
    ok: '{level}',
    impliedByVault: 'Recoverable, since the vault has purge protection',
    purgeable: {
      observed: '{level}',
      cause: 'A deleted key could be purged at once: the vault’s purge protection is off.',
      remedy:
        'Turn on purge protection of the vault: Properties > Purge protection, or the script of the step Vault. It can’t be turned off again.',
    },
    notStated: {
      observed: 'Recovery level: {level}',
      cause: 'Azure’s answer does not say whether this key can be purged early.',
      remedy:
        'Keyway reads it again automatically. Purge protection of the vault is enough for this check.',
    },
  },
};
