import type { CheckMessages } from '../../checkMessages.ts';

const BY_FAILURE = { cause: '{failureCause}', remedy: '{failureRemedy}' };
const SEE_ADOBE =
  'Abra Administración > Cifrado en Adobe y compruebe qué clave está configurada. Pregunte a Adobe Customer Care antes de enviar nada más para esta organización.';

export const configurationIsTaken: CheckMessages<'configurationIsTaken'> = {
  title: 'Adobe acepta la configuración',
  expected: 'Adobe tiene la configuración aprobada, una sola vez',
  outcomes: {
    refused: { observed: 'Adobe rechaza la configuración: {answer}', ...BY_FAILURE },
    notAnswered: { observed: 'Aún no se pudo enviar la configuración: {answer}', ...BY_FAILURE },
    otherKey: {
      observed: 'Adobe ya tiene una configuración llamada {name} para otra clave ({key})',
      cause: 'Existía antes, y no se envió nada.',
      remedy: SEE_ADOBE,
    },
    otherKeyAfterSend: {
      observed: 'Adobe muestra una configuración llamada {name} para otra clave ({key})',
      cause: 'La configuración se envió, y Adobe muestra otra con su nombre.',
      remedy: SEE_ADOBE,
    },
    keyNotNamed: {
      observed: 'Adobe ya tiene una configuración llamada {name} y no dice para qué clave',
      cause: 'Existía antes, así que no se puede tomar por la aprobada. No se envió nada.',
      remedy: SEE_ADOBE,
    },
    failedBefore: {
      observed: 'Adobe ya tiene una configuración llamada {name} para esta clave y comunica FAILED',
      cause:
        'Un intento anterior con este nombre falló, y Adobe no documenta que el nombre se pueda volver a usar. No se envió nada.',
      remedy: 'Cuando la causa esté resuelta, reintente y envíe con otro nombre.',
    },
    noUsableAnswer: {
      observed:
        'La configuración se envió {sends} veces sin respuesta utilizable, y Adobe no muestra ninguna con este nombre',
      cause: 'No se sabe si alguno de los envíos llegó. Puede aparecer más tarde.',
      remedy:
        'Pregunte a Adobe Customer Care si existe una configuración para esta organización antes de reintentar.',
    },
    restored: {
      observed:
        'La configuración no se envió, porque la base de datos de Keyway se restauró a partir de una copia de seguridad',
      cause:
        'Se solicitó antes de la copia. Quien la solicitó puede haberla cancelado después, y la copia no puede saberlo. Adobe no tiene ninguna configuración con este nombre.',
      remedy:
        'Asegúrese de que sigue haciendo falta. Después reintente: necesita una nueva aprobación.',
    },
  },
};
