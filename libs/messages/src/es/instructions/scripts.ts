export const scriptTexts = {
  softDeleteIsFinal:
    'Esto no se puede deshacer: la eliminación temporal no se puede volver a desactivar.',
  purgeProtectionIsFinal:
    'Esto no se puede deshacer: la protección contra purga no se puede volver a desactivar.',
  accessPoliciesEnd:
    'Esto anula de inmediato todas las directivas de acceso. Dé antes roles equivalentes a los usuarios del almacén.',
  azapiVersion:
    'Requiere el proveedor Azure/azapi 2. Solo cambia las propiedades que se nombran aquí; la región, el nivel, las etiquetas y todo lo demás quedan como están.',
  azapiRemoval: 'Si más adelante quita este recurso de su código, no cambia nada en Azure.',
  azapiOtherCode:
    'Si otro código de Terraform administra este almacén, haga el cambio allí: ese código desharía este.',
  firewallAppliesToYou:
    'El firewall también se aplica a usted: desde una dirección sin regla ya no se pueden leer ni crear claves.',
  answerYes: 'Escriba yes para agregar una regla para su dirección.',
  enterAddress: 'Para agregar una regla para su dirección, escríbala entre las comillas.',
  keepsRules: 'Cada comando agrega al firewall y conserva las reglas existentes.',
  selectedOnly: 'Permite el acceso público solo desde las direcciones de las reglas.',
  addressFromError: 'Si el almacén rechaza su dirección, el mensaje de error la contiene.',
  adminAddresses:
    'Direcciones o intervalos IPv4 públicos desde los que administra las claves de este almacén',
  keptSubnet: 'Queda como está: la regla de la red virtual {subnet}',
  rulesWhenApplied: 'las reglas que existen al aplicarlo',
  newKeyOnly:
    'Crea la clave solo si ninguna clave tiene este nombre. De lo contrario, crearía una versión nueva.',
  newVaultOnly:
    'Crea el almacén solo si Azure comunica que no existe. De lo contrario, reemplazaría el existente.',
  azVersion: 'Requiere Az 12 o posterior, donde los almacenes nuevos usan roles de Azure.',
  bicepVersion:
    'Requiere Bicep 0.38 o posterior. Si se vuelve a implementar, deja el almacén como esté entonces.',
  rbacBefore442: 'antes de azurerm 4.42: enable_rbac_authorization',
  takesOver: 'usa la entidad existente, si la hay',
  deployTo:
    'Implemente en el grupo de recursos del almacén: az deployment group create --resource-group={group}',
  principal: 'ID de objeto de la entidad de servicio de la aplicación de Adobe en su inquilino',
  roleStays: 'Adobe necesita este acceso mientras la clave esté en uso.',
  assignsOnce: 'Asigna el rol solo si aún no está asignado.',
  awsRoleExists:
    'El rol existe y se deja como está: compare su directiva de confianza con TRUST, sobre todo el ID externo.',
  awsAlias:
    'Busca una clave existente por su alias, de modo que al ejecutarlo de nuevo no se cree otra.',
  awsAdditions:
    'Lo que le falta a la directiva. Se agrega a lo que hay ahora; no se cambia nada ni se agrega dos veces. Requiere jq.',
  awsTerraform:
    'Terraform establece la directiva completa: es la que Keyway leyó, con lo que le falta. Si otro código administra la directiva, haga allí el cambio.',
  cfnCreate: 'Guárdelo como adobe-cmk.yaml y ejecute: {command}',
  cfnStatements:
    'Indique antes en Keyway la directiva de Adobe: así esta plantilla tendrá también las instrucciones de Adobe.',
  cfnOwnStack:
    'Solo para una pila que se creó con la plantilla de CloudFormation de Keyway del paso Clave y que no se ha cambiado desde entonces. La directiva es la que Keyway leyó, con lo que le falta.',
  cfnOtherStack:
    'No lo use nunca para otra pila: la actualización reemplaza la plantilla completa, así que se eliminan los demás recursos de la pila y se programa la eliminación de una clave con otro ID lógico. Si la clave se creó de otro modo, use otro script.',
  cfnUpdate: 'Guárdelo como adobe-cmk.yaml y ejecute: {command}',
  cfnGuard:
    'Eso ejecuta las líneas siguientes. Antes de update-stack se detienen si la pila contiene algo distinto de esta clave y su alias. Ejecutadas de nuevo, no cambian nada.',
  cfnStopped:
    'Detenido, y no se ha cambiado nada. La pila adobe-cmk debe contener exactamente dos recursos: AdobeKey, la clave {key}, y AdobeKeyAlias, el alias alias/adobe-cmk. Use otro script para esta clave. La pila contiene:',
  cfnUnchanged: 'La pila ya tiene esta directiva. No se ha cambiado nada.',
  awsPolicy:
    'Copie policy.before.json en policy.json, agregue las cuatro instrucciones de Adobe y conserve todas las existentes. Después ejecute el resto:',
};

export const placeholders = {
  vault: 'almacén',
  key: 'clave',
  anotherKey: 'nombre-de-otra-clave',
  tenantId: 'id-de-inquilino',
  subscriptionId: 'id-de-suscripción',
  resourceGroup: 'grupo-de-recursos',
  location: 'ubicación',
  resourceId: 'id-de-recurso-del-almacén',
  applicationId: 'id-de-aplicación',
  principalObjectId: 'id-de-objeto-de-la-entidad-de-servicio',
};
