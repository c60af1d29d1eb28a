/** Every word about checks in English. */
import type { LanguageTexts } from './checkTexts.ts';
import { EN_ACCESS } from './en/access.ts';
import { EN_KEY } from './en/key.ts';
import { EN_VAULT } from './en/vault.ts';

export const EN = {
  checks: { ...EN_VAULT, ...EN_KEY, ...EN_ACCESS },
  unreadable: {
    denied: {
      observed: 'Could not be read: {message}',
      cause: 'Our credential was accepted, but it may not read this. That says nothing about whether it is in order.',
      remedy: 'Give the credential the right to read it, then check again.',
    },
    deniedPermission: {
      observed: 'Could not be read: {message}',
      cause: 'Our credential lacks {permission}. That says nothing about whether it is in order.',
      remedy: 'Grant our credential {permission}, then check again. It may take 10 minutes to work.',
    },
    firewall: {
      observed: 'Could not be read: {message}',
      cause: 'The vault’s firewall does not admit us. That is no fault of the key.',
      remedy:
        'Grant our credential Microsoft.KeyVault/vaults/keys/read (for example by the role Reader on the vault): the key is then read through Azure Resource Manager, past the firewall.',
    },
    credential: {
      observed: 'Could not be read: {message}',
      cause: 'Our credential was not accepted: its secret expired or was revoked, or it is of another tenant.',
      remedy: 'Connect again with a fresh client secret, then check again.',
    },
    throttled: {
      observed: 'Could not be read: too many requests ({message})',
      cause: 'The other side asks us to slow down.',
      remedy: 'Nothing to do: it is tried again by itself.',
    },
    unavailable: {
      observed: 'Could not be read: {message}',
      cause: 'The other side did not answer, or answered with a fault of its own.',
      remedy: 'Nothing to do: it is tried again by itself. If this lasts, look at the cloud’s status page.',
    },
    badResponse: {
      observed: 'Could not be read: {message}',
      cause: 'The answer could not be understood.',
      remedy: 'Nothing to do: it is tried again by itself.',
    },
    rejected: {
      observed: 'Could not be read: {message}',
      cause: 'The other side refused exactly this request (code {code}, HTTP {status}).',
      remedy: 'Check the names and IDs that were given for this organization, then check again.',
    },
  },
  unknownValue: 'unknown',
  yes: 'yes',
  no: 'no',
} as const satisfies LanguageTexts;
