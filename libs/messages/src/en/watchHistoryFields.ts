/** Labels and codes of what entries about watched keys hold. */

export const watchLabels = {
  addressReplaced: 'New address',
  chat: 'Chat',
  chatHost: 'Host of the chat',
  digest: 'Digest',
  alertId: 'Alert ID',
  field: 'Field',
  health: 'Health',
  event: 'Event ID',
  acknowledgedBy: 'Acknowledged until then by',
  subject: 'About',
  tracks: 'Tracks',
  former: 'Former version',
  days: 'Days before',
  until: 'Until',
  now: 'Now',
  approved: 'As approved',
  values: 'Values',
} as const;

const health = {
  REVOKED: 'Revoked',
  CUT_OFF: 'Cut off',
  AT_RISK: 'At risk',
  UNREACHABLE: 'Unreachable',
  HEALTHY: 'Healthy',
  NOT_WATCHED: 'Not watched',
} as const;
const alertKind = {
  KEY_ACCESS_DISABLED: 'Key access disabled, by Adobe',
  KEY_ACCESS_FAILURE: 'Key access failure, by Adobe',
  ALERT_NOTIFICATION: 'Alert notification, by Adobe',
  HEALTH: 'Health check',
  KEY_EXPIRY: 'Expiry of the key',
  KEY_ROTATED: 'Rotation of the key',
  ROTATION_UNSAFE: 'Former version disabled',
} as const;

/** Names of codes, by the field that holds them. */
export const watchCodes = {
  chat: { SLACK: 'Slack', TEAMS: 'Microsoft Teams' },
  digest: { OFF: 'Off', HOURLY: 'Every hour', DAILY: 'Every day' },
  health,
  'healthChanged.from': health,
  'healthChanged.to': health,
  'alertOpened.kind': alertKind,
  'alertAcknowledged.kind': alertKind,
  'alertReopened.kind': alertKind,
  'alertResolved.kind': alertKind,
  'subject.kind': {
    check: 'Check',
    difference: 'Difference from what was approved',
    configuration: 'Adobe’s configuration',
    version: 'Version of the key',
    unread: 'Not readable',
    expiry: 'Expiry',
    rotation: 'Rotation',
    unsafeVersion: 'Version of the key',
  },
} as const;
