import type { CheckMessages } from '../../checkMessages.ts';

export const kmsKeyIsInRegion: CheckMessages<'kmsKeyIsInRegion'> = {
  title: 'La clave está en la región de Adobe',
  expected: 'La región de la cuenta de Adobe, us-east-1',
  outcomes: {
    ok: '{found}',
    otherRegion: {
      observed: '{found}',
      cause:
        'Con una clave en otra región, los datos quedan inaccesibles. La región de una clave no se puede cambiar.',
      remedy:
        'Cree una clave simétrica de una sola región en {region} con el script de «Qué hacer» e indique aquí su ARN.',
    },
    notStated: {
      observed: 'KMS no dice dónde está la clave',
      cause: 'El campo falta en la respuesta o tiene un valor que Keyway no conoce.',
      remedy: 'Keyway lo vuelve a leer automáticamente. Si persiste, revise la clave en AWS KMS.',
    },
  },
};
