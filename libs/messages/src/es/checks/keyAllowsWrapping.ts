import type { CheckMessages } from '../../checkMessages.ts';

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
  },
};
