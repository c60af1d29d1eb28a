import type { CheckMessages } from '../../checkMessages.ts';

export const vaultRetentionIsLong: CheckMessages<'vaultRetentionIsLong'> = {
  title: 'Las claves eliminadas se conservan 90 días',
  expected: '90 días (posible: de 7 a 90)',
  outcomes: {
    ok: '{days} días',
    belowRecommended: {
      observed: '{days} días',
      cause:
        'Al crear el almacén se fijó una retención menor que los 90 días predeterminados. Deja menos tiempo para detectar y recuperar una clave eliminada.',
      remedy:
        'No se puede cambiar nunca en este almacén. Acéptelo con un motivo, o cree un almacén nuevo con 90 días antes de enviar nada.',
    },
    short: {
      observed: 'Solo {days} días',
      cause:
        'Al crear el almacén se fijó una retención muy baja. Pasados {days} días, una clave eliminada se pierde de forma definitiva, y con ella los datos.',
      remedy:
        'No se puede cambiar nunca en este almacén. Cree un almacén nuevo con 90 días antes de enviar nada; después es demasiado tarde.',
    },
    notStated: {
      observed: 'No se indica',
      cause:
        'La respuesta de Azure no dice la retención. Es de 90 días si no se eligió otro valor al crearlo.',
      remedy: 'Revise las Propiedades de {vault} en el portal y acepte esto con lo que vio.',
    },
    outOfRange: {
      observed: '{days} días, que Azure no permite',
      cause: 'Azure permite de 7 a 90 días; otro valor es un error en los datos.',
      remedy:
        'Revise las Propiedades de {vault} en el portal. Si allí figura el mismo valor, cree un almacén nuevo con 90 días.',
    },
  },
};
