/** Figures of webhooks for `/metrics`. */
import type { Database, Query } from '../database/database.ts';

/** Of all partners. */
export interface WebhookFigures {
  /** Deliveries of enabled webhooks that are not taken yet, up to a hundred thousand. */
  pending: number;
  /** How long the oldest of them is pending; 0: none is. */
  oldestPendingSeconds: number;
  /** Changes that no message was made of yet. */
  changes: number;
  /** Changes that this version can't make messages of. */
  unreadable: number;
  /** Attempts by their result, since the installation. */
  attempts: { result: string; attempts: number }[];
}

const MAX_COUNTED = 100_000;

const FIGURES: Query = {
  name: 'webhook_figures',
  text: `with pending as materialized (
      select d.created_at from webhook_delivery d join webhook w on w.id = d.webhook_id
      where d.status = 'PENDING' and (w.enabled or d.is_asked) and w.deleted_at is null order by d.created_at limit ${MAX_COUNTED})
    select (select count(*)::int from pending) as pending,
      (select coalesce(extract(epoch from clock_timestamp() - min(created_at)), 0)::float8 from pending) as "oldestPendingSeconds",
      (select count(*)::int from (select from webhook_change where problem is null limit ${MAX_COUNTED}) c) as changes,
      (select count(*)::int from webhook_change where problem is not null) as unreadable,
      (select coalesce(json_agg(json_build_object('result', result, 'attempts', attempts)), '[]'::json) from webhook_total) as attempts`,
};

export async function webhookFigures(database: Database): Promise<WebhookFigures> {
  const [row] = await database.read<WebhookFigures>(FIGURES);
  return row!;
}
