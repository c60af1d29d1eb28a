import type { CheckMessages } from '../../checkMessages.ts';

export const vaultExists: CheckMessages<'vaultExists'> = {
  title: 'El almacén existe',
  expected: 'El almacén que nombra el identificador de la clave, presente y legible',
  outcomes: {
    ok: 'Almacén {vault} en {location}',
    absent: {
      observed: 'No hay ningún almacén {vault} donde podemos mirar',
      cause: 'Aún no se ha creado, o está en una suscripción que nuestra credencial no ve.',
      remedy:
        'Cree el almacén con el script de «Qué hacer», o indique su ID de recurso, o dé a nuestra credencial el rol Lector en su suscripción. Después compruebe de nuevo.',
    },
    deleted: {
      observed: 'El almacén {vault} fue eliminado; Azure lo conserva hasta {purgeDate}',
      cause:
        'Alguien lo eliminó. Su nombre no se puede volver a usar mientras esté eliminado temporalmente.',
      remedy:
        'Recupérelo: az keyvault recover --name {vault}. Las asignaciones de roles y las suscripciones de Event Grid no vuelven con él; créelas de nuevo después.',
    },
    otherVault: {
      observed: 'Se leyó el almacén {vault}, pero el identificador de la clave nombra {named}',
      cause: 'El ID de recurso indicado es de otro almacén que el del identificador de la clave.',
      remedy:
        'Indique la clave de nuevo, con el ID de recurso de {named} o sin él: entonces se busca por su nombre.',
    },
    unclear: {
      observed: 'La respuesta de Azure no dice qué almacén describe',
      cause: 'La respuesta estaba incompleta.',
      remedy:
        'No hay que hacer nada: se vuelve a leer automáticamente. Si persiste, mire el almacén en el portal de Azure.',
    },
  },
};
