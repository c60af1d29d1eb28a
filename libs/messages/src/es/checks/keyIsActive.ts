import type { CheckMessages } from '../../checkMessages.ts';

const READ_AGAIN =
  'Keyway lo vuelve a leer automáticamente. Si persiste, revise la clave en el portal.';

export const keyIsActive: CheckMessages<'keyIsActive'> = {
  title: 'La clave está activa',
  expected: 'Sin fecha de activación, o con una pasada',
  outcomes: {
    ok: 'Activa desde {date}',
    noDate: 'Sin fecha de activación',
    notYet: {
      observed: 'Activa a partir del {date}',
      cause:
        'La fecha de activación está en el futuro; hasta entonces Azure se niega a encapsular con esta clave.',
      remedy:
        'En el portal: la versión actual de la clave > quite la fecha de activación de {key} o ponga la de ahora. O espere a que llegue.',
    },
    notStated: {
      observed: 'No se puede leer la fecha de activación de {key}',
      cause: 'La respuesta de Azure no contiene una fecha válida.',
      remedy: READ_AGAIN,
    },
  },
};
