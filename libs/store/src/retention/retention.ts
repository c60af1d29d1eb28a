/** How long what has ended is kept. History, runs and approvals go with their organization. */

import type { SettingsOf } from '@keyway/config';

/** Periods, each from the end of what is kept. */
export interface Retention {
  /** A mutation's first result is answered again so long; at least the 24 of the contract. */
  idempotencyHours: number;
  /** Deliveries of webhooks, with their attempts. */
  deliveryDays: number;
  /** Items of inboxes, from when they were read. */
  inboxDays: number;
  bulkJobDays: number;
  dryRunDays: number;
  /** Archived organizations with all that belongs to them; null: for good. */
  archivedDays: number | null;
}

/** The standard periods, which the settings have too. */
export const DEFAULT_RETENTION: Retention = {
  idempotencyHours: 24,
  deliveryDays: 30,
  inboxDays: 90,
  bulkJobDays: 90,
  dryRunDays: 30,
  archivedDays: null,
};

type Settings = Pick<SettingsOf<'worker'>, Extract<keyof SettingsOf<'worker'>, `keep${string}`>>;

/** As the settings say. */
export const retentionOf = (settings: Settings): Retention => ({
  idempotencyHours: settings.keepIdempotencyHours,
  deliveryDays: settings.keepDeliveryDays,
  inboxDays: settings.keepInboxDays,
  bulkJobDays: settings.keepBulkJobDays,
  dryRunDays: settings.keepDryRunDays,
  archivedDays: settings.keepArchivedDays,
});
