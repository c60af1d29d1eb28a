/** What a person sends now: a test, or a delivery again. Each has a line of its own. */
import { randomUUID } from 'node:crypto';
import { eventBody, globalId, refuse, TEST_EVENT, type Refusal } from '@keyway/core';
import type { Query } from '../database/database.ts';
import { appendHistory } from '../history/appendHistory.ts';
import type { Occurrence } from '../tenancy/mutation.ts';
import type { Unit } from '../tenancy/view.ts';
import { noWebhook, type Changed } from './changeWebhooks.ts';
import { findDelivery, findWebhook, WEBHOOK_COLUMNS } from './findWebhooks.ts';
import { MAX_ASKED, shownUrl, webhookRecord, type WebhookRow } from './webhookRecord.ts';

const MESSAGE: Query = {
  name: 'webhook_test_message',
  text: `insert into webhook_message (id, partner_id, type, body, place, created_at) values ($1, $2, $3, $4, 0, $5)`,
};
/** $1 delivery, $2 partner, $3 webhook, $4 message, $5 at. */
const ASK: Query = {
  name: 'webhook_ask',
  text: `with delivery as (
      insert into webhook_delivery (id, partner_id, webhook_id, message_id, line, position, place, is_asked, due_at, created_at)
      values ($1, $2, $3, $4, $1, 0, 0, true, $5, $5) returning 1
    ), line as (
      insert into webhook_line (webhook_id, line, partner_id, is_asked, due_at) values ($3, $1, $2, true, $5)
    )
    select pg_notify('keyway_webhook', '') from delivery`,
};

const ASKED: Query = {
  name: 'webhook_asked',
  text: `select count(*)::int as asked from webhook_line where webhook_id = $1 and partner_id = $2 and is_asked`,
};
/** Of a delivery that the viewer sees: it is not deleted meanwhile. */
const AGAIN: Query = {
  name: 'webhook_redeliver',
  text: `select d.message_id as "messageUuid", ${WEBHOOK_COLUMNS} from webhook_delivery d join webhook w on w.id = d.webhook_id
    where d.id = $1 and d.partner_id = $2 and w.deleted_at is null for key share`,
};

/** Of a webhook that the viewer manages. */
async function tooMany({ sql, visibility }: Unit, webhookId: string): Promise<Refusal | null> {
  const [row] = await sql.query<{ asked: number }>(ASKED, [webhookId, visibility.scope.partnerId]);
  return row!.asked < MAX_ASKED ? null : refuse('webhookAskedMany', null, { max: MAX_ASKED });
}

/** Sends `test.ping` once, also where the webhook is disabled. */
export async function testWebhook(
  unit: Unit,
  id: string,
  occurrence: Occurrence,
): Promise<Changed> {
  const webhook = await findWebhook(unit, id);
  if (!webhook) return { refusal: noWebhook() };
  const refusal = await tooMany(unit, id);
  if (refusal) return { refusal };
  const { partnerId } = unit.visibility.scope;
  const messageId = randomUUID();
  const { at } = occurrence;
  const data = { webhook: { id: globalId('Webhook', id) } };
  const event = { type: TEST_EVENT, timestamp: at, data };
  const body = eventBody({ organization: null, run: null }, event);
  await unit.sql.query(MESSAGE, [messageId, partnerId, TEST_EVENT, body, at]);
  await unit.sql.query(ASK, [randomUUID(), partnerId, id, messageId, at]);
  return { webhook };
}

/** Sends the same message and body again, signed with the present secrets. */
export async function redeliver(
  unit: Unit,
  deliveryId: string,
  occurrence: Occurrence,
): Promise<Changed> {
  const { sql, visibility } = unit;
  const { partnerId } = visibility.scope;
  const delivery = await findDelivery(unit, deliveryId);
  const [row] = delivery
    ? await sql.query<WebhookRow & { messageUuid: string }>(AGAIN, [deliveryId, partnerId])
    : [];
  if (!delivery || !row) return { refusal: refuse('deliveryNotFound', ['deliveryId']) };
  const { messageUuid, ...rest } = row;
  const webhook = webhookRecord(rest);
  const refusal = await tooMany(unit, webhook.id);
  if (refusal) return { refusal };
  await sql.query(ASK, [randomUUID(), partnerId, webhook.id, messageUuid, occurrence.at]);
  const { messageId, event: eventType } = delivery;
  const data = { webhookId: webhook.id, url: shownUrl(webhook.url), messageId, eventType };
  await appendHistory(unit, null, 'webhookRedelivered', data, occurrence);
  return { webhook };
}
