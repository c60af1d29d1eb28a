/**
 * What is wrong with a key identifier, in words: what was found, and what is right. Evaluated in
 * `keyIdentifier.ts`, which knows only the names.
 */
import type { KeyIdentifierProblem, Locale } from '@keyway/core';

export const KEY_IDENTIFIER_EXAMPLE =
  'https://contoso-cmk.vault.azure.net/keys/ajo-cmk/0123456789abcdef0123456789abcdef';

type ProblemTexts = Readonly<Record<KeyIdentifierProblem, (values: readonly string[]) => string>>;

const EN = {
  nothing: () => `Nothing was given. A key identifier looks like ${KEY_IDENTIFIER_EXAMPLE}.`,
  tooLong: () =>
    `This is far too long to be a key identifier. A key identifier looks like ${KEY_IDENTIFIER_EXAMPLE}.`,
  awsKey: () =>
    `This is the ARN of an AWS key. A key identifier looks like ${KEY_IDENTIFIER_EXAMPLE}.`,
  notEncrypted: () => 'It must begin with https://, not http://.',
  noScheme: () =>
    `It must begin with https://. A key identifier looks like ${KEY_IDENTIFIER_EXAMPLE}.`,
  foreignCharacter: () =>
    `It holds a character that no key identifier has (a space, a quote, a backslash or a letter outside a–z). A key identifier looks like ${KEY_IDENTIFIER_EXAMPLE}.`,
  query: () => 'It must not have a query (the part from ? on).',
  fragment: () => 'It must not have a fragment (the part from # on).',
  user: () => 'It must not name a user (the part before @).',
  port: ([port]) => `It must not name a port other than 443; this one says “${port}”.`,
  noHost: () => `It names no vault. A key identifier looks like ${KEY_IDENTIFIER_EXAMPLE}.`,
  privateLink: () =>
    'This is a private-link address. Give the public one, which ends in .vault.azure.net.',
  foreignHost: ([host]) =>
    `“${host}” is not an Azure key vault: the host must end in .vault.azure.net or .managedhsm.azure.net.`,
  sovereignUs: () =>
    'This key is in Azure US Government. Adobe supports keys in the public Azure cloud only.',
  sovereignChina: () =>
    'This key is in Azure operated by 21Vianet (China). Adobe supports keys in the public Azure cloud only.',
  severalNames: ([vault, suffix]) =>
    `There must be exactly one name before .${suffix}; “${vault}” has several parts.`,
  vaultName: ([vault]) =>
    `“${vault}” cannot be a vault’s name: 3 to 24 letters, digits and single hyphens, beginning with a letter, ending with a letter or digit.`,
  vaultOnly: ([vault, suffix]) =>
    `This names the vault only. Open the key’s current version in the portal and copy its Key Identifier, such as https://${vault}.${suffix}/keys/{key}/{version}.`,
  secret: () =>
    'This is a secret, not a key. Give the identifier of a key: its path begins with /keys/.',
  certificate: () =>
    'This is a certificate, not a key. Give the identifier of a key: its path begins with /keys/.',
  collection: ([collection]) => `The path must begin with /keys/, not /${collection}.`,
  tooManyParts: () =>
    'It has more parts than /keys/{key}/{version}: an operation’s address, perhaps. Copy the Key Identifier itself.',
  noKey: () => 'It names no key: after /keys/ comes the key’s name.',
  keyName: () =>
    'The key’s name may have 1 to 127 letters, digits and hyphens; no underscore, no dot.',
  trailingSlash: () => 'The slash at the end was removed.',
  noVersion: () =>
    'No version is named. The latest is read from Azure, shown, and is submitted to Adobe together with the key.',
  noVersionTicket: () =>
    'No version is named. The latest is read from Azure, shown, and is put into the ticket together with the key.',
  unusualVersion: () => 'The version is unusual: Azure’s are 32 hexadecimal digits.',
  mendedVersion: ([mended]) =>
    `The version is unusual: Azure’s are 32 hexadecimal digits. Was ${mended} meant (1 for l, 0 for o)?`,
  versionLength: ([length]) =>
    `The version must have exactly 32 hexadecimal digits; this one has ${length} characters.`,
} satisfies ProblemTexts;

