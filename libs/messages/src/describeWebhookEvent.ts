import type { Locale, WebhookEventType } from '@keyway/core';
import { messagesIn } from './messagesIn.ts';

/** What an event of webhooks is about. */
export const describeWebhookEvent = (type: WebhookEventType, locale: Locale): string =>
  messagesIn(locale).webhookEvents[type];
