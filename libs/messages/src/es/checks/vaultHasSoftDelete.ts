import type { CheckMessages } from '../../checkMessages.ts';

export const vaultHasSoftDelete: CheckMessages<'vaultHasSoftDelete'> = {
  title: 'La eliminación temporal está activada',
  expected: 'enableSoftDelete no es false',
  outcomes: {
    ok: 'La eliminación temporal está activada',
    implied: 'La eliminación temporal está activada, pues la protección contra purga la necesita',
    alwaysOn: 'Un HSM administrado siempre tiene eliminación temporal',
    off: {
      observed: 'La eliminación temporal está desactivada',
      cause:
        'Este almacén se creó antes de que la eliminación temporal fuera la opción predeterminada.',
      remedy:
        'az keyvault update --name {vault} --set properties.enableSoftDelete=true y después active la protección contra purga. Ninguna de las dos se puede volver a desactivar.',
    },
    notStated: {
      observed: 'Azure no dice si la eliminación temporal está activada',
      cause:
        'El ajuste falta en la respuesta, y la protección contra purga, que la implicaría, está desactivada.',
      remedy: 'Active la protección contra purga de {vault}, que incluye la eliminación temporal.',
    },
  },
};
