import type { CheckMessages } from '../../checkMessages.ts';

export const vaultSkuIsSupported: CheckMessages<'vaultSkuIsSupported'> = {
  title: 'Adobe admite el nivel del almacén',
  expected: 'Estándar, Premium o HSM administrado',
  outcomes: {
    ok: 'Nivel {sku}',
    managedHsm: 'HSM administrado',
    unsupported: {
      observed: 'Nivel {sku}',
      cause:
        'Adobe admite los niveles Estándar y Premium y los HSM administrados, pero no Dedicated HSM ni Payments HSM.',
      remedy:
        'Cree un almacén de nivel Estándar o Premium, cree ahí la clave e indique su identificador.',
    },
    notStated: {
      observed: 'Azure no dice qué nivel tiene {vault}',
      cause: 'El nivel falta en la respuesta.',
      remedy:
        'Keyway lo vuelve a leer automáticamente. Si persiste, revise la Información general del almacén en el portal.',
    },
  },
};
