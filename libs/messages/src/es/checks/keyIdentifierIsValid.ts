import type { CheckMessages } from '../../checkMessages.ts';

export const keyIdentifierIsValid: CheckMessages<'keyIdentifierIsValid'> = {
  title: 'El identificador de la clave está bien formado',
  expected: 'https://<almacén>.vault.azure.net/keys/<clave>/<versión>',
  outcomes: {
    ok: '{identifier}',
    noVersion: {
      observed: '{identifier} no indica ninguna versión',
      cause:
        'El identificador se copió de la clave, no de su versión. Adobe pide la versión, aunque solo guarda el almacén y la clave.',
      remedy:
        'No hay que cambiar nada: se lee y se envía la última versión. Acéptelo con un motivo, o indique el identificador de la versión que desea.',
    },
    olderVersion: {
      observed:
        'Versión {version}; la versión actual de la clave es {current} (habilitada: {enabled, select, true {sí} false {no} other {desconocido}})',
      cause:
        'Adobe guarda solo el almacén y la clave y usará la versión actual, así que lo comprobado de la anterior dice poco. Adobe pide el identificador de la página de la versión más reciente.',
      remedy:
        'Indique la clave con la versión {current}, para que sea la que se comprueba, aprueba y envía. O acéptelo con un motivo, si la versión anterior ha de volver a ser la actual.',
    },
    unusualVersion: {
      observed: '{identifier} tiene una versión inusual',
      cause:
        'Las versiones de Azure son 32 dígitos hexadecimales. A menudo se escribe l en lugar de 1, u o en lugar de 0.',
      remedy:
        'Copie el Identificador de clave de la versión actual en el portal en lugar de escribirlo.',
    },
    trailingSlash: {
      observed: 'El identificador terminaba en una barra',
      cause: 'Se copió con un carácter de más. La barra se quitó.',
      remedy: 'Acéptelo con un motivo, o indique {identifier} sin la barra.',
    },
    invalid: {
      observed: '{problems}',
      cause: 'El texto no es el identificador de una clave que Adobe pueda usar.',
      remedy:
        'En el portal abra el almacén > Claves > su clave > versión actual y copie «Identificador de clave».',
    },
    notNamed: {
      observed: 'Aún no se ha indicado ninguna clave',
      cause: 'Nadie ha indicado el identificador de la clave de esta vía.',
      remedy: 'Indique el identificador de la clave.',
    },
  },
};
