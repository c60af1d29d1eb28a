export const vault = {
  chooseName:
    'Elija un nombre para el almacén. Es definitivo y único en todo Azure. Después {byLink, select, true {envíe el identificador de la clave al partner que le envió este enlace} other {indique aquí el identificador de la clave}}.',
  useOwnVault:
    'Use un almacén nuevo solo para Customer Journey Analytics, no el de Experience Platform.',
  recover:
    'El almacén {vault} se eliminó y se puede recuperar: **Almacenes de claves > Administrar almacenes eliminados > Recuperar**. Uno nuevo no puede usar su nombre. Sus asignaciones de roles no se recuperan.',
  open: 'En Azure Portal, en el inquilino {tenant}, abra el almacén {vault}.',
  openOrCreate:
    'En Azure Portal, en el inquilino {tenant}, abra el almacén {vault}, o créelo con el nivel Premium (o Estándar).',
  softDelete: 'Eliminación temporal con 90 días; el número de días no se puede cambiar después.',
  purgeProtection:
    '**Propiedades > Protección contra purga > Habilitar.** No se puede volver a desactivar.',
  activateHsm:
    'Active el HSM administrado descargando su dominio de seguridad y guárdelo en un lugar seguro.',
  useRbac:
    '**Configuración > Configuración de acceso > Control de acceso basado en rol de Azure.** En un almacén en uso, dé antes a sus usuarios roles equivalentes: el cambio anula de inmediato todas las directivas de acceso.',
  nothingToChange: 'En este almacén no hay que cambiar nada de esto, por eso no hay ningún script.',
  scriptsKeepTheRest:
    'Los scripts solo cambian estos ajustes y conservan región, nivel, etiquetas y reglas de firewall. No hay ninguno para Bicep: una implementación de Bicep reemplaza todas las propiedades de un almacén existente.',
  noBicepYet:
    'No hay script de Bicep hasta que Keyway compruebe que el almacén no existe: una implementación de Bicep reemplaza todas las propiedades de un almacén existente.',
};
