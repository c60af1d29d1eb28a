export const network = {
  open: 'Abra el almacén {vault} en Azure Portal, **Redes > Firewalls y redes virtuales**.',
  publicIsEnough: 'Con acceso público desde todas las redes no hay nada que hacer.',
  perimeter:
    'El perímetro de seguridad de red de {vault} controla el acceso, y los servicios de confianza no están exentos. Agregue al perfil del perímetro una regla de entrada para {address}, o quite el almacén del perímetro. No hay script: Keyway no lee las reglas del perímetro.',
  chooseSelected:
    '{restricted, select, true {Elija} other {En otro caso elija}} **Permitir el acceso público desde redes virtuales y direcciones IP específicas**. Con el acceso público deshabilitado, las reglas de IP no tienen efecto.',
  addAddress:
    'En **Firewall** agregue {address}. El botón del portal pone su propia dirección: reemplácela.',
  keepRules:
    'Conserve las reglas existentes{disabled, select, true {; surten efecto en cuanto se permita el acceso público} other {}}: {rules}{more, plural, =0 {} other { y # más}}',
  trustServices:
    'Seleccione **Permitir que los servicios de confianza de Microsoft omitan este firewall** y guarde.',
  appliesToYou:
    'El firewall también se aplica a usted: desde una dirección sin regla ya no se pueden leer ni crear claves. Para trabajar desde esa dirección, agréguela también como regla; es la «Client address» del error ForbiddenByFirewall. `az keyvault network-rule remove` la quita.',
  wait: 'Espere hasta 10 minutos. Después Keyway lo comprueba automáticamente.',
  waitOnly: 'Tarda hasta 10 minutos en surtir efecto.',
  nothingToChange:
    'Según lo observado, Adobe tiene acceso. No hay que cambiar nada, por eso no hay script. Una regla cerraría un almacén abierto a los demás.',
  scriptKeepsRules:
    'El script agrega al firewall y conserva todas las reglas. Las reglas de dirección de un HSM administrado solo se pueden agregar con la CLI de Azure.',
  scriptsKeepRules:
    'Los scripts agregan al firewall y conservan todas las reglas. No hay ninguno para Bicep: una implementación de Bicep reemplaza todas las propiedades de un almacén existente.',
  notObserved:
    'Aún no se ha observado el almacén, por eso los scripts solo agregan al firewall y no lo abren ni lo cierran. No hay ninguno para Bicep ni Terraform hasta conocer las reglas existentes.',
};
