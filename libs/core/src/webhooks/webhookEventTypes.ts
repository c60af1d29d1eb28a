/** The types of events that webhooks send, and which of them a webhook wants. */

/** Every type, in the order in which they are listed. */
export const WEBHOOK_EVENT_TYPES = [
  'organization.created',
  'run.started',
  'run.status_changed',
  'run.completed',
  'run.cancelled',
  'step.blocked',
  'step.waiting',
  'approval.requested',
  'approval.decided',
  'approval.voided',
  'configuration.submitted',
  'configuration.status_changed',
  'alert.opened',
  'alert.closed',
  'health.changed',
  'credential.expires',
  'credential.expired',
  'history.checkpoint',
  'test.ping',
] as const;
/** Each is explained by `webhookEvents` of the API. */
export type WebhookEventType = (typeof WEBHOOK_EVENT_TYPES)[number];

/** The type that `testWebhook` sends, whatever a webhook wants. */
export const TEST_EVENT: Extract<WebhookEventType, 'test.ping'> = 'test.ping';

/** Every group, such as `run.*`, which is every type that begins with it. */
export const WEBHOOK_EVENT_GROUPS: readonly string[] = [
  ...new Set(WEBHOOK_EVENT_TYPES.map((type) => `${type.split('.')[0]}.*`)),
];

/** Every name that a webhook's list of events may have. */
export const WEBHOOK_EVENT_NAMES: readonly string[] = [
  '*',
  ...WEBHOOK_EVENT_GROUPS,
  ...WEBHOOK_EVENT_TYPES,
];

/** Whether a webhook with these names wants an event of this type; later types too. */
export const wantsEvent = (names: readonly string[], type: string): boolean =>
  names.some(
    (name) =>
      name === '*' || name === type || (name.endsWith('.*') && type.startsWith(name.slice(0, -1))),
  );
