/** What people should attend to, of all partners together; for /metrics. */
import type { Database } from '../database/database.ts';

/** Counts over all organizations, archived ones too. */
export interface AttentionFigures {
  /** Open alerts by which Adobe may purge data (AL-03). */
  purgeAlerts: number;
  /** All other open alerts. */
  otherAlerts: number;
  /** Stored secrets and certificates that expire within `EXPIRING_DAYS`. */
  expiring: number;
  /** Those that have. */
  expired: number;
}

/** As the first warning that the console calls urgent. */
const EXPIRING_DAYS = 14;

/** Conditions as the indexes have them; not prepared, as in `queueDepth`. */
const ATTENTION = `
  select (select count(*)::int from alert where status <> 'RESOLVED' and is_purge_class) as "purgeAlerts",
    (select count(*)::int from alert where status <> 'RESOLVED' and not is_purge_class) as "otherAlerts",
    (select count(*)::int from connection where expires_at is not null and expires_at > $1 and expires_at <= $1 + interval '${EXPIRING_DAYS} days') as expiring,
    (select count(*)::int from connection where expires_at is not null and expires_at <= $1) as expired`;

export async function attentionFigures(database: Database): Promise<AttentionFigures> {
  const [figures] = await database.read<AttentionFigures>(ATTENTION, [database.clock.now()]);
  return figures!;
}
