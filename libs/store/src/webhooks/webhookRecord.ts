/** Webhooks and their deliveries as viewers see them. */
import type { Instant } from '@keyway/core';
import type { RowOf } from '../database/columns.ts';
import type { Webhook, WebhookDelivery, WebhookMessage } from '../generated/client.ts';

/** Of a partner. */
export const MAX_WEBHOOKS = 20;
/** Organizations that one webhook may be limited to. */
export const MAX_WEBHOOK_ORGANIZATIONS = 1000;
/** How long the former secret signs after a rotation. */
export const FORMER_SECRET_HOURS = 24;
/** Tests and redeliveries of a webhook that wait at a time. */
export const MAX_ASKED = 20;

/** `FAILING`: it took nothing for five days. `GONE`: it answered 410. */
export type DisabledReason = 'FAILING' | 'GONE';

export const WEBHOOK_FIELDS = [
  'id',
  'url',
  'events',
  'everyOrganization',
  'organizationIds',
  'enabled',
  'disabledReason',
  'createdAt',
  'createdBy',
  'failingSince',
  'pausedUntil',
] as const satisfies readonly (keyof Webhook)[];
export type WebhookRow = RowOf<Webhook, (typeof WEBHOOK_FIELDS)[number]>;

/** A webhook without its secrets. */
export interface WebhookRecord {
  id: string;
  url: string;
  /** Types, groups such as `run.*`, or `*`. */
  events: string[];
  /** Null: every organization of the partner. */
  organizationIds: string[] | null;
  enabled: boolean;
  disabledReason: DisabledReason | null;
  createdAt: Instant;
  createdBy: string;
  /** Since when it took nothing; null: it took the last one. */
  failingSince: Instant | null;
  /** Until then its receiver asked for nothing. */
  pausedUntil: Instant | null;
}

export const webhookRecord = ({
  disabledReason,
  everyOrganization,
  organizationIds,
  ...row
}: WebhookRow): WebhookRecord => ({
  ...row,
  organizationIds: everyOrganization ? null : organizationIds,
  // Cast: a constraint of the table allows no other.
  disabledReason: disabledReason as DisabledReason | null,
  createdAt: row.createdAt.toISOString(),
  failingSince: row.failingSince?.toISOString() ?? null,
  pausedUntil: row.pausedUntil?.toISOString() ?? null,
});

/** Without what may be a secret: a query is often a token. */
export const shownUrl = (url: string): string => url.replace(/[?#].*$/s, '');

export const DELIVERY_STATUSES = ['PENDING', 'DELIVERED', 'FAILED'] as const;
export type DeliveryStatus = (typeof DELIVERY_STATUSES)[number];

export interface DeliveryRow
  extends
    RowOf<WebhookDelivery, 'id' | 'webhookId' | 'messageId' | 'status' | 'createdAt'>,
    RowOf<WebhookMessage, 'type' | 'body'> {
  dueAt: Date | null;
  made: StoredAttempt[] | null;
}
interface StoredAttempt {
  at: string;
  statusCode: number | null;
  milliseconds: number;
  error: string | null;
}

/** One attempt to send a message. */
export interface DeliveryAttemptRecord {
  at: Instant;
  /** Null: no answer. */
  statusCode: number | null;
  milliseconds: number;
  error: string | null;
}

/** A message to one webhook, with its attempts. */
export interface WebhookDeliveryRecord {
  id: string;
  webhookId: string;
  /** The `webhook-id`. */
  messageId: string;
  event: string;
  status: DeliveryStatus;
  createdAt: Instant;
  nextAttemptAt: Instant | null;
  attempts: DeliveryAttemptRecord[];
  body: string;
}

/** The `webhook-id` of a message. */
export const messageIdOf = (uuid: string): string => `msg_${uuid.replaceAll('-', '')}`;

export const deliveryRecord = (row: DeliveryRow): WebhookDeliveryRecord => ({
  id: row.id,
  webhookId: row.webhookId,
  messageId: messageIdOf(row.messageId),
  event: row.type,
  // Cast: a constraint of the table allows no other.
  status: row.status as DeliveryStatus,
  createdAt: row.createdAt.toISOString(),
  nextAttemptAt: row.status === 'PENDING' ? (row.dueAt?.toISOString() ?? null) : null,
  attempts: (row.made ?? []).map((one) => ({ ...one, at: new Date(one.at).toISOString() })),
  body: row.body,
});
