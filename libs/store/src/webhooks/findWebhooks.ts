/** Reads webhooks and their log, for viewers of every organization of the partner. */
import { columns } from '../database/columns.ts';
import { Parameters } from '../database/parameters.ts';
import { listPage, type Page, type PageRequest } from '../page.ts';
import type { View } from '../tenancy/view.ts';
import { isUuid } from '../tenancy/visibility.ts';
import {
  deliveryRecord,
  WEBHOOK_FIELDS,
  webhookRecord,
  type DeliveryRow,
  type DeliveryStatus,
  type WebhookDeliveryRecord,
  type WebhookRecord,
  type WebhookRow,
} from './webhookRecord.ts';

export const WEBHOOK_COLUMNS = columns('w', WEBHOOK_FIELDS);

/** Oldest first. */
export function listWebhooks(
  { sql, visibility }: View,
  request: PageRequest,
): Promise<Page<WebhookRecord>> {
  const parameters = new Parameters();
  const where = [visibility.accessCondition(parameters, 'w'), 'w.deleted_at is null'];
  const rows = { columns: WEBHOOK_COLUMNS, from: 'webhook w', where, parameters };
  return listPage(sql, 'webhooks', request, rows, {
    key: (row: WebhookRow) => [row.createdAt.toISOString(), row.id],
    node: webhookRecord,
  });
}

export async function findWebhook(
  { sql, visibility }: View,
  id: string,
): Promise<WebhookRecord | null> {
  if (!isUuid(id)) return null;
  const parameters = new Parameters();
  const [row] = await sql.query<WebhookRow>(
    `select ${WEBHOOK_COLUMNS} from webhook w
     where w.id = ${parameters.add(id)}::uuid and ${visibility.accessCondition(parameters, 'w')} and w.deleted_at is null`,
    parameters.values,
  );
  return row ? webhookRecord(row) : null;
}

/** When it is sent next; null while its webhook is disabled. */
const DUE = `case when d.is_asked then d.due_at when w.enabled then greatest(d.due_at, w.paused_until) end as "dueAt"`;
const DELIVERY_COLUMNS = `d.id, d.webhook_id as "webhookId", d.message_id as "messageId", d.status, d.created_at as "createdAt", ${DUE}, m.type, m.body,
  (select json_agg(json_build_object('at', a.at, 'statusCode', a.status_code, 'milliseconds', a.milliseconds, 'error', a.error) order by a.number)
   from webhook_attempt a where a.delivery_id = d.id) as made`;
const DELIVERIES = `webhook_message m join webhook w on w.deleted_at is null join webhook_delivery d on d.message_id = m.id and d.webhook_id = w.id`;

/** Newest first. */
export function listDeliveries(
  { sql, visibility }: View,
  webhookId: string,
  request: PageRequest,
  status: DeliveryStatus | null = null,
): Promise<Page<WebhookDeliveryRecord>> {
  const parameters = new Parameters();
  const where = [
    `d.webhook_id = ${parameters.add(webhookId)}::uuid`,
    visibility.accessCondition(parameters, 'd'),
    ...(status ? [`d.status = ${parameters.add(status)}`] : []),
  ];
  const rows = { columns: DELIVERY_COLUMNS, from: DELIVERIES, where, parameters };
  return listPage(sql, 'webhookDeliveries', request, rows, {
    key: (row: DeliveryRow) => [row.createdAt.toISOString(), row.id],
    node: deliveryRecord,
  });
}

export async function findDelivery(
  { sql, visibility }: View,
  id: string,
): Promise<WebhookDeliveryRecord | null> {
  if (!isUuid(id)) return null;
  const parameters = new Parameters();
  const [row] = await sql.query<DeliveryRow>(
    `select ${DELIVERY_COLUMNS} from ${DELIVERIES}
     where d.id = ${parameters.add(id)}::uuid and ${visibility.accessCondition(parameters, 'd')}`,
    parameters.values,
  );
  return row ? deliveryRecord(row) : null;
}
