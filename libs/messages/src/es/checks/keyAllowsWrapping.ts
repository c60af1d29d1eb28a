import type { CheckMessages } from '../../checkMessages.ts';

const READ_AGAIN =
  'Keyway lo vuelve a leer automáticamente. Si persiste, revise la clave en el portal.';

export const keyAllowsWrapping: CheckMessages<'keyAllowsWrapping'> = {
  title: 'La clave puede encapsular y desencapsular',
  expected: 'wrapKey y unwrapKey entre las operaciones permitidas',
  outcomes: {
    ok: '{operations}',
    lacking: {
      observed: 'Permitido: {operations}',
      cause:
        'Falta {lacking}. Adobe cifra sus claves de datos precisamente con estas dos operaciones; otras no estorban.',
      remedy:
        'En el portal: la versión actual de la clave > Operaciones permitidas > marque Encapsular clave y Desencapsular clave para {key}. O ejecute el script de «Qué hacer».',
    },
    notStated: {
      observed: 'Azure no dice qué puede hacer {key}',
      cause: 'Las operaciones permitidas faltan en la respuesta.',
      remedy: READ_AGAIN,
    },
  },
};
