/** Labels and codes of entries about watched keys, in Spanish. */

export const watchLabels = {
  addressReplaced: 'Dirección nueva',
  chat: 'Chat',
  chatHost: 'Host del chat',
  digest: 'Resumen',
  alertId: 'ID de la alerta',
  field: 'Campo',
  health: 'Estado de la clave',
  event: 'ID del evento',
  acknowledgedBy: 'Confirmada hasta entonces por',
  subject: 'Trata de',
  tracks: 'Vías',
  former: 'Versión anterior',
  days: 'Días antes',
  until: 'Hasta',
  now: 'Ahora',
  approved: 'Como se aprobó',
  values: 'Valores',
} as const;

const health = {
  REVOKED: 'Revocada',
  CUT_OFF: 'Aislada',
  AT_RISK: 'En riesgo',
  UNREACHABLE: 'Inaccesible',
  HEALTHY: 'En buen estado',
  NOT_WATCHED: 'Sin vigilar',
} as const;
const alertKind = {
  KEY_ACCESS_DISABLED: 'Acceso a la clave deshabilitado, según Adobe',
  KEY_ACCESS_FAILURE: 'Error de acceso a la clave, según Adobe',
  ALERT_NOTIFICATION: 'Notificación de alerta de Adobe',
  HEALTH: 'Comprobación de estado',
  KEY_EXPIRY: 'Expiración de la clave',
  KEY_ROTATED: 'Rotación de la clave',
  ROTATION_UNSAFE: 'Versión anterior deshabilitada',
} as const;

export const watchCodes = {
  chat: { SLACK: 'Slack', TEAMS: 'Microsoft Teams' },
  digest: { OFF: 'Desactivado', HOURLY: 'Cada hora', DAILY: 'Cada día' },
  health,
  'healthChanged.from': health,
  'healthChanged.to': health,
  'alertOpened.kind': alertKind,
  'alertAcknowledged.kind': alertKind,
  'alertReopened.kind': alertKind,
  'alertResolved.kind': alertKind,
  'subject.kind': {
    check: 'Comprobación',
    difference: 'Diferencia con lo aprobado',
    configuration: 'Configuración de Adobe',
    version: 'Versión de la clave',
    unread: 'No legible',
    expiry: 'Expiración',
    rotation: 'Rotación',
    unsafeVersion: 'Versión de la clave',
  },
} as const;
