import type { WatchField } from '@keyway/core';

export const driftReasons: Readonly<Record<WatchField, string>> = {
  'VAULT.kind':
    'Una clave en otro tipo de almacén es otra configuración, y Adobe no documenta ese cambio.',
  'VAULT.resourceId':
    'El almacén se movió, u otro lleva su nombre. Puede que los roles y las reglas no se movieran con él.',
  'VAULT.name':
    'Adobe encuentra la clave por el nombre de su almacén: con otro no es la clave aprobada.',
  'VAULT.location': 'El lugar donde se guarda la clave forma parte de lo aprobado.',
  'VAULT.tenantId':
    'La aplicación de Adobe solo tiene acceso en el inquilino aprobado: en otro pierde su rol.',
  'VAULT.vaultUri': 'Adobe encuentra la clave por esta dirección.',
  'VAULT.skuFamily': 'De ella depende qué claves admite el almacén y cómo se protegen.',
  'VAULT.skuName': 'De ella depende qué claves admite el almacén y cómo se protegen.',
  'VAULT.enableSoftDelete':
    'Sin ella, una clave eliminada desaparece al momento, y los datos con ella.',
  'VAULT.softDeleteRetentionInDays':
    'Son los días que quedan para recuperar una clave o un almacén eliminado antes de perder los datos.',
  'VAULT.enablePurgeProtection':
    'Sin ella, una clave eliminada se puede destruir antes de que acabe su retención, y los datos con ella.',
  'VAULT.enableRbacAuthorization':
    'Con directivas de acceso, el rol que se dio a Adobe no tiene efecto.',
  'NETWORK.publicNetworkAccess': 'Decide si los servicios de Adobe acceden a la clave.',
  'NETWORK.networkAcls.bypass':
    'Los servicios de almacenamiento de Adobe solo acceden a la clave como servicios de Microsoft de confianza.',
  'NETWORK.networkAcls.defaultAction': 'Decide quién queda fuera cuando ninguna regla lo admite.',
  'NETWORK.networkAcls.ipRules':
    'Sin la dirección de Adobe, Adobe no puede vigilar la clave y no llegan sus alertas.',
  'NETWORK.networkAcls.virtualNetworkRules':
    'Acceden a la clave otras redes distintas de las aprobadas.',
  'KEY.keyIdentifier':
    'Otro nombre u otro almacén es otra configuración, y Adobe no documenta ese cambio.',
  'KEY.kty':
    'Adobe solo admite claves RSA, y el tipo de una clave nunca cambia: se trata de otra clave.',
  'KEY.bits': 'El tamaño de una clave nunca cambia: se trata de una clave distinta de la aprobada.',
  'KEY.keyOps':
    'Adobe necesita wrapKey y unwrapKey; cualquier otra operación amplía lo que se puede hacer.',
  'KEY.enabled': 'Adobe considera retirada una clave deshabilitada.',
  'KEY.notBefore': 'Adobe considera retirada una clave que aún no está activa.',
  'KEY.expires': 'Adobe considera retirada una clave expirada.',
  'KEY.recoveryLevel': 'Indica si una clave eliminada se puede recuperar o se destruye al momento.',
  'KEY.rotationActions':
    'Sin rotación automática, una clave que expira es una interrupción con fecha.',
  'CONSENT.objectId':
    'La aplicación se eliminó y se creó de nuevo: los roles de la anterior no cuentan para ella.',
  'CONSENT.appId': 'Es una aplicación distinta de la que Adobe dio a la organización.',
  'CONSENT.accountEnabled': 'Una aplicación deshabilitada no puede usar la clave.',
  'CONSENT.tenantId': 'La aplicación pertenece a un inquilino distinto del inquilino del almacén.',
  'ROLE.assignments': 'Indican quién puede usar la clave, y si Adobe puede.',
  'ROLE.denials': 'Una asignación de denegación quita el acceso, digan lo que digan los roles.',
  'KEY.arn': 'Adobe recibió este ARN: otro no es la clave aprobada.',
  'KEY.account': 'Quien administra la cuenta decide sobre la clave.',
  'KEY.keySpec': 'El tipo de una clave no cambia nunca: es otra clave.',
  'KEY.keyUsage': 'El uso de una clave no cambia nunca: es otra clave.',
  'KEY.keyState':
    'KMS no deja usar una clave que no está habilitada, y Adobe la considera retirada.',
  'KEY.multiRegion': 'Adobe solo admite claves de una sola región.',
  'KEY.origin': 'El material que no creó KMS puede expirar, o lo puede eliminar quien lo tiene.',
  'KEY.keyManager': 'La directiva de una clave que administra AWS no se puede cambiar.',
  'KEY.deletionDate':
    'En esta fecha AWS elimina la clave para siempre, y los datos cifrados con ella se pierden.',
  'KEY.validTo':
    'A partir de esta fecha KMS no deja usar la clave hasta que se importe de nuevo su material.',
  'KEY.rotation.enabled':
    'Sin rotación todos los datos quedan bajo una sola versión del material de clave.',
  'KEY.rotation.periodInDays':
    'Cada cuánto cambia el material de la clave es parte de lo que se aprobó.',
  'POLICY.statements':
    'Las instrucciones de la directiva deciden quién puede usar la clave, y si Adobe puede.',
};
