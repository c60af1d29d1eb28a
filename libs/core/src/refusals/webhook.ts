/** Webhooks and what they send. */
import { reason, type Reason } from './reason.ts';

export const webhookReasons = {
  deliveryNotFound: reason('NOT_FOUND'),
  webhookAskedMany: reason('CONFLICT', 'max'),
  webhookEventsEmpty: reason('INVALID_INPUT', 'events'),
  webhookEventUnknown: reason('INVALID_INPUT', 'event', 'events'),
  webhookNotFound: reason('NOT_FOUND'),
  webhookOrganizationsEmpty: reason('INVALID_INPUT'),
  webhooksMany: reason('CONFLICT', 'max'),
  webhookUrlCredentials: reason('INVALID_INPUT'),
  webhookUrlFragment: reason('INVALID_INPUT'),
  webhookUrlHttp: reason('INVALID_INPUT', 'host'),
  webhookUrlInvalid: reason('INVALID_INPUT'),
  webhookUrlNotHttps: reason('INVALID_INPUT'),
  webhookUrlPrivate: reason('INVALID_INPUT', 'host'),
  webhookUrlTooLong: reason('INVALID_INPUT', 'length', 'max'),
  webhookUrlUnresolved: reason('INVALID_INPUT', 'host'),
} satisfies Record<string, Reason>;
