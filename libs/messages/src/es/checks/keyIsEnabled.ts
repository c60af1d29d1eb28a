import type { CheckMessages } from '../../checkMessages.ts';

const READ_AGAIN =
  'Keyway lo vuelve a leer automáticamente. Si persiste, revise la clave en el portal.';

export const keyIsEnabled: CheckMessages<'keyIsEnabled'> = {
  title: 'La clave está habilitada',
  expected: 'Habilitada',
  outcomes: {
    ok: 'Habilitada',
    disabled: {
      observed: 'Deshabilitada',
      cause:
        'La versión de la clave se deshabilitó. Adobe interpreta una clave deshabilitada como una retirada deliberada.',
      remedy:
        'En el portal: la versión actual de la clave > Habilitada > Sí, para {key}. O ejecute el script de «Qué hacer».',
    },
    notStated: {
      observed: 'Azure no dice si {key} está habilitada',
      cause: 'El atributo falta en la respuesta.',
      remedy: READ_AGAIN,
    },
  },
};
