/** Automatic mode: the plan of changes, and how far it is, in Spanish. */
import type { Messages } from '../messages.ts';

type Setup = Messages['setup'];

export const changes: Setup['changes'] = {
  CREATE_VAULT: 'Almacén',
  ENABLE_PURGE_PROTECTION: 'Protección contra purga',
  ADD_NETWORK_RULE: 'Reglas de red',
  CREATE_KEY: 'Clave',
  SET_ROTATION: 'Rotación de la clave',
  PUT_DIAGNOSTIC_SETTING: 'Registro de auditoría',
  PUT_LOCK: 'Bloqueo contra eliminación',
};

export const settings: Setup['settings'] = {
  vault: 'Almacén',
  resourceGroup: 'Grupo de recursos',
  location: 'Región',
  sku: 'Nivel',
  rbac: 'Acceso por roles de Azure',
  softDelete: 'Eliminación temporal',
  purgeProtection: 'Protección contra purga',
  retentionDays: 'Días de retención',
  publicAccess: 'Acceso público',
  bypass: 'Excepciones del firewall',
  ipRules: 'Direcciones permitidas',
  key: 'Clave',
  keyType: 'Tipo',
  keySize: 'Tamaño en bits',
  keyOperations: 'Operaciones',
  rotation: 'Rotación',
  name: 'Nombre',
  workspaceId: 'Área de trabajo',
  logs: 'Registros',
  lockLevel: 'Nivel de bloqueo',
};

export const values: Setup['values'] = { yes: 'sí', no: 'no', none: 'ninguno' };

const AGAIN = 'y solicite otro plan.';

export const reasons: Setup['reasons'] = {
  notReadable: { cause: 'No se pudo leer.', remedy: 'Conceda lo que falta.' },
  vaultSettling: {
    cause: 'Azure todavía está creando este almacén.',
    remedy: `Espere unos minutos ${AGAIN}`,
  },
  resourceGroupAbsent: {
    cause: 'No hay ningún grupo de recursos {group}.',
    remedy: `Créelo o elija otro, ${AGAIN}`,
  },
  locationUnknown: {
    cause: 'La nube pública de Azure no tiene ninguna región {location} que Keyway conozca.',
    remedy:
      'Solicite otro plan con su nombre de programación{right, select, none {, por ejemplo westeurope} other {, por ejemplo {right}}}. En una región más nueva, cree usted el almacén.',
  },
  nameSoftDeleted: {
    cause:
      'Un almacén eliminado {vault} ocupa este nombre{purgeDate, select, none {} other { hasta {purgeDate}}}.',
    remedy: `Recupere el almacén eliminado o elija otro nombre, ${AGAIN}`,
  },
  nameTaken: {
    cause: 'El nombre {vault} está en uso. Los nombres son únicos en todo Azure.',
    remedy: `Elija otro nombre ${AGAIN}`,
  },
  nameInvalid: {
    cause: 'Azure no acepta el nombre {vault}.',
    remedy: `Elija otro nombre ${AGAIN}`,
  },
  vaultUsesAccessPolicies: {
    cause: 'El almacén {vault} usa directivas de acceso en lugar de roles de Azure.',
    remedy:
      'Keyway no lo cambia: eso anula de inmediato todas las directivas de acceso. Conceda roles equivalentes a sus usuarios y cámbielo usted, o elija un almacén nuevo.',
  },
  vaultHasNoSoftDelete: {
    cause: 'El almacén {vault} no tiene eliminación temporal.',
    remedy: 'Actívela, lo que no se puede deshacer, o elija un almacén nuevo.',
  },
  vaultSkuUnsupported: {
    cause: 'El nivel del almacén {vault} no es Estándar ni Premium.',
    remedy: 'Elija otro almacén.',
  },
  vaultNotPossible: {
    cause: 'El almacén no se puede usar como está.',
    remedy: `Corrija primero el almacén ${AGAIN}`,
  },
  vaultUnknown: {
    cause: 'Todavía no se sabe si el almacén se puede usar.',
    remedy: `Haga que el almacén se pueda leer ${AGAIN}`,
  },
  locationDiffers: {
    cause: 'El almacén {vault} está en {location} y se solicitó {requested}.',
    remedy: 'Keyway usa el almacén donde está. Para otra región, elija un almacén nuevo.',
  },
  readOnlyLock: {
    cause: 'Un bloqueo de solo lectura impide cambiar este almacén.',
    remedy: `Quite el bloqueo mientras dura el cambio ${AGAIN}`,
  },
  perimeter: {
    cause: 'Un perímetro de seguridad de red protege el almacén, y las reglas no lo atraviesan.',
    remedy: 'Agregue al perímetro una regla para Adobe o elija otro almacén.',
  },
  publicAccessDisabled: {
    cause:
      'El acceso público está deshabilitado. Así, las direcciones permitidas no tienen efecto.',
    remedy: `Keyway no abre una red cerrada. Habilite usted el acceso público desde redes seleccionadas ${AGAIN}`,
  },
  networkUnclear: {
    cause: 'Azure no indica con claridad la red de este almacén.',
    remedy: 'Revise la red del almacén en Azure Portal.',
  },
  networkOpen: {
    cause: 'La red del almacén {vault} está abierta y se solicitó una restringida.',
    remedy:
      'Keyway no cierra la red de un almacén existente a sus usuarios. Restrínjala usted, elija un almacén nuevo o solicite un plan con red abierta.',
  },
  tooManyRules: {
    cause: 'El firewall ya tiene {max} direcciones, que es el límite.',
    remedy: `Quite una dirección que no haga falta ${AGAIN}`,
  },
  keyTypeWrong: {
    cause: 'La clave {key} es de tipo {type}, que no se puede cambiar.',
    remedy: `Elija otro nombre para la clave ${AGAIN}`,
  },
  keyTooShort: {
    cause: 'La clave {key} tiene {bits} bits, que no se pueden cambiar.',
    remedy: `Elija otro nombre para la clave ${AGAIN}`,
  },
  keyDisabled: {
    cause: 'La clave {key} está deshabilitada.',
    remedy: 'Habilítela o elija otro nombre para la clave.',
  },
  keyExpired: {
    cause: 'La clave {key} expiró{date, select, none {} other { el {date}}}.',
    remedy: `Elija otro nombre para la clave, o prolongue esta, ${AGAIN}`,
  },
  keyNotYetValid: {
    cause:
      'La clave {key} {date, select, none {todavía no es válida} other {no es válida antes del {date}}}.',
    remedy: `Elija otro nombre para la clave, o espere hasta entonces, ${AGAIN}`,
  },
  keyLacksOperations: {
    cause: 'La clave {key} no permite wrapKey y unwrapKey.',
    remedy: 'Permita ambas operaciones o elija otro nombre para la clave.',
  },
  keyNotStated: {
    cause: 'Azure no indica el tamaño de esta clave o si está habilitada.',
    remedy: 'Solicite otro plan.',
  },
  hsmNeedsPremium: {
    cause: 'Una clave guardada en un HSM necesita un almacén Premium, y {vault} no lo es.',
    remedy: 'Elija un almacén nuevo o una clave guardada por software.',
  },
  rotationMissing: {
    cause:
      'La clave {key} no tiene una directiva de rotación que cree una versión nueva, o Azure no la indica.',
    remedy: 'Establézcala usted, por ejemplo cada {rotation}. La clave se puede usar sin ella.',
  },
  tooManySettings: {
    cause: 'El almacén ya tiene {max} configuraciones de diagnóstico, que es el límite.',
    remedy: `Quite una que no haga falta ${AGAIN}`,
  },
  settingNameTaken: {
    cause: 'Hay una configuración de diagnóstico {name} que hace otra cosa.',
    remedy: `Cámbiele el nombre o corríjala, ${AGAIN}`,
  },
  lockNameTaken: {
    cause: 'Hay un bloqueo {name} que hace otra cosa.',
    remedy: `Cámbiele el nombre o corríjalo, ${AGAIN}`,
  },
};

