/** What is wrong with a key identifier and how to correct it, by the problem the core found. */
import type { KeyIdentifierProblem } from '@keyway/core';

const EXAMPLE =
  'Example: https://contoso-cmk.vault.azure.net/keys/ajo-cmk/0123456789abcdef0123456789abcdef.';

export const keyIdentifier = {
  nothing: `Enter a key identifier. ${EXAMPLE}`,
  tooLong: `This is too long for a key identifier. ${EXAMPLE}`,
  awsKey: `This is the ARN of an AWS key. ${EXAMPLE}`,
  notEncrypted: 'The identifier must begin with https://, not http://.',
  noScheme: `The identifier must begin with https://. ${EXAMPLE}`,
  foreignCharacter: `A key identifier has no spaces, quotes, backslashes or letters outside a–z. ${EXAMPLE}`,
  query: 'Remove the query (everything from ? on).',
  fragment: 'Remove the fragment (everything from # on).',
  user: 'Remove the user name (the part before @).',
  port: 'Remove the port “{port}”; only 443 is allowed.',
  noHost: `The identifier names no vault. ${EXAMPLE}`,
  privateLink:
    'This is a private-link address. Enter the public one, which ends in .vault.azure.net.',
  foreignHost:
    '“{host}” is not an Azure key vault: the host must end in .vault.azure.net or .managedhsm.azure.net.',
  sovereignUs:
    'This key is in Azure US Government. Adobe supports keys in the public Azure cloud only.',
  sovereignChina:
    'This key is in Azure operated by 21Vianet (China). Adobe supports keys in the public Azure cloud only.',
  severalNames: 'There must be exactly one name before .{suffix}; “{vault}” has several parts.',
  vaultName:
    '“{vault}” can’t be the name of a vault: 3 to 24 letters, digits and single hyphens, beginning with a letter, ending with a letter or digit.',
  vaultOnly:
    'This names the vault only. Open the key’s current version in the portal and copy its Key Identifier, such as https://{vault}.{suffix}/keys/<key>/<version>.',
  secret: 'This is a secret, not a key. The path of a key begins with /keys/.',
  certificate: 'This is a certificate, not a key. The path of a key begins with /keys/.',
  collection: 'The path must begin with /keys/, not /{collection}.',
  tooManyParts:
    'The path has more parts than /keys/<key>/<version>. Copy the Key Identifier, not the address of an operation.',
  noKey: 'The identifier names no key: after /keys/ comes the key’s name.',
  keyName: 'The key’s name may have 1 to 127 letters, digits and hyphens; no underscore, no dot.',
  trailingSlash: 'The slash at the end was removed.',
  noVersion:
    'No version is named. The latest one is read from Azure, shown, and submitted to Adobe with the key.',
  noVersionTicket:
    'No version is named. The latest one is read from Azure, shown, and put into the ticket with the key.',
  unusualVersion: 'The version is unusual: Azure’s have 32 hexadecimal digits.',
  mendedVersion:
    'The version is unusual: Azure’s have 32 hexadecimal digits. Did you mean {mended} (1 for l, 0 for o)?',
  versionLength:
    'The version must have exactly 32 hexadecimal digits; this one has {length} characters.',
} satisfies Record<KeyIdentifierProblem, string>;
