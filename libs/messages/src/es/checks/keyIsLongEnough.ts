import type { CheckMessages } from '../../checkMessages.ts';

export const keyIsLongEnough: CheckMessages<'keyIsLongEnough'> = {
  title: 'La clave tiene al menos 3072 bits',
  expected: '3072 o 4096 bits',
  outcomes: {
    ok: '{bits} bits',
    short: {
      observed: '{bits} bits',
      cause: 'Adobe exige al menos 3072 bits, porque su almacén de perfiles (Cosmos DB) los exige.',
      remedy:
        'El tamaño de una clave no se puede cambiar. Cree una clave RSA de 3072 o 4096 bits con otro nombre, en el portal o con el script de «Qué hacer», e indique su identificador.',
    },
    notStated: {
      observed: 'No se conoce el tamaño de {key}',
      cause: 'La respuesta de Azure no contiene el módulo, así que el tamaño no se puede calcular.',
      remedy:
        'Keyway lo vuelve a leer automáticamente. Si persiste, revise la versión de la clave en el portal: muestra el tamaño RSA.',
    },
  },
};
