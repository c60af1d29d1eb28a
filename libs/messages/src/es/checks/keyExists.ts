import type { CheckMessages } from '../../checkMessages.ts';

export const keyExists: CheckMessages<'keyExists'> = {
  title: 'La clave existe',
  expected: 'La clave con ese nombre y versión en el almacén',
  outcomes: {
    ok: '{seen}',
    absent: {
      observed: 'El almacén {vault} no tiene la clave {key} en la versión {version}',
      cause:
        'Aún no se ha creado, se eliminó, o el identificador nombra una clave distinta de la creada.',
      remedy:
        'Créela: una clave RSA de 3072 bits o más con las operaciones wrapKey y unwrapKey. Las instrucciones del paso tienen los comandos. Si se eliminó, recupérela en Claves > Administrar claves eliminadas. Si solo la versión es incorrecta, indique el identificador de nuevo.',
    },
    otherKey: {
      observed: 'Azure respondió con {seen}',
      cause: 'No es la clave {key} de {vault}.',
      remedy: 'Indique el identificador de la clave deseada.',
    },
    otherVersion: {
      observed: 'Se solicitó la versión {version} y Azure respondió con {seen}',
      cause: 'La versión indicada no se pudo leer.',
      remedy:
        'Keyway lo vuelve a leer automáticamente. Si ha rotado la clave, indique el identificador de su versión actual.',
    },
    unclear: {
      observed: 'La respuesta de Azure no dice qué clave describe',
      cause: 'La respuesta estaba incompleta.',
      remedy:
        'No hay que hacer nada: Keyway lo vuelve a leer automáticamente. Si persiste, revise {key} en el portal.',
    },
  },
};
