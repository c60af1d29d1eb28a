/** How long what has ended is kept. */
import { optional, setting } from './setting.ts';
import * as type from './settingTypes.ts';

const SERVERS = ['api', 'worker'] as const;
const SEE_RETENTION = 'See [retention](#retention)';

/** At most ten years: who wants more wants everything. */
const days = type.integer(1, 3650, 'days');

const keptDays = <const N extends number>(name: string, what: string, standard: N) =>
  setting({
    name,
    description: `Days that ${what}. ${SEE_RETENTION}`,
    type: days,
    default: standard as number,
    example: String(standard),
    usedBy: SERVERS,
  });

export const RETENTION_SETTINGS = {
  keepIdempotencyHours: setting({
    name: 'KEYWAY_KEEP_IDEMPOTENCY_HOURS',
    description: `Hours that an idempotency key answers the first result again. ${SEE_RETENTION}`,
    // The contract promises a day.
    type: type.integer(24, 720, 'hours'),
    default: 24,
    example: '24',
    usedBy: SERVERS,
  }),
  keepDeliveryDays: keptDays(
    'KEYWAY_KEEP_DELIVERY_DAYS',
    'a delivery of a webhook is kept, from its end',
    30,
  ),
  keepInboxDays: keptDays(
    'KEYWAY_KEEP_INBOX_DAYS',
    'an item of an inbox is kept, from when it was read',
    90,
  ),
  keepBulkJobDays: keptDays('KEYWAY_KEEP_BULK_JOB_DAYS', 'a bulk job is kept, from its end', 90),
  keepDryRunDays: keptDays('KEYWAY_KEEP_DRY_RUN_DAYS', 'a dry run is kept, from its end', 30),
  keepArchivedDays: optional({
    name: 'KEYWAY_KEEP_ARCHIVED_DAYS',
    description: `Days that an organization is kept with its history, from when it was archived. ${SEE_RETENTION}`,
    // Less would leave no time to restore what was archived by mistake; the database checks it too.
    type: type.integer(30, 3650, 'days'),
    defaultText: 'none: for good',
    example: '1825',
    usedBy: SERVERS,
  }),
};
