/** Announces committed changes of what is known of organizations' keys. */
import { z } from 'zod';
import type { Database } from '../database/database.ts';
import type { Notifications } from '../database/notifications.ts';

/** An organization of whose keys something else is known than before. */
export interface HealthChange {
  partnerId: string;
  organizationId: string;
}

const Changes: z.ZodType<HealthChange> = z.object({
  partnerId: z.string(),
  organizationId: z.string(),
});

/** Of the row that is written, in the statement that writes it. */
export const ANNOUNCE_HEALTH = `pg_notify('keyway_health', json_build_object('partnerId', partner_id, 'organizationId', organization_id)::text)`;

/** Of every partner. */
export interface HealthChanges {
  /**
   * `onMissed`: after a lost connection, with the last instant at which nothing was missed. Returns
   * the unsubscribe function.
   */
  on(listener: (change: HealthChange) => void, onMissed: (lostAt: Date) => void): () => void;
  /** Organizations of these partners whose health is another one since. */
  since(partnerIds: readonly string[], lostAt: Date): Promise<HealthChange[]>;
}

/** Writes that had begun before the connection was lost carry an earlier instant. */
const MARGIN_MILLISECONDS = 60_000;

export const healthChanges = (database: Database, notifications: Notifications): HealthChanges => ({
  on: (listener, onMissed) => {
    const stops = [
      notifications.mustHear('keyway_health', (payload) =>
        listener(Changes.parse(JSON.parse(payload))),
      ),
      notifications.onReconnect(onMissed),
    ];
    return () => stops.forEach((stop) => stop());
  },
  since: (partnerIds, lostAt) =>
    database.read<HealthChange>(
      `select partner_id as "partnerId", organization_id as "organizationId" from watch where partner_id = any ($1::uuid[]) and since >= $2`,
      [partnerIds, new Date(database.clock.ofProcess(lostAt).getTime() - MARGIN_MILLISECONDS)],
    ),
});
