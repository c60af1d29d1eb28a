import type { CheckMessages } from '../../checkMessages.ts';

export const keyTypeIsRsa: CheckMessages<'keyTypeIsRsa'> = {
  title: 'La clave es RSA',
  expected: 'RSA o RSA-HSM',
  outcomes: {
    ok: '{type}',
    otherType: {
      observed: '{type}',
      cause: 'Adobe solo puede usar claves RSA y RSA-HSM; ni de curva elíptica ni simétricas.',
      remedy:
        'El tipo de una clave no se puede cambiar. Cree una clave RSA de 3072 bits con otro nombre e indique su identificador.',
    },
    hsmKeyInStandardVault: {
      observed: '{type} en un almacén de nivel Estándar',
      cause:
        'Solo hay claves HSM en almacenes Premium y en HSM administrados, así que las dos respuestas de Azure se contradicen.',
      remedy:
        'Revise en el portal el nivel del almacén y el tipo de la clave, y compruebe de nuevo.',
    },
  },
};
