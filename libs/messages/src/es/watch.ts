/** Lo que se dice de las claves vigiladas: estado, alertas, plazos y qué hacer. */
import type { Health, RunbookStep, WatchField } from '@keyway/core';

export const sentences: Readonly<Record<Health, string>> = {
  REVOKED:
    '{track}: Adobe no puede usar la clave. {cause} Adobe documenta que elimina todos los datos de una organización cuya clave se retira: actúe ahora.',
  CUT_OFF:
    '{track}: la red impide a Adobe acceder a la clave. {cause} Adobe documenta que en este caso no elimina datos, pero nada que necesite la clave funciona.',
  AT_RISK: '{track}: Adobe puede usar la clave. {cause}',
  UNREACHABLE:
    '{track}: no se puede leer el estado actual. {cause} Esto no significa que haya un problema con la clave.',
  HEALTHY: 'Adobe puede usar la clave, y todo está como se aprobó.',
  NOT_WATCHED: 'No se vigila nada: no hay ningún proceso completado, o nada que Keyway pueda leer.',
};

export const different =
  'Hay un cambio desde la aprobación. {field}: antes {approved, select, none {sin valor} other {«{approved}»}}, ahora {now, select, none {sin valor} other {«{now}»}}.';
export const otherConfiguration =
  'La configuración {name} de Adobe nombra la clave {now}, y se aprobó {approved}. Otro nombre de clave u otro almacén es otra configuración, y Adobe no documenta ese cambio.';
export const versionDisabled =
  'La versión {version} de la clave se deshabilitó antes de que pasaran 24 horas desde su reemplazo.';
export const unread = 'No se puede leer: {step}{message, select, none {} other { ({message})}}.';

/** Of `UNREACHABLE`: what can be read again, but not yet for long. */
export const readAgain =
  'Durante un tiempo no se pudo leer: {step}. Ya se puede leer; las próximas comprobaciones lo confirman.';
export const sentenceOfReadAgain =
  '{track}: {cause} Esto no significa que haya un problema con la clave.';

export const alertTitles = {
  KEY_ACCESS_DISABLED: 'Adobe informa: acceso a la clave deshabilitado',
  KEY_ACCESS_FAILURE: 'Adobe informa: error de acceso a la clave',
  ALERT_NOTIFICATION: 'Adobe informa: notificación de alerta',
  KEY_EXPIRY: `La clave {days, plural,
    =0 {ha expirado}
    one {expira en # día o menos}
    other {expira en # días o menos}}`,
  KEY_ROTATED: 'La clave tiene una versión nueva',
  ROTATION_UNSAFE: 'Una versión anterior de la clave se deshabilitó demasiado pronto',
};
export const healthTitles: Readonly<Record<Health, string>> = {
  REVOKED: 'Adobe no puede usar la clave',
  CUT_OFF: 'La red impide a Adobe acceder a la clave',
  AT_RISK: 'La clave está en riesgo',
  UNREACHABLE: 'No se puede comprobar la clave',
  HEALTHY: 'La clave está en buen estado',
  NOT_WATCHED: 'La clave no se vigila',
};
export const alertDetails = {
  KEY_ACCESS_DISABLED:
    'Adobe lo considera una retirada deliberada de la clave y eliminará todos los datos de la organización. No está documentado cuándo: depende del contrato.',
  KEY_ACCESS_FAILURE:
    'Adobe no puede acceder a la clave o no puede usarla. Adobe documenta que tiene arreglo y que por ello no se eliminan datos. Pero varias de sus causas, como un permiso que falta o un almacén eliminado, lo son también de una retirada: mientras no se conozca la causa, cuente con lo peor.',
  ALERT_NOTIFICATION:
    'Una situación que Adobe no describe con más detalle; puede ser interna de Adobe. Compárela con los cambios recientes.',
  KEY_EXPIRY:
    'La clave expira el {expires}. Adobe trata una clave expirada como una retirada. Establezca una fecha posterior o cree una versión nueva de la misma clave.',
  KEY_ROTATED:
    'Todo va bien: la clave tiene la versión nueva {version}. La versión anterior {former} tiene que seguir habilitada al menos hasta el {until}; lo más seguro es no deshabilitarla nunca.',
  ROTATION_UNSAFE:
    'La versión {version} se reemplazó hace menos de 24 horas y está deshabilitada. Hasta el {until} puede haber datos cifrados con ella.',
  UNREACHABLE: 'No se puede leer: {step}. Mientras tanto no se sabe si Adobe puede usar la clave.',
};

