import type { CheckMessages } from '../../checkMessages.ts';

export const vaultSkuIsSupported: CheckMessages<'vaultSkuIsSupported'> = {
  title: 'Adobe admite el nivel del almacén',
  expected: 'Estándar, Premium o Managed HSM',
  outcomes: {
    ok: 'Nivel {sku}',
    managedHsm: 'Managed HSM',
    unsupported: {
      observed: 'Nivel {sku}',
      cause:
        'Adobe admite almacenes de nivel Estándar y Premium y Managed HSM; no Dedicated HSM ni Payments HSM.',
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
