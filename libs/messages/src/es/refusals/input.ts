import type { ReasonOf } from '@keyway/core';

const APPLICATION_ID =
  'Copie el ID de aplicación de esta organización en Administración > Cifrado > Claves administradas por el cliente de Adobe.';
const IMS_ORG_ID = 'Ejemplo: 0123456789ABCDEF01234567@AdobeOrg';
const TENANT_ID =
  'Aparece en Microsoft Entra ID > Información general. Ejemplo: 11111111-2222-3333-4444-555555555555';
const RESOURCE_ID =
  'El portal muestra el ID de recurso en Propiedades; también puede omitirse. Ejemplo: /subscriptions/00000000-0000-0000-0000-000000000000/resourceGroups/mi-grupo/providers/Microsoft.KeyVault/vaults/mi-almacen (managedHSMs para un HSM administrado)';

export const inputRefusals = {
  adobeScopesInvalid:
    'Indique de 1 a 50 ámbitos de Adobe, uno por elemento de la lista. Ejemplo: ["openid", "AdobeID", "read_organizations"]',
  applicationIdIsAdobeSample: `Es un ejemplo de la documentación de Adobe (AEP-23). ${APPLICATION_ID}`,
  applicationIdIsAwsSample: `Es un ejemplo de la documentación de AWS. ${APPLICATION_ID}`,
  applicationIdIsConnectedClient: `Es el ID de cliente con el que Keyway lee Azure. ${APPLICATION_ID}`,
  applicationIdIsOfCja: `Es la aplicación de Customer Journey Analytics, la misma para todas las organizaciones (CJA-06). ${APPLICATION_ID}`,
  applicationIdIsOfMicrosoft: `Es la aplicación {application} de Microsoft. ${APPLICATION_ID}`,
  applicationIdIsPlaceholder: `Es un marcador de posición, no un ID de aplicación. ${APPLICATION_ID}`,
  applicationIdIsRole: `Es el ID del rol de Azure {role}. ${APPLICATION_ID}`,
  applicationIdIsSubscription: `Es el ID de la suscripción de Azure de la organización. ${APPLICATION_ID}`,
  applicationIdIsTenant: `Es el ID de inquilino de Entra de la organización. ${APPLICATION_ID}`,
  applicationIdMissing: `Indique el ID de aplicación. ${APPLICATION_ID}`,
  applicationIdNotGuid: `Un ID de aplicación es un GUID: 32 dígitos hexadecimales con cuatro guiones. ${APPLICATION_ID}`,
  azureCredentialCount:
    'Indique exactamente una credencial: un secreto de cliente, un certificado (PEM) o una credencial federada.',
  certificateExpired: 'El certificado expiró el {at}. Cree uno nuevo y cárguelo en Entra.',
  certificateHasExpiry:
    'Solo hace falta para un secreto de cliente. Un certificado tiene su propio vencimiento, que Keyway lee de él: omita este valor.',
  certificateKeyEncrypted:
    'La clave privada está protegida por una frase de contraseña. Quítela primero. Ejemplo: openssl pkcs8 -in key.pem -out key-plain.pem',
  certificateKeyMismatch:
    'La clave privada no corresponde a ningún certificado del PEM. Compruebe que ambos sean del mismo par.',
  certificateKeyMissing:
    'El PEM no tiene clave privada. Incluya el bloque que empieza por «BEGIN PRIVATE KEY».',
  certificateKeyNotRsa:
    'La clave privada debe ser RSA. Entra no acepta otro tipo para las aplicaciones.',
  certificateKeyTooShort:
    'La clave RSA tiene {bits} bits. Entra exige al menos {min}. Cree una clave más larga y su certificado.',
  certificateMissing:
    'El PEM no tiene certificado. Incluya el bloque que empieza por «BEGIN CERTIFICATE».',
  certificateNotYetValid: 'El certificado no es válido antes del {at}. Úselo a partir de entonces.',
  certificateSeveralKeys:
    'El PEM tiene varias claves privadas. Deje solo la que corresponde al certificado.',
  certificateUnreadable:
    'El PEM está dañado: no se puede leer una clave o un certificado. Copie de nuevo el archivo completo.',
  awsRegionInvalid: 'Indique la región de la clave en AWS. Ejemplo: us-east-1',
  awsRegionNotOfAdobe:
    'La única región de Adobe en AWS es VA6, que es {expected}. Una clave en {region} no se puede usar (AWS-03).',
  characterNotStorable:
    'El texto contiene un carácter que no se puede guardar (NUL o la mitad de un par suplente). Quítelo.',
  clientIdInvalid:
    'El ID de aplicación (cliente) debe ser un GUID. Ejemplo: 11111111-2222-3333-4444-555555555555',
  federationNotPublished:
    'Entra no puede obtener las claves públicas de {publicUrl}. Establezca PUBLIC_URL en una dirección https accesible desde Internet.',
  imsOrgIdCharacters: `Antes de la @ solo se permiten los dígitos 0–9 y A–F. ${IMS_ORG_ID}`,
  imsOrgIdLength: `Debe haber 24 caracteres antes de la @, no {length}. ${IMS_ORG_ID}`,
  imsOrgIdMissing: `Indique el ID de organización de IMS. ${IMS_ORG_ID}`,
  imsOrgIdOfTechnicalAccount: `Es el ID de una cuenta técnica. Un ID de organización de IMS termina en @AdobeOrg. ${IMS_ORG_ID}`,
  imsOrgIdSuffix: `Un ID de organización de IMS termina en @AdobeOrg. ${IMS_ORG_ID}`,
  imsOrgIdWithoutAt: `Un ID de organización de IMS contiene exactamente una @. ${IMS_ORG_ID}`,
  nameHasControlCharacter:
    'El nombre contiene un salto de línea o un carácter de control invisible. Use una sola línea de texto visible.',
  nameNotVisible: 'Indique un nombre de 1 a 200 caracteres visibles.',
  nameTooLong: 'Un nombre puede tener como máximo 200 caracteres; este tiene {length}.',
  nameUnreadable:
    'El nombre contiene un carácter que no se pudo leer (\ufffd). Guárdelo o envíelo como UTF-8, o escríbalo de nuevo.',
  resourceIdGroup: `«{group}» no es un nombre válido de grupo de recursos. ${RESOURCE_ID}`,
  resourceIdInvalid: `No es el ID de recurso de un almacén ni de un HSM administrado. ${RESOURCE_ID}`,
  resourceIdOfManagedHsm: `Es un HSM administrado, pero el identificador de clave es de un almacén. ${RESOURCE_ID}`,
  resourceIdOfOtherVault: `Es el almacén {vault}, pero el identificador de clave es de {keyVault}. ${RESOURCE_ID}`,
  resourceIdOfVault: `Es un almacén, pero el identificador de clave es de un HSM administrado. ${RESOURCE_ID}`,
  resourceIdSubscription: `«{subscription}» no es un ID de suscripción, que es un GUID. ${RESOURCE_ID}`,
  resourceIdVaultName: `«{vault}» no es un nombre válido de almacén. ${RESOURCE_ID}`,
  roleArnInvalid: 'Indique el ARN de un rol. Ejemplo: arn:aws:iam::111122223333:role/KeywayRead',
  secretBlank: 'El secreto está vacío. Pegue su valor.',
  secretIsOfSandbox:
    'Es un secreto del entorno de pruebas. Indique el secreto de la aplicación real.',
  secretLength: 'Indique un secreto de 1 a {max, number} caracteres.',
  secretNotOfSandbox:
    'En el entorno de pruebas, los secretos empiezan por {prefix}. No escriba aquí un secreto real.',
  subscriptionIdInvalid:
    'El ID de suscripción debe ser un GUID. Ejemplo: 11111111-2222-3333-4444-555555555555',
  tenantIdIsDomain: `Es un nombre de dominio. El ID de inquilino es un GUID. ${TENANT_ID}`,
  tenantIdMissing: `Indique el ID de inquilino. ${TENANT_ID}`,
  tenantIdNotGuid: `El ID de inquilino debe ser un GUID. ${TENANT_ID}`,
  textMissing: 'Indique un texto de 1 a {max, number} caracteres.',
  textTooLong: 'El texto puede tener como máximo {max, number} caracteres; tiene {length, number}.',
  timeInFuture: 'La fecha no puede estar en el futuro. Ahora es {now}.',
  timeInPast: 'La fecha debe estar en el futuro. Ahora es {now}.',
  urlInvalid: 'Indique una dirección que empiece por https://, sin usuario ni contraseña.',
} satisfies Record<ReasonOf<'input'>, string>;
