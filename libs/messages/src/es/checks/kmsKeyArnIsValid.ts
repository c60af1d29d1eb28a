import type { CheckMessages } from '../../checkMessages.ts';

export const kmsKeyArnIsValid: CheckMessages<'kmsKeyArnIsValid'> = {
  title: 'El ARN corresponde a una clave',
  expected: 'El ARN de una clave de KMS de una sola región',
  outcomes: {
    ok: '{arn}',
    invalid: {
      observed: '{arn}',
      cause:
        'No es el ARN de una clave de una sola región. No se pueden usar alias, ID de clave ni claves de varias regiones.',
      remedy:
        'Indique el ARN de la clave: AWS KMS > Claves administradas por el cliente > la clave > ARN.',
    },
  },
};