/** A step of a runbook that a command does. */
export const withCommand = '{text} CLI de Azure: {command}';
export const withAwsCommand = '{text} CLI de AWS: {command}';
export const runbook: Readonly<Record<RunbookStep, string>> = {
  openCustomerCareTicket:
    'Abra de inmediato un caso con Adobe Customer Care, antes de reparar nada: diga que la clave no se retiró a propósito y pida que se detenga la eliminación de datos.',
  enableKey: 'Habilite la versión actual de la clave.',
  restoreKeyOperations:
    'Vuelva a permitir las operaciones wrapKey y unwrapKey en la clave: en el portal, la versión actual de la clave > Operaciones permitidas.',
  correctKeyDates:
    'Ponga la fecha de activación de la clave en el pasado y la de expiración en el futuro.',
  recoverKey:
    'Recupere la clave eliminada: en el portal, Claves > Administrar claves eliminadas > Recuperar.',
  recoverVault:
    'Recupere el almacén de claves eliminado: en el portal, Almacenes de claves > Administrar almacenes eliminados > Recuperar. Se necesita el rol Key Vault Contributor.',
  assignRoleAgain:
    'Vuelva a asignar el rol {role} a la aplicación de Adobe en el almacén de claves.',
  removeDenyAssignment:
    'Quite la asignación de denegación que impide a Adobe el uso de las claves.',
  createEventSubscriptionAgain:
    'Vuelva a crear la suscripción de Event Grid y la configuración de diagnóstico del almacén de claves: Azure las elimina con el almacén.',
  restoreServicePrincipal:
    'Vuelva a habilitar la aplicación de Adobe en Microsoft Entra, o vuelva a dar el consentimiento.',
  askAdobeForApplication:
    'Si la aplicación no aparece en ninguna parte, pregunte a Adobe: solo Adobe puede restaurar su registro.',
  askAdobeForConfiguration:
    'Deje la clave aprobada como está y pregunte a Adobe Customer Care qué clave usa la configuración y quién la cambió.',
  moveVaultBack: 'Devuelva el almacén de claves al inquilino en el que se aprobó.',
  useAzureRbac:
    'Cambie el modelo de permisos del almacén de claves al control de acceso basado en roles de Azure.',
  allowAdobeAddress:
    'Agregue la dirección de Adobe, 20.88.123.53, a las reglas del firewall del almacén de claves. Puede tardar hasta 10 minutos en surtir efecto.',
  allowTrustedServices: 'Permita que los servicios de confianza de Microsoft omitan el firewall.',
  openPublicAccess:
    'Cambie el acceso desde redes públicas a redes seleccionadas: si está deshabilitado, las reglas de direcciones no cuentan.',
  narrowAddressRange:
    'Admita solo la dirección de Adobe, 20.88.123.53, y después quite el intervalo.',
  leavePerimeter: 'Saque el almacén de claves del perímetro de seguridad de red.',
  extendExpiry:
    'Establezca una fecha de expiración posterior o cree una versión nueva de la misma clave.',
  addRotationPolicy:
    'Agregue una directiva de rotación con la acción Rotar que actúe antes de la fecha de expiración, o quite la fecha de expiración.',
  enableFormerVersion: 'Vuelva a habilitar la versión anterior de la clave.',
  restoreAsApproved: 'Restáurelo como se aprobó.',
  acceptOrRevert:
    'Restaure el valor aprobado, o haga que lo acepte con un motivo un aprobador que no causó el cambio.',
  enableKmsKey: 'Habilite la clave en AWS KMS.',
  cancelKmsKeyDeletion:
    'Cancele la eliminación programada de la clave en AWS KMS. Después la clave queda deshabilitada.',
  importKeyMaterial:
    'Vuelva a importar en la clave el mismo material de clave, sin fecha de expiración.',
  connectKeyStore:
    'Vuelva a conectar el almacén de claves en el que está la clave y compruebe su HSM.',
  askAwsSupport:
    'Una clave que AWS KMS eliminó no se puede restaurar. Compruebe con AWS Support que ya no existe y pregunte a Adobe Customer Care qué sigue.',
  turnOnKmsRotation: 'Active la rotación automática de la clave.',
  mergeKeyPolicy:
    'Vuelva a combinar las instrucciones de Adobe con la directiva de clave, exactamente como las muestra la página de la organización en Adobe. Conserve todas las demás instrucciones: una directiva sobrescrita puede dejar fuera a la cuenta.',
  removeDenyStatement:
    'Quite la instrucción Deny de la directiva de clave o limítela a entidades distintas de las de Adobe.',
  restoreAdminStatement:
    'Devuelva a la cuenta su propia instrucción en la directiva de clave, con kms:* para su raíz. Si ya nadie puede cambiar la directiva, solo puede ayudar AWS Support.',
  removeOtherPrincipals:
    'Quite de la directiva de clave las instrucciones para otras cuentas, o haga que las acepte con un motivo un aprobador que no causó el cambio.',
  readAgain: 'Revise la credencial y sus permisos: Keyway no puede leer el estado actual.',
  reviewChanges:
    'Compare con los cambios recientes en Azure. Si no hubo ninguno, póngase en contacto con el soporte de Adobe.',
  checkAgain: 'Inicie una comprobación de estado y espere el resultado.',
  watchAlerts: 'Vigile durante siete días el estado y las alertas en Adobe Experience Platform.',
  document: 'Anote qué pasó, cuándo y qué se hizo.',
};

