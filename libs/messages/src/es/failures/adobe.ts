/** What went wrong in a call to Adobe, and what to do, in Spanish. */
import type { AdobeFailureMessages } from '../../failureMessages.ts';
import { network } from './network.ts';

const RETRIES = 'No hay que hacer nada: Keyway lo vuelve a intentar automáticamente.';
const S2S_CREDENTIAL =
  'En Adobe Developer Console agregue al proyecto una credencial OAuth Server-to-Server y vuelva a conectar Adobe con ella.';

export const adobe = {
  '400003': {
    cause:
      'La solicitud llegó a Adobe sin el encabezado x-gw-ims-org-id, que nombra la organización. Keyway lo envía; un proxy en el camino a {host} puede quitarlo.',
    remedy:
      'Asegúrese de que ningún proxy quite encabezados en el camino a {host} e inténtelo de nuevo.',
  },
  '401013': {
    cause: 'Adobe no acepta el token de acceso: expiró, se revocó o pertenece a otra credencial.',
    remedy:
      'Keyway solicita un token nuevo una vez. Si el error persiste, cree un secreto de cliente nuevo en Adobe Developer Console y vuelva a conectar Adobe.',
  },
  '403000': {
    cause:
      'La solicitud llegó a Adobe sin clave de API. Keyway envía x-api-key: acp_provisioning; un proxy en el camino a {host} puede quitarla.',
    remedy:
      'Asegúrese de que ningún proxy quite el encabezado x-api-key en el camino a {host} e inténtelo de nuevo.',
  },
  '403003': {
    cause:
      'Adobe no reconoce la clave de API acp_provisioning, que su guía prescribe para estas llamadas.',
    remedy:
      'Asegúrese de que ningún proxy cambie el encabezado x-api-key. Si no es así, abra un caso con Adobe Customer Care e indique el código 403003, el host {host} y la organización {imsOrgId}.',
  },
  '403010': {
    cause:
      'La solicitud llegó a Adobe sin token de acceso. Keyway lo envía; un proxy en el camino a {host} puede quitarlo.',
    remedy:
      'Asegúrese de que ningún proxy quite el encabezado Authorization en el camino a {host} e inténtelo de nuevo.',
  },
  '403025': {
    cause:
      'La credencial no tiene perfil de producto en la organización {imsOrgId}, o pertenece a otra organización.',
    remedy:
      'En Adobe Developer Console agregue la credencial al perfil de producto AEP-Default-All-Users de la organización {imsOrgId}, o corrija el ID de organización. Después inténtelo de nuevo.',
  },
  '403027': {
    cause:
      'Adobe no encuentra ninguna región para la organización {imsOrgId} con esta credencial. La región {region} (host {platformHost}) o el ID de organización pueden ser incorrectos, o a la credencial le falta un perfil de producto de Experience Platform.',
    remedy:
      'Pregunte la región al administrador del sistema de Adobe de la organización: está indicada {region}, así que Keyway llama a {platformHost}. Después compruebe el ID de organización {imsOrgId} y el perfil de producto de la credencial e inténtelo de nuevo.',
  },
  BadRequestError: {
    cause:
      'Adobe considera mal formada la solicitud, como una sin tipo de contenido válido. Keyway envía application/json.',
    remedy:
      'Asegúrese de que ningún proxy cambie las solicitudes a {host}. Si no es así, comuníquelo como un error de Keyway con este código y la hora.',
  },
  invalid_client: {
    cause:
      'El servicio de inicio de sesión de Adobe no acepta este ID de cliente con este secreto de cliente: el secreto está mal escrito, se eliminó o se reemplazó, o pertenece a otra credencial.',
    remedy:
      'Copie el ID y el secreto de cliente de una misma credencial en Adobe Developer Console y vuelva a conectar Adobe con ellos.',
  },
  invalid_scope: {
    cause:
      'La credencial no tiene uno de los ámbitos que se indicaron. Su secreto de cliente puede ser válido.',
    remedy:
      'Copie los ámbitos tal como figuran en la página de la credencial en Adobe Developer Console y vuelva a conectar Adobe con ellos.',
  },
  invalid_request: {
    cause:
      'El servicio de inicio de sesión de Adobe considera mal formada la solicitud del token: falta un campo o no se puede leer.',
    remedy:
      'Revise que al ID de cliente, al secreto y a los ámbitos no les falten ni les sobren caracteres y vuelva a conectar Adobe.',
  },
  invalid_grant: {
    cause:
      'El servicio de inicio de sesión de Adobe no acepta la concesión de esta credencial: se revocó, o la credencial es de un tipo anterior (JWT).',
    remedy: S2S_CREDENTIAL,
  },
  unauthorized_client: {
    cause:
      'Esta credencial no puede solicitar un token solo con ID y secreto de cliente: no es del tipo OAuth Server-to-Server.',
    remedy: S2S_CREDENTIAL,
  },
  unsupported_grant_type: {
    cause:
      'El servicio de inicio de sesión de Adobe no ofrece client_credentials a esta credencial: no es del tipo OAuth Server-to-Server.',
    remedy: S2S_CREDENTIAL,
  },
  credential: {
    cause: 'Adobe no acepta la credencial, o el token que se emitió para ella.',
    remedy:
      'Compruebe en Adobe Developer Console que la credencial existe y vuelva a conectar Adobe con un secreto de cliente vigente.',
  },
  denied: {
    cause:
      'Adobe acepta el token y rechaza la llamada. Lo más probable es que a la credencial le falte el permiso Manage Customer Managed Key, o a la organización la licencia.',
    remedy:
      'Un administrador del sistema o de producto de Adobe agrega la credencial de API a un rol con el permiso Manage Customer Managed Key (Experience Cloud > Permisos). Si ya lo tiene, pregunte por el shield al equipo de cuenta de Adobe. Después inténtelo de nuevo.',
  },
  notFound: {
    cause:
      'Adobe no tiene nada en esta dirección de {host}: la organización puede estar en otra región, el nombre puede escribirse de otra forma (las mayúsculas cuentan) o Adobe aún no lo muestra.',
    remedy:
      'Compruebe la región ({region}) y el nombre. Si ambos son correctos y el error persiste, abra un caso con Adobe Customer Care.',
  },
  notFoundOnSend: {
    cause:
      'Adobe no ofrece claves administradas por el cliente en esta dirección de {host}: la organización puede estar en otra región o no tener la licencia.',
    remedy:
      'Compruebe la región ({region}, host {platformHost}). Si es correcta, pregunte al equipo de cuenta de Adobe si la organización {imsOrgId} tiene el shield y si el cifrado está activado para ella. Después inténtelo de nuevo.',
  },
  tokenNotFound: {
    cause:
      'La dirección en la que Adobe emite tokens de acceso (IMS) no se encontró en {host}. La credencial puede ser válida.',
    remedy: `${RETRIES} Si persiste, asegúrese de que ningún proxy responda en lugar de {host} y consulte status.adobe.com.`,
  },
  conflict: {
    cause: 'Adobe ya tiene una configuración con este nombre o para esta organización.',
    remedy:
      'Abra Administración > Cifrado en Adobe y compruebe qué clave está configurada. Si no es la que se aprobó, abra un caso con Adobe Customer Care antes de enviar nada más.',
  },
  rejected: {
    cause:
      'Adobe rechaza exactamente esta solicitud. No hay ningún motivo documentado para este código.',
    remedy:
      'Compruebe el ID de organización {imsOrgId} y la región {region}. Si ambos son correctos, abra un caso con Adobe Customer Care e indique el código.',
  },
  throttled: { cause: 'Adobe recibió demasiadas solicitudes.', remedy: RETRIES },
  unavailable: {
    cause: 'El servicio de Adobe tiene un error.',
    remedy: `${RETRIES} Si persiste, consulte status.adobe.com y abra un caso con Adobe Customer Care.`,
  },
  noAnswer: {
    cause: 'La conexión con Adobe falló o superó el tiempo de espera.',
    remedy: `${RETRIES} Si persiste, asegúrese de que esta red llega a {host}.`,
  },
  badResponse: {
    cause:
      'La respuesta no tiene la forma documentada. Puede ser la página de un proxy o de una puerta de enlace.',
    remedy: `${RETRIES} Si persiste, asegúrese de que ningún proxy responda en lugar de {host}.`,
  },
  KEYWAY_NOT_CONNECTED: {
    cause: 'La credencial se quitó, o aún no se indicó ninguna.',
    remedy: 'Conecte Adobe con una credencial de esta organización.',
  },
  KEYWAY_CREDENTIAL_NOT_READABLE: {
    cause: 'La clave de sellado de Keyway cambió después de guardar la credencial.',
    remedy: 'Vuelva a conectar Adobe.',
  },
  KEYWAY_NO_HOST: {
    cause: 'Keyway solo envía tokens a hosts documentados.',
    remedy:
      'Compruebe la región de la organización. Si es correcta, haga el paso en la página de cifrado de Adobe y declárelo aquí.',
  },
  KEYWAY_NOT_READ_YET: {
    cause: 'Un paso anterior no tiene un resultado vigente.',
    remedy: RETRIES,
  },
  ...network,
} satisfies AdobeFailureMessages;
