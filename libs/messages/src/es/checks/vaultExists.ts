import type { CheckMessages } from '../../checkMessages.ts';

export const vaultExists: CheckMessages<'vaultExists'> = {
  title: 'El almacén existe',
  expected: 'El almacén que nombra el identificador de la clave, presente y legible',
  outcomes: {
    ok: 'Almacén {vault} en {location}',
    absent: {
      observed: 'No se encontró ningún almacén {vault} con esta credencial',
      cause:
        'Aún no se ha creado, o está en una suscripción que la credencial de Keyway no puede leer.',
      remedy:
        'Cree el almacén con el script de «Qué hacer», o indique su ID de recurso, o dé a la credencial de Keyway el rol Lector en su suscripción. Después compruebe de nuevo.',
    },
    deleted: {
      observed: 'El almacén {vault} se eliminó; Azure lo conserva hasta el {purgeDate}',
      cause:
        'Se eliminó. Su nombre no se puede volver a usar mientras esté eliminado temporalmente.',
      remedy:
        'Recupérelo: az keyvault recover --name {vault}. Después cree de nuevo sus asignaciones de roles y suscripciones de Event Grid: no se recuperan.',
    },
    otherVault: {
      observed: 'Se leyó el almacén {vault}, pero el identificador de la clave nombra {named}',
      cause: 'El ID de recurso indicado no es del almacén que nombra el identificador de la clave.',
      remedy:
        'Indique la clave de nuevo, con el ID de recurso de {named} o sin él: entonces Keyway busca el almacén por su nombre.',
    },
  },
};
