/** Terms, entitlement and who may do what. */
import type { RuleId } from '@keyway/core';

export const entitlementRules = {
  'GL-01': 'CMK también se llama BYOK: la API de Adobe usa `byok`, `BYOK_CONFIG` y `BYOK_KEY`',
  'GL-02': 'La vía de AEP se configura en Experience Platform y tiene un estado que se puede leer',
  'GL-03': 'La vía de CJA se configura con un caso de soporte técnico y no tiene API',
  'GL-04':
    'La aplicación multiinquilino de Adobe necesita una entidad de servicio en el inquilino del cliente',
  'GL-05':
    'El ID de aplicación es igual en todos los inquilinos; el ID de objeto de la entidad de servicio, no',
  'GL-06':
    'El identificador de clave nombra almacén, clave y versión; sin versión es el identificador base',
  'GL-07':
    'Los almacenes principales guardan los datos; los de caché y transitorios guardan copias',
  'GL-08':
    'Cualquiera de los dos shields, un complemento de pago, da derecho a una clave administrada por el cliente',
  'GL-09':
    'El ID de organización de IMS identifica al cliente ante Adobe, en el encabezado y en el cuerpo',
  'GL-10': 'Customer Care es el único canal para la solicitud de CJA y su confirmación',
  'GL-11':
    'La eliminación temporal permite recuperar; la protección contra purga impide eliminar antes de tiempo',
  'GL-12': 'Un HSM administrado tiene su propio RBAC local, independiente de RBAC de Azure',
  'GL-13': 'Oberon, Flow e Integrity son nombres de componentes internos de CJA',
  'ENT-01': 'CMK requiere Healthcare Shield o Privacy and Security Shield',
  'ENT-02': 'En Azure valen ambos shields; en AWS, solo Privacy and Security Shield',
  'ENT-03':
    'El equipo de cuenta de Adobe confirma la licencia de CJA y que la plataforma se ejecuta en Azure',
  'ENT-04': 'Ninguna API comunica la licencia; la declara una persona',
  'ENT-05':
    'Un shield cambia límites: tiempos de espera de recorridos, audiencias, expiraciones y eliminaciones',
  'AJO-01': 'Journey Optimizer necesita ambas vías, AEP y CJA, aunque nunca se haya comprado CJA',
  'AJO-02':
    'La configuración solo termina cuando AEP está en `COMPLETED` y Customer Care ha confirmado CJA',
  'AJO-03': 'La página de Journey Optimizer describe solo claves de Azure',
  'AJO-04':
    'El enlace de la página de Journey Optimizer a los pasos lleva a una página que no los tiene',
  'AJO-05': 'Los datos se cifran también sin CMK; CMK cambia quién controla la clave',
  'AJO-06': 'La configuración abarca todas las zonas protegidas de la organización',
  'ROLE-01': 'Un administrador de AEP crea un rol y concede Manage Customer Managed Key',
  'ROLE-02': 'Quien tenga ese permiso puede activar CMK para toda la organización',
  'ROLE-03': 'La API necesita una credencial OAuth Server-to-Server con un perfil y el permiso',
  'ROLE-04':
    'Da el consentimiento un administrador de aplicaciones, de aplicaciones en la nube o global de Entra',
  'ROLE-05': 'Crea el almacén un Key Vault Contributor o un rol más amplio',
  'ROLE-06':
    'Crea la clave un Key Vault Crypto Officer; crear el almacén aún no da derechos sobre las claves',
  'ROLE-07':
    'Asignar el rol requiere roleAssignments/write: Propietario, UAA o Data Access Administrator',
  'ROLE-08':
    'Cambiar el modelo de permisos requiere roleAssignments/write sin restricciones y vaults/write',
  'ROLE-09':
    'Los administradores de un HSM administrado asignan roles locales; sus Crypto User crean claves',
  'ROLE-10': 'Hace la solicitud de CJA un contacto que puede abrir casos de soporte técnico',
  'ROLE-11': 'Quien elimina o deshabilita claves no debería ser quien opera la configuración',
} satisfies Partial<Record<RuleId, string>>;
