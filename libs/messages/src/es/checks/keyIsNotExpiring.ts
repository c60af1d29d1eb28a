import type { CheckMessages } from '../../checkMessages.ts';

const READ_AGAIN = 'Se vuelve a leer automáticamente. Si persiste, mire la clave en el portal.';

export const keyIsNotExpiring: CheckMessages<'keyIsNotExpiring'> = {
  title: 'La clave no caduca',
  expected: 'Sin fecha de caducidad, o con una a más de 30 días y rotación automática',
  outcomes: {
    noDate: 'Sin fecha de caducidad',
    rotates: 'Caduca {date}; una directiva la renueva',
    soon: {
      observed: 'Caduca {date}',
      cause:
        'Faltan 30 días o menos. Adobe cuenta una clave caducada entre las causas para purgar los datos de una organización.',
      remedy:
        'Aplace la fecha de caducidad en el portal, o rote la clave: una versión nueva con el mismo nombre. Añada una directiva de rotación para que no se repita.',
    },
    noRotation: {
      observed: 'Caduca {date}; ninguna directiva la rota antes',
      cause:
        'Una fecha de caducidad sin rotación automática es una interrupción con fecha. Adobe cuenta una clave caducada entre las causas para purgar datos.',
      remedy:
        'Quite la fecha de caducidad, o añada una directiva de rotación con la acción Rotar (Claves > {key} > Directiva de rotación). O acéptelo con un motivo y un recordatorio.',
    },
    rotationNotRead: {
      observed: 'Caduca {date}; no se pudo leer si una directiva la rota',
      cause: 'Nuestra credencial no pudo leer la directiva de rotación.',
      remedy:
        'Mire Claves > {key} > Directiva de rotación. Si rota, acepte esto con lo que vio; si no, añada una o quite la fecha de caducidad.',
    },
    expired: {
      observed: 'Caducó {date}',
      cause:
        'Azure se niega a encapsular con una clave caducada, y Adobe lo entiende como una retirada.',
      remedy:
        'En el portal: la versión actual de la clave > quite la fecha de caducidad o ponga una posterior. O cree una versión nueva de la misma clave e indique su identificador.',
    },
    notStated: {
      observed: 'No se puede leer la fecha de caducidad de {key}',
      cause: 'La respuesta de Azure no contiene ahí una fecha.',
      remedy: READ_AGAIN,
    },
  },
};
