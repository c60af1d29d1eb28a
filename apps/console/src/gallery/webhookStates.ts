/** The pages of webhooks in their states. */
import { aDelivery, aWebhook, webhookList, webhookPage } from '../fixtures/aWebhook.ts';
import { PENDING, serverError } from '../fixtures/AnsweringLink.ts';
import type { Answers } from '../fixtures/AnsweringLink.ts';
import type { PageStateProps } from './PageState.tsx';
import { LONG_NAME } from './workStates.ts';

const list = (answers: Answers): PageStateProps => ({ path: '/settings/webhooks', answers });
const one = (answers: Answers): PageStateProps => ({
  ...{ path: '/settings/webhooks/webhook-1', answers },
});

const LONG_URL = `https://${'a-long-name-of-a-host.'.repeat(5)}example/keyway/${'path/'.repeat(20)}`;
const failing = aDelivery({
  ...{ id: 'delivery-2', event: 'configuration.status_changed', status: 'PENDING' },
  nextAttemptAt: '2026-11-20T12:30:00Z',
  attempts: [
    { at: '2026-11-20T12:00:00Z', statusCode: null, milliseconds: 15_000, error: 'Timed out' },
    { at: '2026-11-20T12:00:20Z', statusCode: 302, milliseconds: 12, error: 'Redirect refused' },
  ],
});

export const WEBHOOK_STATES: Readonly<Record<string, PageStateProps>> = {
  'webhooks-list': list(
    webhookList(
      aWebhook({ id: 'a', events: ['*'] }),
      aWebhook({
        ...{ id: 'b', url: LONG_URL, failingSince: '2026-11-20T12:00:00Z' },
        organizations: [LONG_NAME, 'Contoso'].map((name) => ({ id: name, name })),
      }),
      aWebhook({ id: 'c', enabled: false, disabledReason: 'GONE' }),
    ),
  ),
  'webhooks-empty': list(webhookList()),
  'webhooks-loading': list({ Webhooks: PENDING }),
  'webhooks-failed': list({ Webhooks: serverError('The database is unavailable.') }),
  'webhook-deliveries': one(webhookPage(aWebhook(), failing, aDelivery())),
  'webhook-paused': one(
    webhookPage(
      aWebhook({ pausedUntil: '2126-11-28T12:40:00Z' }),
      aDelivery({
        ...{ id: 'waiting', status: 'PENDING', attempts: [] },
        nextAttemptAt: '2026-11-20T12:00:00Z',
      }),
      ...Array.from({ length: 60 }, (_, index) => aDelivery({ id: `delivery-${index}` })),
    ),
  ),
  'webhook-empty': one(webhookPage(aWebhook())),
  'webhook-failing': one(
    webhookPage(aWebhook({ url: LONG_URL, failingSince: '2026-11-20T12:00:00Z' }), failing),
  ),
  'webhook-stopped': one(
    webhookPage(
      aWebhook({ enabled: false, disabledReason: 'FAILING' }),
      aDelivery({ ...failing, status: 'FAILED', nextAttemptAt: null }),
    ),
  ),
};
