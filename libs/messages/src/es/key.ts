/** Words of the KEY checks, in Spanish. */
import type { AllCheckTexts } from '../checkTexts.ts';

const READ_AGAIN = 'Se vuelve a leer automáticamente. Si persiste, mire la clave en el portal.';

export const ES_KEY = {
  keyIdentifierIsValid: {
    title: 'El identificador de la clave está bien formado',
    expected: 'https://<almacén>.vault.azure.net/keys/<clave>/<versión>',
    outcomes: {
      ok: '{identifier}',
      noVersion: {
        observed: '{identifier} no nombra ninguna versión',
        cause:
          'El identificador se copió de la clave, no de su versión. Adobe pide la versión, aunque solo guarda el almacén y la clave.',
        remedy:
          'No hay que cambiar nada: se lee y se envía la última versión. Acéptelo con un motivo, o indique el identificador de la versión que desea.',
      },
      olderVersion: {
        observed:
          'Versión {version}; la versión actual de la clave es {current} (habilitada: {enabled})',
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
  },
  keyExists: {
    title: 'La clave existe',
    expected: 'La clave con ese nombre y versión en el almacén',
    outcomes: {
      ok: '{seen}',
      absent: {
        observed: 'El almacén {vault} no tiene la clave {key} en la versión {version}',
        cause:
          'Aún no se ha creado, se eliminó, o el identificador nombra otra clave que la creada.',
        remedy:
          'Créela: az keyvault key create --vault-name {vault} --name {key} --kty RSA --size 3072 --ops wrapKey unwrapKey. Si se eliminó, recupérela en Claves > Administrar claves eliminadas. Si solo la versión es incorrecta, indique el identificador de nuevo.',
      },
      otherKey: {
        observed: 'Azure respondió con {seen}',
        cause: 'Es otra clave que {key} de {vault}.',
        remedy: 'Indique el identificador de la clave deseada.',
      },
      otherVersion: {
        observed: 'Se preguntó por la versión {version} y Azure respondió con {seen}',
        cause: 'La versión indicada no se pudo leer por sí sola.',
        remedy:
          'Se vuelve a leer automáticamente. Si ha rotado la clave, indique el identificador de su versión actual.',
      },
      unclear: {
        observed: 'La respuesta de Azure no dice qué clave describe',
        cause: 'La respuesta estaba incompleta.',
        remedy:
          'No hay que hacer nada: se vuelve a leer automáticamente. Si persiste, mire {key} en el portal.',
      },
    },
  },
  keyTypeIsRsa: {
    title: 'La clave es RSA',
    expected: 'RSA o RSA-HSM',
    outcomes: {
      ok: '{type}',
      otherType: {
        observed: '{type}',
        cause: 'Adobe solo puede usar claves RSA y RSA-HSM; ni de curva elíptica ni simétricas.',
        remedy:
          'El tipo de una clave no se puede cambiar. Cree una nueva clave RSA de 3072 bits con su propio nombre e indique su identificador.',
      },
      hsmKeyInStandardVault: {
        observed: '{type} en un almacén de nivel Estándar',
        cause:
          'Solo hay claves HSM en almacenes Premium y en Managed HSM, así que las dos respuestas de Azure se contradicen.',
        remedy:
          'Mire en el portal el nivel del almacén y el tipo de la clave, y compruebe de nuevo.',
      },
      notStated: {
        observed: 'Azure no dice de qué tipo es {key}',
        cause: 'El tipo falta en la respuesta.',
        remedy: READ_AGAIN,
      },
    },
  },
  keyIsLongEnough: {
    title: 'La clave tiene al menos 3072 bits',
    expected: '3072 o 4096 bits',
    outcomes: {
      ok: '{bits} bits',
      short: {
        observed: '{bits} bits',
        cause:
          'Adobe exige al menos 3072 bits, porque su almacén de perfiles (Cosmos DB) los exige.',
        remedy:
          'El tamaño de una clave no se puede cambiar. Cree una clave RSA nueva de 3072 o 4096 bits con otro nombre, en el portal o con el script de «Qué hacer», e indique su identificador.',
      },
      notStated: {
        observed: 'No se conoce el tamaño de {key}',
        cause:
          'La respuesta de Azure no contiene el módulo, así que el tamaño no se puede calcular.',
        remedy:
          'Se vuelve a leer automáticamente. Si persiste, mire la versión de la clave en el portal: muestra el tamaño RSA.',
      },
    },
  },
  keyAllowsWrapping: {
    title: 'La clave puede encapsular y desencapsular',
    expected: 'wrapKey y unwrapKey entre las operaciones permitidas',
    outcomes: {
      ok: '{operations}',
      lacking: {
        observed: 'Permitido: {operations}',
        cause:
          'Falta {lacking}. Adobe cifra sus claves de datos precisamente con estas dos operaciones; otras no estorban.',
        remedy:
          'En el portal: la versión actual de la clave > Operaciones permitidas > marque Encapsular clave y Desencapsular clave para {key}. O ejecute el script de «Qué hacer».',
      },
      notStated: {
        observed: 'Azure no dice qué puede hacer {key}',
        cause: 'Las operaciones permitidas faltan en la respuesta.',
        remedy: READ_AGAIN,
      },
    },
  },
  keyIsEnabled: {
    title: 'La clave está habilitada',
    expected: 'Habilitada',
    outcomes: {
      ok: 'Habilitada',
      disabled: {
        observed: 'Deshabilitada',
        cause:
          'La versión de la clave se deshabilitó. Adobe entiende una clave deshabilitada como una retirada deliberada.',
        remedy:
          'En el portal: la versión actual de la clave > Habilitada > Sí, para {key}. O ejecute el script de «Qué hacer».',
      },
      notStated: {
        observed: 'Azure no dice si {key} está habilitada',
        cause: 'El atributo falta en la respuesta.',
        remedy: READ_AGAIN,
      },
    },
  },
  keyIsActive: {
    title: 'La clave está activa',
    expected: 'Sin fecha de activación, o con una pasada',
    outcomes: {
      ok: 'Activa desde {date}',
      noDate: 'Sin fecha de activación',
      notYet: {
        observed: 'Activa a partir de {date}',
        cause:
          'La fecha de activación está en el futuro; hasta entonces Azure se niega a encapsular con esta clave.',
        remedy:
          'En el portal: la versión actual de la clave > quite la fecha de activación de {key} o ponga la de ahora. O espere a que llegue.',
      },
      notStated: {
        observed: 'No se puede leer la fecha de activación de {key}',
        cause: 'La respuesta de Azure no contiene ahí una fecha.',
        remedy: READ_AGAIN,
      },
    },
  },
  keyIsNotExpiring: {
    title: 'La clave no caduca',
    expected: 'Sin fecha de caducidad, o con una a más de 30 días y rotación automática',
    outcomes: {
      noDate: 'Sin fecha de caducidad',
      rotates: 'Caduca {date}; una directiva la renueva',
      soon: {
        observed: 'Caduca {date}',
        cause:
          'Faltan 30 días o menos. Adobe cuenta una clave caducada entre las causas para purgar los datos de una organización.',
        remedy:
          'Aplace la fecha de caducidad en el portal, o rote la clave: una versión nueva con el mismo nombre. Añada una directiva de rotación para que no se repita.',
      },
      noRotation: {
        observed: 'Caduca {date}; ninguna directiva la rota antes',
        cause:
          'Una fecha de caducidad sin rotación automática es una interrupción con fecha. Adobe cuenta una clave caducada entre las causas para purgar datos.',
        remedy:
          'Quite la fecha de caducidad, o añada una directiva de rotación con la acción Rotar (Claves > {key} > Directiva de rotación). O acéptelo con un motivo y un recordatorio.',
      },
      rotationNotRead: {
        observed: 'Caduca {date}; no se pudo leer si una directiva la rota',
        cause: 'Nuestra credencial no pudo leer la directiva de rotación.',
        remedy:
          'Mire Claves > {key} > Directiva de rotación. Si rota, acepte esto con lo que vio; si no, añada una o quite la fecha de caducidad.',
      },
      expired: {
        observed: 'Caducó {date}',
        cause:
          'Azure se niega a encapsular con una clave caducada, y Adobe lo entiende como una retirada.',
        remedy:
          'En el portal: la versión actual de la clave > quite la fecha de caducidad o ponga una posterior. O cree una versión nueva de la misma clave e indique su identificador.',
      },
      notStated: {
        observed: 'No se puede leer la fecha de caducidad de {key}',
        cause: 'La respuesta de Azure no contiene ahí una fecha.',
        remedy: READ_AGAIN,
      },
    },
  },
  keyIsRecoverable: {
    title: 'Una clave eliminada se puede recuperar',
    expected: 'Un nivel de recuperación sin «Purgeable»',
    outcomes: {
      ok: '{level}',
      impliedByVault: 'Recuperable, pues el almacén tiene protección contra purga',
      purgeable: {
        observed: '{level}',
        cause:
          'La clave se podría purgar al instante después de eliminarla: la protección contra purga del almacén está desactivada.',
        remedy:
          'Active la protección contra purga del almacén: Propiedades > Protección contra purga, o el script del paso Almacén. No se puede volver a desactivar.',
      },
      notStated: {
        observed: 'Nivel de recuperación: {level}',
        cause: 'La respuesta de Azure no dice si esta clave se puede purgar antes de tiempo.',
        remedy:
          'Se vuelve a leer automáticamente. La protección contra purga del almacén lo resuelve.',
      },
    },
  },
} as const satisfies Partial<AllCheckTexts>;
