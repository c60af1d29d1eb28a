/** After set-up: alerts, monitoring, rotation, revocation and recovery. */
import type { RuleId } from '@keyway/core';

export const lifecycleRules = {
  'AL-01': 'Tres tipos de alerta: Key access disabled, Key access failure y Alert notification',
  'AL-02': 'Las alertas llegaron con notas de la versión de 2025',
  'AL-03': 'Key access disabled: Adobe purgará todos los datos de la organización',
  'AL-04':
    'Causas de Key access disabled: clave, permiso, aplicación o almacén ausentes o deshabilitados',
  'AL-05': 'Key access failure es recuperable y no purga nada',
  'AL-06': 'Las causas de ambas alertas se superponen; suponga la peor',
  'AL-07': 'Alert notification: una condición desconocida, quizá interna de Adobe',
  'AL-08': 'La solución según la causa de una alerta',
  'AL-09':
    'Si la dirección de Adobe no está permitida, la falta de alertas no demuestra que todo funcione',
  'AL-10': 'Las alertas llegan por la página, correo electrónico, Slack e I/O Events',
  'AL-11': 'El registro de un webhook se responde devolviendo su desafío',
  'AL-12': 'Los eventos y cargas de las alertas de CMK no están documentados',
  'AL-13': 'Es posible que la referencia de alertas no tenga enlaces públicos',
  'AL-14': 'Cada entrega tiene dos firmas; basta una válida',
  'AL-15': 'El recipient_client_id de un evento debe ser el del propio registro',
  'AL-16':
    'Las entregas se repiten y llegan desordenadas; el ID del evento identifica los duplicados',
  'AL-17': 'Un registro se puede validar abriendo una URL de los hosts de Adobe',
  'MON-01':
    'Event Grid notifica versiones nuevas, expiración próxima, expiración y cambios de directivas',
  'MON-02': 'Event Grid no notifica claves deshabilitadas o eliminadas, roles, firewall ni almacén',
  'MON-03': 'Los eventos de ejemplo de Microsoft tienen nombres de campo extraños y espacios',
  'MON-04': 'Los eventos de expiración se aplican a versiones creadas después de suscribirse',
  'MON-05':
    'Los eventos de auditoría con los ID de aplicación de Adobe demuestran el uso y muestran denegaciones',
  'MON-06': 'La expiración, próxima o llegada, se registra también sin suscripción',
  'MON-07': 'Comprobaciones periódicas: clave, rol, entidad de servicio, red, protección y estado',
  'MON-08': 'Un bloqueo de recurso no protege las claves',
  'ROT-01': 'Rotar es crear una versión nueva de la misma clave',
  'ROT-02':
    'Las versiones anteriores siguen habilitadas; rotar vuelve a encapsular claves, no datos',
  'ROT-03': 'Espere un día y lea el registro de auditoría antes de deshabilitar una versión',
  'ROT-04': 'Límites de una directiva de rotación: 7 días y, como mínimo, cada dos años',
  'ROT-05': 'La forma de una directiva de rotación',
  'ROT-06': 'Una expiración sin rotación automática es una interrupción programada',
  'ROT-07': 'Las claves importadas no pueden rotar automáticamente',
  'ROT-08': 'Otro nombre de clave u otro almacén es una configuración nueva, no una rotación',
  'ROT-09': 'AWS rota cada 90 a 2560 días; desactivado de forma predeterminada',
  'ROT-10': 'La rotación para CJA no está documentada',
  'REV-01': 'La revocación documentada quita el rol de la aplicación',
  'REV-02': 'Después de la revocación, las operaciones posteriores fallan',
  'REV-03': 'No está claro si la revocación se puede deshacer; nunca se promete',
  'REV-04': 'Para cortar el acceso de Journey Optimizer hace falta también el almacén de CJA',
  'REC-01': 'Una clave eliminada temporalmente se puede recuperar hasta su fecha de purga',
  'REC-02': 'Un almacén recuperado vuelve a necesitar sus roles y suscripciones',
  'REC-03': 'En un incidente: primero el caso, después la causa y después la prueba',
  'REC-04': 'No está documentado que se puedan recuperar datos que Adobe purgó',
} satisfies Partial<Record<RuleId, string>>;
