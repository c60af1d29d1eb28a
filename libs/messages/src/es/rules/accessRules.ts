/** Access on Azure: roles, consent, network and Managed HSM. */
import type { RuleId } from '@keyway/core';

export const accessRules = {
  'RB-01': 'GUID de los roles de Azure para claves',
  'RB-02': 'Los roles se comparan por GUID, no por nombre',
  'RB-03': 'Las acciones de datos del rol son leer, encapsular y desencapsular claves',
  'RB-04': 'Con directivas de acceso, lo equivalente es get, wrapKey y unwrapKey',
  'RB-05': 'Un rol no surte efecto en un almacén con directivas de acceso',
  'RB-06': 'Las asignaciones heredadas cuentan; las de denegación prevalecen sobre todos los roles',
  'RB-07':
    'Una entidad de servicio creada de nuevo tiene otro ID de objeto; las asignaciones anteriores no valen',
  'CON-01': 'Iniciar sesión con la URL de Adobe crea la entidad de servicio',
  'CON-02': 'La URL de consentimiento del administrador de Microsoft es la alternativa',
  'CON-03': 'La entidad de servicio se puede crear con un comando o con Graph',
  'CON-04': 'La directiva de un inquilino puede exigir el consentimiento de un administrador',
  'CON-05': 'La redirección lleva un código que nunca se pide ni se registra',
  'CON-06': 'Con `common`, un invitado da el consentimiento en su inquilino principal',
  'NET-01': 'Los almacenes nuevos están abiertos a la red pública',
  'NET-02': 'Un almacén admite 1000 reglas IPv4 y 200 reglas de red',
  'NET-03': 'Los servicios de confianza pasan aunque el acceso público esté deshabilitado',
  'NET-04':
    'Un perímetro de seguridad de red prevalece sobre la omisión de los servicios de confianza',
  'NET-05': 'Una regla de IP no surte efecto si el acceso público está deshabilitado',
  'NET-06':
    'Cosmos DB no figura entre los servicios de confianza de Microsoft, pero se dice que pasa',
  'NET-07': 'Un almacén accesible solo por punto de conexión privado no puede servir a Cosmos DB',
  'NET-08': 'Adobe supervisa desde una misma dirección en todas las regiones: 20.88.123.53',
  'NET-09': 'Una regla puede ser una dirección, un /32 o un intervalo mayor que la incluya',
  'NET-10': 'El firewall afecta solo al plano de datos; ARM sigue respondiendo',
  'NET-11':
    'Los usuarios del portal fuera de las redes permitidas ven el almacén, pero no sus claves',
  'HSM-01': 'Un HSM administrado tiene su propio host y solo claves HSM',
  'HSM-02':
    'En un HSM administrado la eliminación temporal está siempre activada; la protección contra purga es opcional',
  'HSM-03': 'El rol de cifrado del HSM es local y no se ve en RBAC de Azure',
  'HSM-04': 'Las asignaciones de una clave solo aparecen en el ámbito de esa clave',
  'HSM-05': 'La rotación en HSM necesita una directiva y no genera eventos',
  'HSM-06': 'El firewall del HSM admite 10 reglas IPv4',
  'HSM-07': 'Las escrituras en un HSM de varias regiones tardan hasta 6 minutos en replicarse',
  'HSM-08':
    'Los propietarios de la suscripción no tienen derechos sobre las claves del HSM de forma predeterminada',
} satisfies Partial<Record<RuleId, string>>;
