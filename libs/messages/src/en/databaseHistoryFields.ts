/** Labels and codes of entries about what waits after the database lost time. */

export const databaseLabels = {
  cause: 'Cause',
  era: 'Database era',
  'configurationDelayed.since': 'Noticed',
  'setupChangeDelayed.since': 'Noticed',
  restoredAt: 'Database restored',
} as const;

export const databaseCodes = {
  cause: {
    FAILED_OVER: 'Failover to another server',
    RESTORED: 'Restored from a backup, or moved to another server',
    RESUMED: 'Nothing was connected for some minutes',
  },
} as const;
