/** What went wrong in a call to Azure, and what to do, in Spanish. */
import type { AzureFailureMessages } from '../../failureMessages.ts';
import { network } from './network.ts';

const RETRIES = 'No hay que hacer nada: Keyway lo vuelve a intentar automáticamente.';
const KEY_IS_UNREAD = 'La clave en sí puede ser válida.';
const READ_BY_ARM =
  'Conceda a la credencial Microsoft.KeyVault/vaults/keys/read (por ejemplo, con el rol Lector en el almacén): entonces la clave se lee a través de Azure Resource Manager, sin pasar por el firewall.';

const NO_TENANT = {
  cause: 'No existe ese inquilino. Quizá se indicó un ID de suscripción como ID de inquilino.',
  remedy:
    'Copie el ID de inquilino de Microsoft Entra ID > Información general y vuelva a conectar Azure.',
};
const NO_FEDERATED_IDENTITY = {
  cause:
    'La aplicación en Entra no tiene una credencial federada con exactamente el emisor, el asunto y la audiencia con los que Keyway inicia sesión.',
  remedy:
    'En el registro de la aplicación (Certificados y secretos > Credenciales federadas), indique el emisor, el asunto y la audiencia que Keyway muestra para esta organización. Entra distingue mayúsculas y minúsculas. Una nueva puede tardar unos minutos.',
};
const NO_SUBSCRIPTION = {
  cause: 'Este inquilino no tiene esa suscripción, o la credencial no tiene ningún rol en ella.',
  remedy:
    'Revise los ID de inquilino y de suscripción, dé a la credencial el rol Lector en la suscripción y vuelva a conectar Azure.',
};

