import type { CheckMessages } from '../../checkMessages.ts';

export const kmsKeyExists: CheckMessages<'kmsKeyExists'> = {
  title: 'La clave existe',
  expected: 'La clave que se indicó',
  outcomes: {
    ok: '{seen}',
    absent: {
      observed: 'KMS no tiene la clave {arn}',
      cause: 'No se creó en esta cuenta y región, o se eliminó definitivamente.',
      remedy:
        'Revise el ARN en AWS KMS. Si aún no hay ninguna clave, créela con el script de «Qué hacer» e indique su ARN.',
    },
    otherKey: {
      observed: 'KMS respondió con {seen}',
      cause: 'No es la clave {arn}.',
      remedy:
        'Indique el ARN de la propia clave: AWS KMS > Claves administradas por el cliente > la clave > ARN.',
    },
  },
};
