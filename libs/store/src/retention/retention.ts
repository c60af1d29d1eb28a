/** How long what is no record of anybody's act is kept. History, runs and approvals stay. */

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
}

/** The standard periods, which the settings have too. */
export const DEFAULT_RETENTION: Retention = {
  idempotencyHours: 24,
  deliveryDays: 30,
  inboxDays: 90,
  bulkJobDays: 90,
  dryRunDays: 30,
};

type Settings = Pick<SettingsOf<'worker'>, Extract<keyof SettingsOf<'worker'>, `keep${string}`>>;

/** As the settings say. */
export const retentionOf = (settings: Settings): Retention => ({
  idempotencyHours: settings.keepIdempotencyHours,
  deliveryDays: settings.keepDeliveryDays,
  inboxDays: settings.keepInboxDays,
  bulkJobDays: settings.keepBulkJobDays,
  dryRunDays: settings.keepDryRunDays,
});
