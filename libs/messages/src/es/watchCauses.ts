import type { WatchCauses } from '../watch/watchCauses.ts';

export const watchCauses: WatchCauses = {
  vaultExists: {
    absent:
      'No se encontró el almacén de claves {vault}. Se eliminó o se movió, o la credencial de Keyway ya no puede leer su suscripción.',
    deleted: 'El almacén de claves {vault} se eliminó. Azure lo conserva hasta el {purgeDate}.',
    otherVault:
      'Azure respondió con el almacén de claves {vault}, y la clave aprobada está en {named}.',
  },
  vaultIsInTenant: {
    otherThanConnection:
      'El almacén de claves está ahora en el inquilino {tenant}, y la conexión de Azure es del inquilino {expectedTenant}. La aplicación de Adobe no tiene acceso en otro inquilino.',
    otherThanOrganization:
      'El almacén de claves está ahora en el inquilino {tenant}, y la organización está registrada con el inquilino {organizationTenant}. La aplicación de Adobe no tiene acceso en otro inquilino.',
  },
  vaultUsesRbac: {
    accessPolicies:
      'El almacén de claves usa ahora directivas de acceso, con las que el rol de la aplicación de Adobe no tiene efecto.',
  },
  vaultHasPurgeProtection: {
    off: 'La protección contra purga del almacén de claves está desactivada: una clave o un almacén eliminado se puede destruir al momento, y con ello todos los datos cifrados.',
  },
  vaultHasSoftDelete: {
    off: 'La eliminación temporal del almacén de claves está desactivada: una clave eliminada desaparece al momento, y con ella todos los datos cifrados.',
  },
  vaultRetentionIsLong: {
    belowRecommended:
      'El almacén de claves conserva {days} días las claves eliminadas. Es menos que los 90 días predeterminados y deja menos tiempo para recuperarlas.',
    short:
      'El almacén de claves conserva solo {days} días las claves eliminadas. Después, la clave se pierde para siempre, y con ella los datos.',
    notStated:
      'Azure no dice cuánto tiempo conserva el almacén las claves eliminadas. Son 90 días, salvo que se eligiera otro número al crearlo.',
    outOfRange:
      'Azure dice que el almacén conserva {days} días las claves eliminadas, pero solo permite de 7 a 90.',
  },
  vaultSkuIsSupported: {
    unsupported:
      'El almacén de claves tiene el nivel {sku}. Adobe admite Estándar, Premium y HSM administrado.',
  },
  vaultIsDedicated: {
    shared:
      'Customer Journey Analytics y Experience Platform usan el mismo almacén de claves, {vault}. Adobe exige uno propio para Customer Journey Analytics.',
  },
  vaultIsNotShared: {
    shared:
      'El almacén de claves se usa también para otra configuración: un cambio en él cortaría a la vez todo lo que depende de él.',
  },
  networkAdmitsAdobe: {
    restricted:
      'El firewall solo admite redes seleccionadas, con los servicios de confianza de Microsoft y {address}, como documenta Adobe. La lista de servicios de confianza de Microsoft no nombra Azure Cosmos DB, en el que se apoya el almacén de perfiles de Adobe.',
    restrictedWiderRange:
      'El firewall admite el intervalo {range}, más amplio que la única dirección de Adobe, {address}: otras direcciones acceden también al almacén de claves.',
    disabledWithBypass:
      'El acceso público al almacén de claves está deshabilitado. Los servicios de confianza de Microsoft aún acceden a él, pero el monitor de Adobe en {address} no: las alertas de Adobe no llegan.',
    noAddress:
      'El firewall del almacén de claves no admite la dirección de Adobe {address} (reglas de IP: {ipRules}).',
    noBypass:
      'El firewall del almacén de claves no admite los servicios de confianza de Microsoft, que son la vía de los almacenes de datos de Adobe.',
    noAddressNoBypass:
      'El firewall del almacén de claves no admite ni la dirección de Adobe {address} ni los servicios de confianza de Microsoft (reglas de IP: {ipRules}).',
    disabledNoBypass:
      'El acceso público al almacén de claves está deshabilitado y no se admiten los servicios de confianza de Microsoft: Adobe no puede acceder a la clave.',
    perimeter:
      'Un perímetro de seguridad de red bloquea el almacén de claves, también para los servicios de confianza de Microsoft.',
  },
  keyExists: {
    absent: 'La clave {key} (versión {version}) ya no está en el almacén de claves {vault}.',
    otherKey: 'Azure respondió con {seen}, que no es la clave {key} del almacén {vault}.',
  },
  keyIsEnabled: { disabled: 'La clave {key} está deshabilitada.' },
  keyIsActive: {
    notYet:
      'La clave {key} no está activa hasta el {date}; hasta entonces Azure se niega a usarla.',
  },
  keyIsNotExpiring: {
    soon: 'La clave expira el {date}, dentro de poco. Adobe trata una clave expirada como una retirada.',
    noRotation:
      'La clave expira el {date}, y ninguna directiva la rota antes. Adobe trata una clave expirada como una retirada.',
    rotationNotRead:
      'La clave expira el {date}. Con la credencial de Keyway no se puede leer si una directiva la rota antes.',
    expired: 'La clave expiró el {date}, y Azure se niega a usarla.',
  },
  keyAllowsWrapping: {
    lacking:
      'La clave {key} ya no permite {lacking}, que Adobe necesita para usarla (permitido: {operations}).',
  },
  keyTypeIsRsa: {
    otherType: 'La clave es del tipo {type}. Adobe solo puede usar claves RSA y RSA-HSM.',
    hsmKeyInStandardVault:
      'La clave es del tipo {type}, que un almacén de nivel Estándar no admite: las dos respuestas de Azure no concuerdan.',
  },
  keyIsLongEnough: { short: 'La clave tiene {bits} bits. Adobe exige al menos 3072.' },
  keyIsRecoverable: {
    purgeable:
      'Una clave eliminada se podría destruir al momento: su nivel de recuperación es {level}, sin protección contra purga.',
  },
  servicePrincipalExists: {
    absent:
      'La aplicación de Adobe {applicationId} ya no está en el inquilino {tenant}: se eliminó de él.',
    disabled:
      'La aplicación de Adobe está deshabilitada en el inquilino {tenant} (entidad de servicio {objectId}): no puede iniciar sesión.',
    otherApplication:
      'La entidad de servicio es ahora de la aplicación {seenApplicationId}, y la aplicación de Adobe es {applicationId}.',
    otherTenant:
      'La entidad de servicio está en el inquilino {seenTenant}, y el almacén de claves en el inquilino {tenant}: no tiene acceso a él.',
  },
  roleIsAssigned: {
    broader:
      'La aplicación de Adobe tiene el rol {foundRole} en {foundScope}, que permite más que leer, encapsular y desencapsular.',
    conditional:
      'El rol {foundRole} de la aplicación de Adobe en {foundScope} tiene una condición: {condition}. No se puede leer si deja fuera a Adobe.',
    perhapsDenied:
      'La asignación de denegación «{denial}» en {denialScope} quita {deniedActions}. No se puede leer si se aplica a la entidad de Adobe {principal}; en ese caso, prevalece sobre cualquier rol.',
    denied:
      'La asignación de denegación «{denial}» en {denialScope} quita {deniedActions} a la aplicación de Adobe. Prevalece sobre cualquier rol.',
    absent:
      'La aplicación de Adobe (entidad {principal}) ya no tiene ningún rol en el almacén de claves.',
    otherPrincipal:
      'El rol {foundRole} está asignado a la entidad {foundPrincipal}, y la entidad de Adobe {principal} no tiene ninguno. Si la aplicación se eliminó y se le dio de nuevo el consentimiento, su ID de objeto es otro.',
    otherRole:
      'La aplicación de Adobe solo tiene el rol {foundRole} en {foundScope}, que no permite usar claves.',
    otherScope:
      'La aplicación de Adobe solo tiene el rol {foundRole} en {foundScope}, que no incluye la clave.',
    azureRoleOnHsm:
      'La aplicación de Adobe solo tiene el rol {foundRole} en RBAC de Azure, en {foundScope}. Un HSM administrado solo tiene en cuenta sus propios roles locales.',
  },
  kmsKeyExists: {
    absent:
      'KMS ya no tiene la clave {arn}. Una clave que AWS eliminó no se puede restaurar, y no se puede leer lo que está cifrado con ella.',
    otherKey: 'KMS respondió con {seen}, que es una clave distinta de {arn}.',
  },
  kmsKeyIsEnabled: {
    disabled: 'La clave {arn} está deshabilitada en AWS KMS.',
    pendingDeletion:
      'La clave {arn} se va a eliminar{deletionDate, select, none {} other { el {deletionDate}}}. Hasta entonces se puede cancelar la eliminación; mientras tanto KMS rechaza cualquier uso de la clave.',
    pendingImport: 'La clave {arn} ya no tiene material de clave: se eliminó o expiró.',
    unavailable:
      'La clave {arn} tiene el estado {keyState}, en el que KMS no deja usarla. Puede que esté desconectado el almacén de claves en el que está.',
  },
  kmsKeyIsSymmetric: {
    asymmetric:
      'La clave es del tipo {keySpec}. El tipo de una clave no cambia nunca: es una clave distinta de la aprobada.',
    otherUsage:
      'La clave es para {keyUsage}. El uso de una clave no cambia nunca: es una clave distinta de la aprobada.',
  },
  kmsKeyIsSingleRegion: {
    multiRegion: 'La clave es ahora de varias regiones, lo que Adobe no admite.',
  },
  kmsKeyIsInRegion: {
    otherRegion: 'La clave está en la región {found}, y la cuenta de Adobe en {region}.',
  },
  kmsKeyIsCustomerManaged: {
    awsManaged: 'AWS administra ahora la clave, y su directiva no se puede cambiar.',
  },
  kmsKeyMaterialIsOwn: {
    imported:
      'El material de la clave se importó. Quien lo tiene puede eliminarlo o usarlo en otra parte.',
    expiring:
      'El material importado de la clave expira el {validTo}. A partir de entonces KMS no deja usar la clave hasta que se importe de nuevo.',
    customStore:
      'La clave está en un almacén de claves propio ({origin}): si se desconecta, KMS no deja usar la clave.',
  },
  kmsKeyRotates: {
    off: 'La rotación automática de la clave está desactivada.',
  },
  kmsKeyIsNotShared: {
    shared:
      'La clave de KMS se usa también para otra configuración: un cambio en ella cortaría a la vez todo lo que depende de ella.',
  },
  keyPolicyKeepsAdmin: {
    lost: 'La directiva de clave ya no deja la administración de la clave a la cuenta {account}: puede que ya nadie pueda corregir la directiva ni habilitar la clave.',
  },
  keyPolicyHoldsTemplate: {
    notAdobes:
      'La directiva que se indicó para comparar no es la de la página de Adobe, así que Keyway no puede decir si la directiva de clave aún contiene las instrucciones de Adobe.',
    notComparable:
      'La directiva de clave es demasiado grande para compararla, así que Keyway no puede decir si aún contiene las instrucciones de Adobe.',
    missing:
      'En la directiva de clave no está {missing}{differing, select, none {} other {, y difiere {differing}}}. Sin esas instrucciones Adobe no puede usar la clave, o no pueden partes de Customer Journey Analytics y Journey Optimizer.',
    differing:
      'Las instrucciones de Adobe en la directiva de clave no son como en la página de Adobe: {differing}. Adobe no puede usar la clave sin lo que les falta.',
    wider:
      'A las instrucciones de Adobe en la directiva de clave les falta su condición: {differing}. Adobe puede usar la clave, y quizá también otros.',
    denied:
      'La instrucción {denying} de la directiva de clave deniega lo que Adobe necesita. Prevalece sobre las que lo permiten.',
    perhapsDenied:
      'La instrucción {denying} de la directiva de clave puede denegar lo que Adobe necesita. No se puede leer si las llamadas de Adobe cumplen su condición.',
  },
  keyPolicyNamesNoOthers: {
    others:
      'La directiva de clave permite usar la clave a otros además de la cuenta y Adobe: {principals}.',
    everybody: 'La directiva de clave deja usar la clave a cualquiera.',
  },
  keyPolicySidsAreUnique: {
    repeated: 'Varias instrucciones de la directiva de clave tienen el mismo Sid: {sids}.',
  },
};