export const clock: Readonly<Record<string, string>> = {
  'TM-14':
    'A partir de entonces Adobe puede eliminar todos los datos de la organización. No está documentado cuándo: depende del contrato.',
  'TM-05':
    'A partir de entonces, si no antes, no se pueden leer los almacenes primarios de Adobe (tarda de unos minutos a 24 horas). Los documentos se contradicen sobre si una reparación lo devuelve todo: cuente con lo peor.',
  'TM-06':
    'A partir de entonces, si no antes, tampoco se pueden leer los almacenes en caché (tarda hasta 7 días), salvo el acortador de URL de Journey Optimizer y las proyecciones de Edge.',
  'TM-17':
    'Para entonces Experience Platform muestra la pérdida de la clave (en AWS tarda unos 5 minutos).',
  'AWS-15':
    'Hasta entonces se puede cancelar en AWS KMS la eliminación de la clave. Después nadie puede hacerlo, y los datos cifrados con ella se pierden. No está documentado que vuelva lo que Adobe haya eliminado antes.',
  'REC-02':
    'Hasta entonces se puede recuperar en Azure la clave o el almacén de claves eliminado. Después nadie puede hacerlo, y los datos cifrados con ella se pierden. No está documentado que vuelva lo que Adobe haya eliminado antes.',
};

export const fields: Readonly<Record<WatchField, string>> = {
  'VAULT.kind': 'El tipo de almacén',
  'VAULT.resourceId': 'El ID de recurso del almacén de claves',
  'VAULT.name': 'El nombre del almacén de claves',
  'VAULT.location': 'La región del almacén de claves',
  'VAULT.tenantId': 'El inquilino del almacén de claves',
  'VAULT.vaultUri': 'El URI del almacén de claves',
  'VAULT.skuFamily': 'La familia de SKU del almacén de claves',
  'VAULT.skuName': 'La SKU del almacén de claves',
  'VAULT.enableSoftDelete': 'Eliminación temporal',
  'VAULT.softDeleteRetentionInDays': 'Los días que se conservan los objetos eliminados',
  'VAULT.enablePurgeProtection': 'Protección contra purga',
  'VAULT.enableRbacAuthorization': 'Control de acceso basado en roles de Azure',
  'NETWORK.publicNetworkAccess': 'Acceso desde redes públicas',
  'NETWORK.networkAcls.bypass': 'Lo que omite el firewall',
  'NETWORK.networkAcls.defaultAction': 'La acción predeterminada del firewall',
  'NETWORK.networkAcls.ipRules': 'Las direcciones que admite el firewall',
  'NETWORK.networkAcls.virtualNetworkRules': 'Las redes virtuales que admite el firewall',
  'KEY.keyIdentifier': 'El identificador de la clave',
  'KEY.kty': 'El tipo de clave',
  'KEY.bits': 'El tamaño de la clave en bits',
  'KEY.keyOps': 'Las operaciones permitidas de la clave',
  'KEY.enabled': 'Si la clave está habilitada',
  'KEY.notBefore': 'La fecha de activación de la clave',
  'KEY.expires': 'La fecha de expiración de la clave',
  'KEY.recoveryLevel': 'El nivel de recuperación de la clave',
  'KEY.rotationActions': 'Las acciones de la directiva de rotación',
  'CONSENT.objectId': 'El ID de objeto de la entidad de servicio de Adobe',
  'CONSENT.appId': 'El ID de aplicación de la entidad de servicio de Adobe',
  'CONSENT.accountEnabled': 'Si la entidad de servicio de Adobe está habilitada',
  'CONSENT.tenantId': 'El inquilino de la entidad de servicio de Adobe',
  'ROLE.assignments': 'Las asignaciones de roles',
  'ROLE.denials': 'Las asignaciones de denegación',
  'KEY.arn': 'El ARN de la clave',
  'KEY.account': 'La cuenta de AWS de la clave',
  'KEY.keySpec': 'El tipo de clave',
  'KEY.keyUsage': 'Para qué es la clave',
  'KEY.keyState': 'El estado de la clave',
  'KEY.multiRegion': 'Si la clave es de varias regiones',
  'KEY.origin': 'El origen del material de clave',
  'KEY.keyManager': 'Quién administra la clave',
  'KEY.deletionDate': 'La fecha en que se elimina la clave',
  'KEY.validTo': 'La fecha de expiración del material de clave',
  'KEY.rotation.enabled': 'La rotación automática',
  'KEY.rotation.periodInDays': 'Los días entre rotaciones',
  'POLICY.statements': 'La instrucción «{sid}» de la directiva de clave',
};