export const azure = {
  ForbiddenByFirewall: {
    cause: `El firewall del almacén no admite a Keyway. ${KEY_IS_UNREAD}`,
    remedy: READ_BY_ARM,
  },
  ForbiddenByConnection: {
    cause: `El almacén solo acepta conexiones privadas. ${KEY_IS_UNREAD}`,
    remedy: READ_BY_ARM,
  },
  ForbiddenByPolicy: {
    cause: `Una directiva del almacén no admite la credencial de Keyway. ${KEY_IS_UNREAD}`,
    remedy: READ_BY_ARM,
  },
  AccessDenied: {
    cause:
      'Las directivas de acceso del almacén no permiten a la credencial leer esto. Lo que no pudo leer puede ser válido.',
    remedy:
      'Dé a la credencial el rol Lector de Key Vault en el almacén, o el permiso get de claves en sus directivas de acceso. Después compruebe de nuevo.',
  },
  ConflictError: { cause: 'Hay otro cambio del mismo objeto en curso en Azure.', remedy: RETRIES },
  BadArgument: {
    cause: 'Key Vault no acepta uno de los valores de la solicitud.',
    remedy: 'Revise los nombres y los ID indicados para esta organización y compruebe de nuevo.',
  },
  InvalidAuthenticationTokenTenant: {
    cause: 'La credencial y la suscripción pertenecen a inquilinos distintos.',
    remedy:
      'Vuelva a conectar Azure con el ID de inquilino del directorio propietario de la suscripción y una credencial de ese inquilino.',
  },
  SubscriptionNotFound: NO_SUBSCRIPTION,
  InvalidSubscriptionId: NO_SUBSCRIPTION,
  PrincipalNotFound: {
    cause:
      'El directorio aún no muestra la entidad de servicio de Adobe. Tras un consentimiento tarda unos minutos.',
    remedy:
      'Keyway lo vuelve a intentar automáticamente. Si el error persiste, asegúrese de que el consentimiento se dio en el inquilino propietario del almacén e inténtelo de nuevo.',
  },
  RoleAssignmentExists: {
    cause: 'El mismo rol ya está asignado a la misma entidad, con otro ID.',
    remedy: 'No hay que asignar nada. Compruebe el paso de nuevo.',
  },
  RoleAssignmentUpdateNotPermitted: {
    cause:
      'Existe una asignación con este ID para otro rol, entidad o ámbito, y Azure no la cambia.',
    remedy: 'Asigne el rol con el script de «Qué hacer» y compruebe el paso de nuevo.',
  },
  VaultAlreadyExists: {
    cause:
      'El nombre del almacén ya está en uso, quizá por un almacén eliminado. Los nombres son únicos en todo Azure.',
    remedy:
      'Recupere el almacén eliminado, o elija otro nombre e indique el identificador de una clave que esté en él.',
  },
  VaultNameNotValid: {
    cause: 'No puede ser el nombre de un almacén.',
    remedy: 'Copie el Identificador de clave en Azure Portal e indique la clave de nuevo.',
  },
  Authorization_RequestDenied: {
    cause:
      'La credencial no puede leer el directorio: le falta Application.Read.All con consentimiento del administrador en Microsoft Graph.',
    remedy:
      'Un administrador del inquilino concede el permiso de aplicación Application.Read.All y da su consentimiento. Después compruebe de nuevo.',
  },
  AADSTS7000215: {
    cause:
      'El secreto de cliente no es correcto. A menudo se copia el ID del secreto en lugar de su valor.',
    remedy:
      'Cree un secreto de cliente en el registro de la aplicación (Certificados y secretos), copie su valor y vuelva a conectar Azure.',
  },
  AADSTS7000222: {
    cause: 'El secreto de cliente ha expirado.',
    remedy:
      'Cree un secreto de cliente nuevo en el registro de la aplicación (Certificados y secretos) y vuelva a conectar Azure con su valor.',
  },
  AADSTS700016: {
    cause:
      'Este ID de cliente no está en el inquilino: la aplicación es de otro inquilino, o nadie ha dado allí el consentimiento.',
    remedy: 'Revise los ID de cliente y de inquilino y vuelva a conectar Azure.',
  },
  AADSTS700027: {
    cause:
      'Entra no puede verificar la firma: el certificado no está registrado para la aplicación o ha expirado. Con una credencial federada, Entra no encuentra la clave que firmó.',
    remedy:
      'Cargue este certificado en el registro de la aplicación (Certificados y secretos > Certificados). Si ha expirado, cree uno nuevo y vuelva a conectar Azure. Con una credencial federada, asegúrese de que Entra llega a la dirección del emisor.',
  },
  AADSTS1000502: {
    cause: 'El certificado ha expirado.',
    remedy:
      'Cree un certificado nuevo, cárguelo en el registro de la aplicación (Certificados y secretos > Certificados) y vuelva a conectar Azure con él.',
  },
  AADSTS70021: NO_FEDERATED_IDENTITY,
  AADSTS700211: NO_FEDERATED_IDENTITY,
  AADSTS700212: NO_FEDERATED_IDENTITY,
  AADSTS700213: NO_FEDERATED_IDENTITY,
  AADSTS700024: {
    cause:
      'Entra no acepta la hora del inicio de sesión: lo que Keyway firmó aún no es válido o ya no lo es.',
    remedy: 'Corrija el reloj del servidor en el que se ejecuta Keyway y vuelva a comprobar.',
  },
  AADSTS50166: {
    cause:
      'Entra no pudo obtener las claves que verifican la firma de Keyway: nada útil respondió en la dirección del emisor.',
    remedy:
      'Asegúrese de que la dirección de Keyway y su ruta /federation sean accesibles por internet con HTTPS y con un certificado de confianza pública. Keyway lo intenta de nuevo.',
  },
  AADSTS53003: {
    cause:
      'Una directiva de acceso condicional del inquilino bloquea el inicio de sesión, a menudo por la red de la que procede. La credencial puede ser correcta.',
    remedy:
      'Un administrador del inquilino encuentra la directiva en Entra, en Registros de inicio de sesión > Inicios de sesión de entidades de servicio, y admite la aplicación o las direcciones desde las que llama Keyway.',
  },
  AADSTS90002: NO_TENANT,
  AADSTS900023: NO_TENANT,
  credential: {
    cause:
      'Microsoft no acepta la credencial: su secreto expiró o se revocó, o es de otro inquilino.',
    remedy: 'Vuelva a conectar Azure con un secreto de cliente vigente y compruebe de nuevo.',
  },
  denied: {
    cause:
      'La credencial se aceptó, pero no puede hacer esto. Lo que no pudo leer puede ser válido.',
    remedy: 'Conceda el permiso a la credencial y compruebe de nuevo.',
  },
  deniedPermission: {
    cause: 'A la credencial le falta {permission}. Lo que no pudo leer puede ser válido.',
    remedy:
      'Conceda {permission} a la credencial y compruebe de nuevo. Puede tardar 10 minutos en surtir efecto.',
  },
  deniedSubscription: {
    cause: 'La credencial funciona, pero no puede leer la suscripción.',
    remedy:
      'Dé a la credencial el rol Lector en la suscripción y compruebe de nuevo. Puede tardar 10 minutos en surtir efecto.',
  },
  notFound: {
    cause: 'Azure no tiene nada con este nombre que la credencial pueda leer.',
    remedy: 'Revise los nombres y los ID indicados para esta organización y compruebe de nuevo.',
  },
  rejected: {
    cause: 'Azure rechaza exactamente esta solicitud.',
    remedy: 'Revise los nombres y los ID indicados para esta organización y compruebe de nuevo.',
  },
  throttled: { cause: 'Azure recibió demasiadas solicitudes.', remedy: RETRIES },
  unavailable: {
    cause: 'El servicio de Azure tiene un error.',
    remedy: `${RETRIES} Si persiste, consulte la página de estado de Azure.`,
  },
  noAnswer: {
    cause: 'La conexión con Azure falló o superó el tiempo de espera.',
    remedy: `${RETRIES} Si persiste, asegúrese de que esta red llega a Azure.`,
  },
  badResponse: {
    cause:
      'La respuesta no tiene la forma documentada. Puede ser la página de un proxy o de una puerta de enlace.',
    remedy: RETRIES,
  },
  KEYWAY_NOT_CONNECTED: {
    cause: 'La credencial se quitó, o aún no se indicó ninguna.',
    remedy: 'Conecte Azure con una credencial del inquilino propietario del almacén.',
  },
  KEYWAY_CREDENTIAL_NOT_READABLE: {
    cause: 'La clave de sellado de Keyway cambió después de guardar la credencial.',
    remedy: 'Vuelva a conectar Azure.',
  },
  KEYWAY_NO_HOST: {
    cause: 'Keyway solo envía tokens a hosts documentados.',
    remedy: 'Compruebe la nube y la región de la organización.',
  },
  KEYWAY_NOT_READ_YET: {
    cause: 'Un paso anterior no tiene un resultado vigente.',
    remedy: RETRIES,
  },
  ...network,
} satisfies AzureFailureMessages;
