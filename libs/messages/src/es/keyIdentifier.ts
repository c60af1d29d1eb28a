import type { KeyIdentifierProblem } from '@keyway/core';

const EXAMPLE =
  'Ejemplo: https://contoso-cmk.vault.azure.net/keys/ajo-cmk/0123456789abcdef0123456789abcdef.';

export const keyIdentifier = {
  nothing: `Indique un identificador de clave. ${EXAMPLE}`,
  tooLong: `Es demasiado largo para un identificador de clave. ${EXAMPLE}`,
  awsKey: `Es el ARN de una clave de AWS. ${EXAMPLE}`,
  notEncrypted: 'El identificador debe empezar por https://, no por http://.',
  noScheme: `El identificador debe empezar por https://. ${EXAMPLE}`,
  foreignCharacter: `Un identificador de clave no lleva espacios, comillas, barras invertidas ni letras fuera de a–z. ${EXAMPLE}`,
  query: 'Quite la consulta (todo a partir de ?).',
  fragment: 'Quite el fragmento (todo a partir de #).',
  user: 'Quite el nombre de usuario (la parte antes de @).',
  port: 'Quite el puerto «{port}»; solo se admite el 443.',
  noHost: `El identificador no indica ningún almacén. ${EXAMPLE}`,
  privateLink:
    'Es una dirección de Private Link. Indique la pública, que termina en .vault.azure.net.',
  foreignHost:
    '«{host}» no es un almacén de claves de Azure: el host debe terminar en .vault.azure.net o .managedhsm.azure.net.',
  sovereignUs:
    'Esta clave está en Azure US Government. Adobe solo admite claves de la nube pública de Azure.',
  sovereignChina:
    'Esta clave está en Azure operado por 21Vianet (China). Adobe solo admite claves de la nube pública de Azure.',
  severalNames: 'Debe haber un solo nombre antes de .{suffix}; «{vault}» tiene varias partes.',
  vaultName:
    '«{vault}» no puede ser el nombre de un almacén: de 3 a 24 letras, dígitos y guiones sueltos, que empieza por letra y termina en letra o dígito.',
  vaultOnly:
    'Solo indica el almacén. Abra en el portal la versión actual de la clave y copie su Identificador de clave, como https://{vault}.{suffix}/keys/<clave>/<versión>.',
  secret: 'Es un secreto, no una clave. La ruta de una clave empieza por /keys/.',
  certificate: 'Es un certificado, no una clave. La ruta de una clave empieza por /keys/.',
  collection: 'La ruta debe empezar por /keys/, no por /{collection}.',
  tooManyParts:
    'La ruta tiene más partes que /keys/<clave>/<versión>. Copie el Identificador de clave, no la dirección de una operación.',
  noKey: 'El identificador no indica ninguna clave: después de /keys/ va el nombre de la clave.',
  keyName:
    'El nombre de la clave puede tener de 1 a 127 letras, dígitos y guiones; ni guion bajo ni punto.',
  trailingSlash: 'Se quitó la barra del final.',
  noVersion:
    'No indica ninguna versión. La última se lee de Azure, se muestra y se envía a Adobe con la clave.',
  noVersionTicket:
    'No indica ninguna versión. La última se lee de Azure, se muestra y se incluye en el caso con la clave.',
  unusualVersion: 'La versión es inusual: las de Azure tienen 32 dígitos hexadecimales.',
  mendedVersion:
    'La versión es inusual: las de Azure tienen 32 dígitos hexadecimales. ¿Quería decir {mended} (1 por l, 0 por o)?',
  versionLength:
    'La versión debe tener exactamente 32 dígitos hexadecimales; esta tiene {length} caracteres.',
} satisfies Record<KeyIdentifierProblem, string>;
