import type { CheckMessages } from '../../checkMessages.ts';

const READ_AGAIN =
  'Keyway lo vuelve a leer automáticamente. Si persiste, revise la clave en el portal.';

export const keyIsNotExpiring: CheckMessages<'keyIsNotExpiring'> = {
  title: 'La clave no expira',
  expected: 'Sin fecha de expiración, o con una a más de 30 días y rotación automática',
  outcomes: {
    noDate: 'Sin fecha de expiración',
    rotates: 'Expira el {date}; una directiva de rotación la renueva',
    soon: {
      observed: 'Expira el {date}',
      cause:
        'Faltan 30 días o menos. Adobe nombra una clave expirada como causa para purgar los datos de una organización.',
      remedy:
        'Aplace la fecha de expiración en el portal, o rote la clave: una versión nueva con el mismo nombre. Agregue una directiva de rotación para que no se repita.',
    },
    noRotation: {
      observed: 'Expira el {date}; ninguna directiva la rota antes',
      cause:
        'Sin rotación automática, la clave deja de funcionar en esa fecha. Adobe nombra una clave expirada como causa para purgar datos.',
      remedy:
        'Quite la fecha de expiración, o agregue una directiva de rotación con la acción Rotar (Claves > {key} > Directiva de rotación). O acéptelo con un motivo y un recordatorio.',
    },
    rotationNotRead: {
      observed: 'Expira el {date}; no se pudo leer si una directiva la rota',
      cause: 'La credencial de Keyway no pudo leer la directiva de rotación.',
      remedy:
        'Revise Claves > {key} > Directiva de rotación. Si rota, acepte esto con lo que vio; si no, agregue una o quite la fecha de expiración.',
    },
    expired: {
      observed: 'Expiró el {date}',
      cause:
        'Azure se niega a encapsular con una clave expirada, y Adobe lo considera una retirada.',
      remedy:
        'En el portal: la versión actual de la clave > quite la fecha de expiración o ponga una posterior. O cree una versión nueva de la misma clave e indique su identificador.',
    },
    notStated: {
      observed: 'No se puede leer la fecha de expiración de {key}',
      cause: 'La respuesta de Azure no contiene una fecha válida.',
      remedy: READ_AGAIN,
    },
  },
};
