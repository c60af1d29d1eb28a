/** What other projects use of webhooks. */
export {
  TEST_EVENT,
  WEBHOOK_EVENT_NAMES,
  WEBHOOK_EVENT_TYPES,
  wantsEvent,
  type WebhookEventType,
} from './webhookEventTypes.ts';
export { exampleBody } from './exampleEvents.ts';
export {
  isAddressHost,
  mayReceive,
  receiverHost,
  receiverRules,
  type ReceiverRules,
} from './receiverRules.ts';
export { runEvents, type WebhookEvent } from './runEvents.ts';
export { eventBody, type EventSubject } from './eventBody.ts';
export {
  EARLY_RETRY_SECONDS,
  FAILING_DAYS,
  pauseSeconds,
  PENDING_DAYS,
  PROBING_ATTEMPTS,
  retryDelaySeconds,
} from './retries.ts';
