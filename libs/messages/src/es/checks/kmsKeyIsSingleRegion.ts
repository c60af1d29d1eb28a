import type { CheckMessages } from '../../checkMessages.ts';

export const kmsKeyIsSingleRegion: CheckMessages<'kmsKeyIsSingleRegion'> = {
  title: 'La clave es de una sola región',
  expected: 'De una sola región',
  outcomes: {
    ok: 'De una sola región',
    multiRegion: {
      observed: 'De varias regiones',
      cause:
        'Adobe necesita una clave de una sola región. Una clave de varias regiones no se puede convertir.',
      remedy:
        'Cree una clave simétrica de una sola región en {region} con el script de «Qué hacer» e indique aquí su ARN.',
    },
    notStated: {
      observed: 'KMS no dice si la clave es de una sola región',
      cause: 'El campo falta en la respuesta o tiene un valor que Keyway no conoce.',
      remedy: 'Keyway lo vuelve a leer automáticamente. Si persiste, revise la clave en AWS KMS.',
    },
  },
};
