import type { CheckMessages } from '../../checkMessages.ts';

export const kmsKeyIsCustomerManaged: CheckMessages<'kmsKeyIsCustomerManaged'> = {
  title: 'El cliente administra la clave',
  expected: 'Administrada por el cliente',
  outcomes: {
    ok: 'Administrada por el cliente',
    awsManaged: {
      observed: 'Administrada por AWS',
      cause:
        'La directiva de una clave que administra AWS no se puede cambiar; no se puede permitir a Adobe que la use.',
      remedy:
        'Cree una clave simétrica de una sola región en {region} con el script de «Qué hacer» e indique aquí su ARN.',
    },
    notStated: {
      observed: 'KMS no dice quién administra la clave',
      cause: 'El campo falta en la respuesta o tiene un valor que Keyway no conoce.',
      remedy: 'Keyway lo vuelve a leer automáticamente. Si persiste, revise la clave en AWS KMS.',
    },
  },
};
