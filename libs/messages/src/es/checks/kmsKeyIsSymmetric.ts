import type { CheckMessages } from '../../checkMessages.ts';

export const kmsKeyIsSymmetric: CheckMessages<'kmsKeyIsSymmetric'> = {
  title: 'La clave es simétrica',
  expected: 'Simétrica, para cifrar y descifrar',
  outcomes: {
    ok: 'Simétrica, para cifrar y descifrar',
    asymmetric: {
      observed: 'Especificación {keySpec}',
      cause:
        'Adobe necesita una clave simétrica. La especificación y el uso de una clave no se pueden cambiar.',
      remedy:
        'Cree una clave simétrica de una sola región en {region} con el script de «Qué hacer» e indique aquí su ARN.',
    },
    otherUsage: {
      observed: 'Uso {keyUsage}',
      cause:
        'Adobe necesita una clave para cifrar y descifrar. El uso de una clave no se puede cambiar.',
      remedy:
        'Cree una clave simétrica de una sola región en {region} con el script de «Qué hacer» e indique aquí su ARN.',
    },
    notStated: {
      observed: 'KMS no dice de qué tipo es la clave',
      cause: 'El campo falta en la respuesta o tiene un valor que Keyway no conoce.',
      remedy: 'Keyway lo vuelve a leer automáticamente. Si persiste, revise la clave en AWS KMS.',
    },
  },
};
