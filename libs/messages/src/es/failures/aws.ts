import type { AwsFailureMessages } from '../../failureMessages.ts';
import { network } from './network.ts';

const RETRIES = 'No hay nada que hacer: Keyway lo reintenta automáticamente.';
const IDENTITY = {
  cause: 'AWS no acepta la identidad con la que inicia sesión el propio Keyway.',
  remedy: 'Quien administra Keyway debe revisar las credenciales de AWS de su worker.',
};

export const aws = {
  AccessDenied: {
    cause:
      'Keyway no puede asumir el rol: su directiva de confianza no nombra a Keyway, o el ID externo es otro.',
    remedy:
      'Aplique al rol la directiva de confianza que muestra la conexión con AWS y compruebe de nuevo.',
  },
  InvalidClientTokenId: IDENTITY,
  SignatureDoesNotMatch: IDENTITY,
  InvalidArnException: {
    cause: 'KMS no acepta el ARN.',
    remedy: 'Copie el ARN de la clave de AWS KMS e indique la clave de nuevo.',
  },
  credential: {
    cause: 'AWS no acepta el inicio de sesión.',
    remedy: 'Revise el rol y su directiva de confianza, y conecte AWS de nuevo.',
  },
  denied: {
    cause: 'El rol no puede hacer esto. Lo que no pudo leer puede ser válido.',
    remedy:
      'Aplique al rol la directiva de permisos que muestra la conexión con AWS y compruebe de nuevo.',
  },
  deniedPermission: {
    cause:
      'Al rol le falta {permission}, o la directiva de la clave lo deniega. Lo que no pudo leer puede ser válido.',
    remedy:
      'Permita al rol {permission} en la clave, con la directiva de permisos que muestra la conexión con AWS. Después compruebe de nuevo.',
  },
  notFound: {
    cause: 'KMS no tiene esa clave en esta cuenta y región.',
    remedy: 'Revise el ARN en AWS KMS e indique la clave de nuevo.',
  },
  rejected: {
    cause: 'AWS rechaza exactamente esta solicitud.',
    remedy: 'Revise el ARN de la clave y el rol, y compruebe de nuevo.',
  },
  throttled: { cause: 'AWS recibió demasiadas solicitudes.', remedy: RETRIES },
  unavailable: {
    cause: 'El servicio de AWS tiene un error.',
    remedy: `${RETRIES} Si persiste, consulte AWS Health Dashboard.`,
  },
  noAnswer: {
    cause: 'La conexión con AWS falló o se agotó el tiempo de espera.',
    remedy: `${RETRIES} Si persiste, asegúrese de que esta red llega a AWS.`,
  },
  badResponse: {
    cause:
      'La respuesta no tiene la forma documentada. Puede ser la página de un proxy o una puerta de enlace.',
    remedy: RETRIES,
  },
  KEYWAY_NOT_CONNECTED: {
    cause: 'La conexión con AWS se quitó o aún no hay ninguna.',
    remedy: 'Conecte AWS con un rol de la cuenta que tiene la clave.',
  },
  KEYWAY_CREDENTIAL_NOT_READABLE: {
    cause: 'Keyway no puede leer lo que guardó de la conexión con AWS.',
    remedy: 'Conecte AWS de nuevo.',
  },
  KEYWAY_NOT_READ_YET: {
    cause: 'Un paso anterior a este no tiene un resultado actual.',
    remedy: RETRIES,
  },
  ...network,
} satisfies AwsFailureMessages;
