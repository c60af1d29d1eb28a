/** Words of the KEY checks. */
import type { AllCheckTexts } from '../checkTexts.ts';

export const EN_KEY = {
  keyIdentifierIsValid: {
    title: 'The key identifier is well-formed',
    expected: 'https://<vault>.vault.azure.net/keys/<key>/<version>',
    outcomes: {
      ok: '{identifier}',
      noVersion: {
        observed: '{identifier} names no version',
        cause:
          'The identifier was copied from the key, not from its version. Adobe asks for the version, although it keeps only vault and key.',
        remedy:
          'Nothing to change: the latest version is read and submitted. Accept this with a reason, or provide the identifier of the version you mean.',
      },
      olderVersion: {
        observed: 'Version {version}; the key’s current version is {current} (enabled: {enabled})',
        cause:
          'Adobe keeps vault and key only and will use the current version, so what was checked of the older one says little. Adobe asks for the identifier from the page of the latest version.',
        remedy:
          'Name the key with version {current}, so that it is the one that is checked, approved and sent. Or accept this with a reason, if the older version is meant to become the current one again.',
      },
      unusualVersion: {
        observed: '{identifier} has an unusual version',
        cause:
          'Azure’s versions are 32 hexadecimal digits. Often an l was typed for 1, or an o for 0.',
        remedy:
          'Copy the Key Identifier from the key’s current version in the portal instead of typing it.',
      },
      trailingSlash: {
        observed: 'The identifier ended in a slash',
        cause: 'It was copied with one character too many. The slash was removed.',
        remedy: 'Accept this with a reason, or provide {identifier} without the slash.',
      },
      invalid: {
        observed: '{problems}',
        cause: 'The text is not the identifier of a key that Adobe can use.',
        remedy:
          'In the portal open the vault > Keys > your key > current version, and copy “Key Identifier”.',
      },
      notNamed: {
        observed: 'No key is named yet',
        cause: 'Nobody has provided a key identifier for this track.',
        remedy: 'Provide the key’s identifier.',
      },
    },
  },
  keyExists: {
    title: 'The key exists',
    expected: 'The key of that name and version in the vault',
    outcomes: {
      ok: '{seen}',
      absent: {
        observed: 'Vault {vault} has no key {key} in version {version}',
        cause:
          'It has not been created yet, it was deleted, or the identifier names another key than the one that was created.',
        remedy:
          'Create it: az keyvault key create --vault-name {vault} --name {key} --kty RSA --size 3072 --ops wrapKey unwrapKey. If it was deleted, recover it under Keys > Manage deleted keys. If only the version is wrong, provide the identifier again.',
      },
      otherKey: {
        observed: 'Azure answered with {seen}',
        cause: 'That is another key than {key} in {vault}.',
        remedy: 'Provide the identifier of the key that is meant.',
      },
      otherVersion: {
        observed: 'Version {version} was asked for, Azure answered with {seen}',
        cause: 'The version that was provided could not be read by itself.',
        remedy:
          'It is read again by itself. If you rotated the key, provide the identifier of its current version.',
      },
      unclear: {
        observed: 'Azure’s answer does not say which key it describes',
        cause: 'The answer was incomplete.',
        remedy:
          'Nothing to do: it is read again by itself. If this stays, look at {key} in the portal.',
      },
    },
  },
  keyTypeIsRsa: {
    title: 'The key is an RSA key',
    expected: 'RSA or RSA-HSM',
    outcomes: {
      ok: '{type}',
      otherType: {
        observed: '{type}',
        cause:
          'Adobe can use RSA and RSA-HSM keys only; not elliptic-curve and not symmetric ones.',
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
  },
  keyIsLongEnough: {
    title: 'The key has at least 3072 bits',
    expected: '3072 or 4096 bits',
    outcomes: {
      ok: '{bits} bits',
      short: {
        observed: '{bits} bits',
        cause: 'Adobe requires at least 3072 bits, because its profile store (Cosmos DB) does.',
        remedy:
          'The size of a key cannot be changed. Create a new RSA key of 3072 or 4096 bits with another name, by the portal or the script in “What to do”, and provide its identifier.',
      },
      notStated: {
        observed: 'The size of {key} is not known',
        cause: 'Azure’s answer holds no modulus, so the size cannot be computed.',
        remedy:
          'It is read again by itself. If this stays, look at the key’s version in the portal: it shows the RSA key size.',
      },
    },
  },
  keyAllowsWrapping: {
    title: 'The key may wrap and unwrap',
    expected: 'wrapKey and unwrapKey among the permitted operations',
    outcomes: {
      ok: '{operations}',
      lacking: {
        observed: 'Permitted: {operations}',
        cause:
          '{lacking} is missing. Adobe encrypts its data keys with exactly these two operations; others do no harm.',
        remedy:
          'In the portal: the key’s current version > Permitted operations > tick Wrap Key and Unwrap Key for {key}. Or run the script in “What to do”.',
      },
      notStated: {
        observed: 'Azure does not say what {key} may do',
        cause: 'The permitted operations are absent from the answer.',
        remedy:
          'It is read again by itself. If this stays, look at Permitted operations in the portal.',
      },
    },
  },
  keyIsEnabled: {
    title: 'The key is enabled',
    expected: 'Enabled',
    outcomes: {
      ok: 'Enabled',
      disabled: {
        observed: 'Disabled',
        cause:
          'The key’s version was disabled. Adobe takes a disabled key for a deliberate withdrawal.',
        remedy:
          'In the portal: the key’s current version > Enabled > Yes, for {key}. Or run the script in “What to do”.',
      },
      notStated: {
        observed: 'Azure does not say whether {key} is enabled',
        cause: 'The attribute is absent from the answer.',
        remedy: 'It is read again by itself. If this stays, look at the key in the portal.',
      },
    },
  },
  keyIsActive: {
    title: 'The key is active',
    expected: 'No activation date, or one in the past',
    outcomes: {
      ok: 'Active since {date}',
      noDate: 'No activation date',
      notYet: {
        observed: 'Active from {date} on',
        cause:
          'The activation date is in the future; until then Azure refuses to wrap with this key.',
        remedy:
          'In the portal: the key’s current version > remove the activation date of {key} or set it to now. Or wait until it is reached.',
      },
      notStated: {
        observed: 'The activation date of {key} cannot be read',
        cause: 'Azure’s answer holds no date there.',
        remedy: 'It is read again by itself. If this stays, look at the key in the portal.',
      },
    },
  },
  keyIsNotExpiring: {
    title: 'The key does not run out',
    expected: 'No expiry date, or one more than 30 days ahead with automatic rotation',
    outcomes: {
      noDate: 'No expiry date',
      rotates: 'Expires {date}; a rotation policy renews it',
      soon: {
        observed: 'Expires {date}',
        cause:
          'That is in 30 days or less. Adobe counts an expired key among the causes for purging an organization’s data.',
        remedy:
          'Move the expiry date in the portal, or rotate the key: a new version under the same name. Add a rotation policy so that it does not come back.',
      },
      noRotation: {
        observed: 'Expires {date}; no policy rotates it before',
        cause:
          'An expiry date without automatic rotation is an outage with a date. Adobe counts an expired key among the causes for purging data.',
        remedy:
          'Remove the expiry date, or add a rotation policy with the action Rotate (Keys > {key} > Rotation policy). Or accept it with a reason and a reminder.',
      },
      rotationNotRead: {
        observed: 'Expires {date}; whether a policy rotates it could not be read',
        cause: 'Our credential could not read the rotation policy.',
        remedy:
          'Look at Keys > {key} > Rotation policy. If it rotates, accept this with what you saw; else add one or remove the expiry date.',
      },
      expired: {
        observed: 'Expired {date}',
        cause: 'Azure refuses to wrap with an expired key, and Adobe takes it for a withdrawal.',
        remedy:
          'In the portal: the key’s current version > remove the expiry date or set a later one. Or create a new version of the same key and provide its identifier.',
      },
      notStated: {
        observed: 'The expiry date of {key} cannot be read',
        cause: 'Azure’s answer holds no date there.',
        remedy: 'It is read again by itself. If this stays, look at the key in the portal.',
      },
    },
  },
  keyIsRecoverable: {
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
  },
} as const satisfies Partial<AllCheckTexts>;
