/** Creates, changes and deletes webhooks, each with its history entry. */
import { randomUUID } from 'node:crypto';
import { refuse, type Refusal } from '@keyway/core';
import { columns } from '../database/columns.ts';
import type { Query } from '../database/database.ts';
import { insertRow } from '../database/insertRow.ts';
import { Parameters } from '../database/parameters.ts';
import type { Webhook } from '../generated/client.ts';
import { appendHistory } from '../history/appendHistory.ts';
import type { Occurrence } from '../tenancy/mutation.ts';
import type { Unit } from '../tenancy/view.ts';
import { isUuid } from '../tenancy/visibility.ts';
import { listWebhooks, WEBHOOK_COLUMNS } from './findWebhooks.ts';
import {
  WEBHOOK_FIELDS,
  webhookRecord,
  type WebhookRow,
  FORMER_SECRET_HOURS,
  MAX_WEBHOOKS,
  shownUrl,
  type WebhookRecord,
} from './webhookRecord.ts';
import { makeWebhookSecret } from './webhookSecret.ts';

/** A receiver as it was validated. */
export interface WebhookTarget {
  url: string;
  /** Host and port. */
  host: string;
}

/** A webhook to create. */
export interface NewWebhook extends WebhookTarget {
  events: string[];
  organizationIds: string[] | null;
}

/** What is left out stays. */
export interface WebhookChange {
  target?: WebhookTarget;
  events?: string[];
  enabled?: boolean;
}

export type Changed = { webhook: WebhookRecord } | { refusal: Refusal };
export type WithSecret = { webhook: WebhookRecord; secret: string } | { refusal: Refusal };

export const noWebhook = (): Refusal => refuse('webhookNotFound', ['id']);

const RETURNING = `returning ${columns('webhook', WEBHOOK_FIELDS)}`;

/** The limit holds where several create at once. */
const LOCK: Query = {
  name: 'lock_webhooks',
  text: `select pg_advisory_xact_lock(hashtextextended('keyway_webhooks ' || $1::text, 0))`,
};

const forHistory = ({ id, url, events, organizationIds }: WebhookRecord) => ({
  ...{ webhookId: id, url: shownUrl(url), events, organizationIds },
});

/** Returns the secret once. */
export async function createWebhook(
  unit: Unit,
  { url, host, events, organizationIds }: NewWebhook,
  occurrence: Occurrence,
): Promise<WithSecret> {
  const { partnerId } = unit.visibility.scope;
  await unit.sql.query(LOCK, [partnerId]);
  const { edges } = await listWebhooks(unit, { first: MAX_WEBHOOKS });
  if (edges.length === MAX_WEBHOOKS)
    return { refusal: refuse('webhooksMany', null, { max: MAX_WEBHOOKS }) };
  const id = randomUUID();
  const { secret, sealed } = await makeWebhookSecret(unit, id, occurrence.at);
  const { query, values } = insertRow<Webhook>(
    'webhook',
    {
      ...{ id, partnerId, url, host, events },
      everyOrganization: organizationIds === null,
      organizationIds: organizationIds ?? [],
      createdAt: new Date(occurrence.at),
      createdBy: occurrence.actor.name,
      secret: new Uint8Array(sealed),
    },
    RETURNING,
  );
  const [row] = await unit.sql.query<WebhookRow>(query, values);
  const webhook = webhookRecord(row!);
  await appendHistory(unit, null, 'webhookCreated', forHistory(webhook), occurrence);
  return { webhook, secret };
}

/** A webhook that nobody changes meanwhile; null where there is none. */
async function lockWebhook({ sql, visibility }: Unit, id: string): Promise<WebhookRecord | null> {
  if (!isUuid(id)) return null;
  const parameters = new Parameters();
  const [row] = await sql.query<WebhookRow>(
    `select ${WEBHOOK_COLUMNS} from webhook w
     where w.id = ${parameters.add(id)}::uuid and ${visibility.accessCondition(parameters, 'w')} and w.deleted_at is null for update`,
    parameters.values,
  );
  return row ? webhookRecord(row) : null;
}

const UPDATE: Query = {
  name: 'update_webhook',
  text: `update webhook set url = $2, host = coalesce($3, host), events = $4, enabled = $5, disabled_reason = case when $5 then null else disabled_reason end,
      failing_since = case when $6::boolean then null else failing_since end, paused_until = case when $6::boolean then null else paused_until end
    where id = $1 ${RETURNING}`,
};
/** What waited while it was disabled is sent. */
const WAKE = `select pg_notify('keyway_webhook', '')`;

/** Enabled again, it begins without failures, and what is pending is sent. */
export async function updateWebhook(
  unit: Unit,
  id: string,
  { target, events, enabled }: WebhookChange,
  occurrence: Occurrence,
): Promise<Changed> {
  const before = await lockWebhook(unit, id);
  if (!before) return { refusal: noWebhook() };
  const wanted = {
    url: target?.url ?? before.url,
    events: events ?? before.events,
    enabled: enabled ?? before.enabled,
  };
  const changes = {
    ...(wanted.url !== before.url && { url: shownUrl(wanted.url) }),
    ...(String(wanted.events) !== String(before.events) && { events: wanted.events }),
    ...(wanted.enabled !== before.enabled && { enabled: wanted.enabled }),
  };
  if (Object.keys(changes).length === 0) return { webhook: before };
  const isFresh = 'url' in changes || wanted.enabled !== before.enabled;
  const [row] = await unit.sql.query<WebhookRow>(UPDATE, [
    ...[id, wanted.url, target?.host ?? null, wanted.events, wanted.enabled, isFresh],
  ]);
  if (wanted.enabled) await unit.sql.query(WAKE);
  const webhook = webhookRecord(row!);
  const isOnlySwitched = changes.enabled !== undefined && Object.keys(changes).length === 1;
  const change = !isOnlySwitched ? 'details' : wanted.enabled ? 'enabled' : 'disabled';
  const data = { webhookId: id, url: shownUrl(webhook.url), change, changes };
  await appendHistory(unit, null, 'webhookChanged', data, occurrence);
  return { webhook };
}

/** It sends nothing from now on; an attempt under way may still arrive. */
export async function deleteWebhook(
  unit: Unit,
  id: string,
  occurrence: Occurrence,
): Promise<Changed> {
  const webhook = await lockWebhook(unit, id);
  if (!webhook) return { refusal: noWebhook() };
  await unit.sql.query('update webhook set deleted_at = $2, enabled = false where id = $1', [
    ...[id, occurrence.at],
  ]);
  await appendHistory(unit, null, 'webhookDeleted', forHistory(webhook), occurrence);
  return { webhook: { ...webhook, enabled: false } };
}

const ROTATE: Query = {
  name: 'rotate_webhook_secret',
  text: `update webhook set former_secret = secret, former_until = $3::timestamptz + interval '${FORMER_SECRET_HOURS} hours', secret = $2 where id = $1`,
};

/** Returns the new secret once; the former one signs too for a day. */
export async function rotateWebhookSecret(
  unit: Unit,
  id: string,
  occurrence: Occurrence,
): Promise<WithSecret> {
  const webhook = await lockWebhook(unit, id);
  if (!webhook) return { refusal: noWebhook() };
  const { secret, sealed } = await makeWebhookSecret(unit, id, occurrence.at);
  await unit.sql.query(ROTATE, [id, sealed, occurrence.at]);
  const data = { webhookId: id, url: shownUrl(webhook.url) };
  await appendHistory(unit, null, 'webhookSecretRotated', data, occurrence);
  return { webhook, secret };
}
