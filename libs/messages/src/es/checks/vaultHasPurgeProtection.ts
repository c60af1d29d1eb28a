import type { CheckMessages } from '../../checkMessages.ts';

export const vaultHasPurgeProtection: CheckMessages<'vaultHasPurgeProtection'> = {
  title: 'La protección contra purga está activada',
  expected: 'enablePurgeProtection es true',
  outcomes: {
    ok: 'La protección contra purga está activada',
    off: {
      observed: 'La protección contra purga está desactivada',
      cause:
        'Está desactivada de forma predeterminada. Sin ella, una clave o un almacén eliminados se pueden purgar de inmediato, y con ellos todos los datos cifrados.',
      remedy:
        'az keyvault update --name {vault} --enable-purge-protection true. En el portal: Propiedades > Protección contra purga. Nadie, ni Microsoft, puede volver a desactivarla.',
    },
  },
};
