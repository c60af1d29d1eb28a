/** Ends deliveries that are too old to be sent, and deletes what is too old to be kept. */
import { PENDING_DAYS } from '@keyway/core';
import { closedSince } from '../continuity/eraStatements.ts';
import type { Database } from '../database/database.ts';
import { deleteInBatches, deletionOf, type Deletion } from '../retention/deleteInBatches.ts';
import type { Retention } from '../retention/retention.ts';

const BATCH = 1000;

/**
 * Also those of a webhook that was disabled meanwhile. Nothing could be sent while the database was
 * closed.
 */
const EXPIRE = `update webhook_delivery set status = 'FAILED', ended_at = clock_timestamp() where id in (
  select id from webhook_delivery where status = 'PENDING' and created_at < clock_timestamp() - interval '${PENDING_DAYS} days'
    and created_at < clock_timestamp() - interval '${PENDING_DAYS} days' - ${closedSince('created_at')} limit ${BATCH} for update skip locked) returning 1`;
/** What somebody deleted: its deliveries, then its lines, then itself. */
const DELETED = `with gone as materialized (select id from webhook where deleted_at is not null)
  delete from webhook_delivery where id in (
    select d.id from gone cross join lateral (select id from webhook_delivery d where d.webhook_id = gone.id limit ${BATCH}) d limit ${BATCH} for update skip locked) returning 1`;
const DELETED_LINES = `delete from webhook_line l using webhook w where w.id = l.webhook_id and w.deleted_at is not null returning 1`;
const DELETED_WEBHOOKS = `delete from webhook w where w.deleted_at is not null
  and not exists (select from webhook_delivery d where d.webhook_id = w.id) and not exists (select from webhook_line l where l.webhook_id = w.id) returning 1`;
/** A message that nobody is sent any more; the newest may still be about to be. */
const MESSAGES = `delete from webhook_message where id in (
  select m.id from webhook_message m where m.created_at < clock_timestamp() - interval '1 day'
    and not exists (select from webhook_delivery d where d.message_id = m.id) limit ${BATCH} for update skip locked) returning 1`;

const plain = (text: string): Deletion => ({ text, values: [], batch: BATCH });

export const forgetDeliveries = (
  database: Database,
  { deliveryDays }: Retention,
): Promise<number> =>
  deleteInBatches(database, [
    plain(EXPIRE),
    deletionOf(
      'webhook_delivery',
      'id',
      `ended_at < clock_timestamp() - interval '1 day' * $1::int`,
      [deliveryDays],
    ),
    ...[DELETED, DELETED_LINES, DELETED_WEBHOOKS, MESSAGES].map(plain),
  ]);
