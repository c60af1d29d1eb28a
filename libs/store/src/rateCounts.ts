/**
 * Counts requests for all apis together. They are sent in batches, so that no request waits for
 * the database.
 */
import type { Database } from './database/database.ts';

export interface RateDelta {
  /** Up to 200 characters; no name, address or secret in it. */
  key: string;
  count: number;
}

export interface RateTotal {
  key: string;
  /** Of all apis in this window. */
  total: number;
  /** Distinguishes one window of the key from the next. */
  windowId: string;
  endsInMs: number;
}

/** Counts per key and time window that all api processes share. */
export interface RateCounts {
  /**
   * Adds to windows that begin with their first count, and answers what all have counted in them.
   */
  add(deltas: readonly RateDelta[], windowMs: number): Promise<RateTotal[]>;
}

// Ordered, so that two processes that count the same keys never wait for each other in a circle.
const ADD = {
  name: 'rate_count_add',
  text: `insert into rate_count as c (key, count, window_id, ends_at)
    select key, count, (extract(epoch from clock_timestamp()) * 1000000)::bigint, clock_timestamp() + $3::int * interval '1 ms'
    from unnest($1::text[], $2::int[]) as d(key, count) order by key
    on conflict (key) do update set
      count = excluded.count + case when c.ends_at > clock_timestamp() then c.count else 0 end,
      window_id = case when c.ends_at > clock_timestamp() then c.window_id else excluded.window_id end,
      ends_at = case when c.ends_at > clock_timestamp() then c.ends_at else excluded.ends_at end
    returning key, count, window_id, greatest(0, extract(epoch from ends_at - clock_timestamp()) * 1000)::int as ends_in_ms`,
};

interface Row {
  key: string;
  count: number;
  window_id: string;
  ends_in_ms: number;
}

export const rateCounts = (database: Database): RateCounts => ({
  add: async (deltas, windowMs) => {
    const rows = await database.read<Row>(ADD, [
      deltas.map(({ key }) => key),
      deltas.map(({ count }) => count),
      windowMs,
    ]);
    return rows.map(({ key, count, window_id: windowId, ends_in_ms: endsInMs }) => ({
      key,
      total: count,
      windowId,
      endsInMs,
    }));
  },
});

export const forgetRates = (database: Database): Promise<unknown> =>
  database.read(`delete from rate_count where ends_at < clock_timestamp() - interval '1 minute'`);
