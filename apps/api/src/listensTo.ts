import type { OpenStoreOptions } from '@keyway/store';

/** The changes that the api sends on to subscriptions, and no others. */
export const LISTENS_TO = [
  'keyway_run',
  'keyway_bulk',
  'keyway_dry_run',
  'keyway_alert',
  'keyway_health',
  'keyway_inbox',
] as const satisfies OpenStoreOptions['listensTo'];
