import type { CheckMessages } from '../../checkMessages.ts';

export const keyIdentifierIsValid: CheckMessages<'keyIdentifierIsValid'> = {
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
      observed:
        'Version {version}; the key’s current version is {current} (enabled: {enabled, select, true {yes} false {no} other {unknown}})',
      cause:
        'Adobe keeps vault and key only and will use the current version, so checks of the older one prove little. Adobe asks for the identifier from the page of the latest version.',
      remedy:
        'Provide the key with version {current}, so that this one is checked, approved and sent. Or accept this with a reason, if the older version will become the current one again.',
    },
    unusualVersion: {
      observed: '{identifier} has an unusual version',
      cause:
        'Azure’s versions have 32 hexadecimal digits. A common cause is l typed for 1, or o for 0.',
      remedy:
        'Copy the Key Identifier from the key’s current version in the portal instead of typing it.',
    },
    trailingSlash: {
      observed: 'The identifier ended in a slash',
      cause: 'One character too many was copied. The slash was removed.',
      remedy: 'Accept this with a reason, or provide {identifier} without the slash.',
    },
    invalid: {
      observed: '{problems}',
      cause: 'The text is not the identifier of a key that Adobe can use.',
      remedy:
        'In the portal open the vault > Keys > your key > current version, and copy “Key Identifier”.',
    },
    notNamed: {
      observed: 'No key is provided yet',
      cause: 'Nobody has provided a key identifier for this track.',
      remedy: 'Provide the key’s identifier.',
    },
  },
};