export const results: Setup['results'] = {
  MADE: 'Hecho por Keyway.',
  UNCONFIRMED:
    'Está hecho. Keyway envió la solicitud y no recibió respuesta, por lo que no se pudo confirmar quién lo hizo.',
  ALREADY_THERE: 'Ya estaba hecho. Keyway no cambió nada.',
  FAILED: 'Error: {message}.',
};

export const sending = 'Keyway está haciendo este cambio.';

export const sentWhenEnded =
  'No pudimos confirmar si se hizo: Keyway ya lo había empezado cuando terminó la configuración. Compruébelo en Azure o solicite otro plan.';

export const late = 'La respuesta de Azure llegó después de que terminara la configuración.';

export const setupStatus: Setup['setupStatus'] = {
  PLANNING: `{until, select,
    none {Leyendo lo que hay en Azure{message, select, none {} other {. Último intento: {message}}}.}
    other {Es posible que Azure siga haciendo un cambio anterior de este almacén hasta las {until}. Después, Keyway lee lo que hay.}
  }`,
  PLANNED: `{problem, select,
    nothingPossible {Keyway no puede configurar esto tal como está. Los cambios indican qué corregir. Después, solicite otro plan.}
    unknown {No se pudo leer todo, así que el plan no se puede confirmar. Los cambios indican qué falta. Después, solicite otro plan.}
    other {{replanned, select,
      yes {Lo que hay en Azure cambió desde que se confirmó el plan, o la base de datos de Keyway se restauró desde una copia de seguridad. Revise y confirme de nuevo los cambios.}
      other {Revise y confirme los cambios.}
    }{open, select, none {} other { Keyway no puede hacerlo todo: {open}.}}}
  }`,
  APPLYING: `Keyway está haciendo los cambios{message, select, none {} other {. Último intento: {message}}}.`,
  DONE: `{failed, plural,
    =0 {{open, select, none {Todo está hecho.} other {Hecho, salvo lo que Keyway no puede hacer: {open}.}}}
    one {Hecho, salvo # cambio que Azure rechazó.{open, select, none {} other { Keyway no puede hacerlo todo: {open}.}}}
    other {Hecho, salvo # cambios que Azure rechazó.{open, select, none {} other { Keyway no puede hacerlo todo: {open}.}}}
  }`,
  STOPPED:
    'No todo está hecho. Keyway no puede hacer: {open}. Los cambios indican qué corregir. Después, solicite otro plan.',
};

export const ends: Setup['ends'] = {
  cancelled: 'Cancelado{name, select, none {} other { por {name}}}. No se deshizo nada.',
  runCancelled: 'El proceso se canceló. No se deshizo nada.',
  changeFailed: `Azure rechazó un cambio: {message}. No se deshizo nada. Corrija la causa ${AGAIN}`,
  notReadable: `No se pudo leer Azure: {message}. Corrija la causa ${AGAIN}`,
  connectionChanged: 'La conexión con Azure cambió. No se deshizo nada. Solicite otro plan.',
  organizationChanged:
    'Se corrigió el inquilino de la organización. No se deshizo nada. Solicite otro plan.',
};