const ES: ProblemTexts = {
  nothing: () =>
    `No se indicó nada. Un identificador de clave tiene esta forma: ${KEY_IDENTIFIER_EXAMPLE}.`,
  tooLong: () =>
    `Es demasiado largo para un identificador de clave, que tiene esta forma: ${KEY_IDENTIFIER_EXAMPLE}.`,
  awsKey: () =>
    `Es el ARN de una clave de AWS. Un identificador de clave tiene esta forma: ${KEY_IDENTIFIER_EXAMPLE}.`,
  notEncrypted: () => 'Debe empezar por https://, no por http://.',
  noScheme: () =>
    `Debe empezar por https://. Un identificador de clave tiene esta forma: ${KEY_IDENTIFIER_EXAMPLE}.`,
  foreignCharacter: () =>
    `Contiene un carácter que ningún identificador de clave tiene (un espacio, una comilla, una barra invertida o una letra fuera de a–z). Tiene esta forma: ${KEY_IDENTIFIER_EXAMPLE}.`,
  query: () => 'No debe llevar consulta (la parte a partir de ?).',
  fragment: () => 'No debe llevar fragmento (la parte a partir de #).',
  user: () => 'No debe nombrar a un usuario (la parte antes de @).',
  port: ([port]) => `No debe nombrar otro puerto que el 443; este dice «${port}».`,
  noHost: () =>
    `No nombra ningún almacén. Un identificador de clave tiene esta forma: ${KEY_IDENTIFIER_EXAMPLE}.`,
  privateLink: () =>
    'Es una dirección de Private Link. Indique la pública, que termina en .vault.azure.net.',
  foreignHost: ([host]) =>
    `«${host}» no es un almacén de claves de Azure: el host debe terminar en .vault.azure.net o .managedhsm.azure.net.`,
  sovereignUs: () =>
    'Esta clave está en Azure US Government. Adobe solo admite claves de la nube pública de Azure.',
  sovereignChina: () =>
    'Esta clave está en Azure operado por 21Vianet (China). Adobe solo admite claves de la nube pública de Azure.',
  severalNames: ([vault, suffix]) =>
    `Debe haber un solo nombre antes de .${suffix}; «${vault}» tiene varias partes.`,
  vaultName: ([vault]) =>
    `«${vault}» no puede ser el nombre de un almacén: de 3 a 24 letras, dígitos y guiones sueltos, que empieza por letra y termina en letra o dígito.`,
  vaultOnly: ([vault, suffix]) =>
    `Solo nombra el almacén. Abra en el portal la versión actual de la clave y copie su Identificador de clave, como https://${vault}.${suffix}/keys/{clave}/{versión}.`,
  secret: () =>
    'Es un secreto, no una clave. Indique el identificador de una clave: su ruta empieza por /keys/.',
  certificate: () =>
    'Es un certificado, no una clave. Indique el identificador de una clave: su ruta empieza por /keys/.',
  collection: ([collection]) => `La ruta debe empezar por /keys/, no por /${collection}.`,
  tooManyParts: () =>
    'Tiene más partes que /keys/{clave}/{versión}: quizá sea la dirección de una operación. Copie el propio Identificador de clave.',
  noKey: () => 'No nombra ninguna clave: después de /keys/ va el nombre de la clave.',
  keyName: () =>
    'El nombre de la clave puede tener de 1 a 127 letras, dígitos y guiones; ni guion bajo ni punto.',
  trailingSlash: () => 'Se quitó la barra del final.',
  noVersion: () =>
    'No nombra ninguna versión. La última se lee de Azure, se muestra y se envía a Adobe junto con la clave.',
  noVersionTicket: () =>
    'No nombra ninguna versión. La última se lee de Azure, se muestra y se pone en el caso junto con la clave.',
  unusualVersion: () => 'La versión es inusual: las de Azure son 32 dígitos hexadecimales.',
  mendedVersion: ([mended]) =>
    `La versión es inusual: las de Azure son 32 dígitos hexadecimales. ¿Quería decir ${mended} (1 por l, 0 por o)?`,
  versionLength: ([length]) =>
    `La versión debe tener exactamente 32 dígitos hexadecimales; esta tiene ${length} caracteres.`,
};

const WORDS = { en: EN, es: ES } as const satisfies Record<Locale, unknown>;

/** @param values what the words name, in the order in which the evaluation found it */
export function describeKeyProblem(
  problem: KeyIdentifierProblem,
  values: readonly string[],
  locale: Locale,
): string {
  return (WORDS[locale][problem] as (values: readonly string[]) => string)(values);
}
