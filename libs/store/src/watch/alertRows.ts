/** Alerts: those that Keyway found itself, and those that Adobe sent. */
import { ofPartner } from '../database/ofPartner.ts';
import { randomUUID } from 'node:crypto';
import { ALERT_KINDS, HEALTHS, TRACK_IDS, type OwnAlert } from '@keyway/core';
import { z } from 'zod';
import { columns, type RowOf } from '../database/columns.ts';
import type { Transaction } from '../database/database.ts';
import type { Alert as AlertModel } from '../generated/client.ts';
import type { WatchHistory, WatchOwner } from './advanceStoredWatch.ts';

const FIELDS = [
  'id',
  'partnerId',
  'organizationId',
  'track',
  'kind',
  'name',
  'isPurgeClass',
  'health',
  'status',
  'openedAt',
  'resolvedAt',
  'acknowledgedBy',
  'acknowledgedAt',
  'subject',
  'source',
  'sortKey',
  'eventCount',
  'lastEventAt',
] as const satisfies readonly (keyof AlertModel)[];
export type AlertRow = RowOf<AlertModel, (typeof FIELDS)[number]>;

/** Of `alert a`. */
export const ALERT_COLUMNS = columns('a', FIELDS);

/** Every `AlertStatus`, as in the enum of the public contract. */
export const ALERT_STATUSES = ['OPEN', 'ACKNOWLEDGED', 'RESOLVED'] as const;
export type AlertStatus = (typeof ALERT_STATUSES)[number];

const Stored = z.object({
  track: z.enum(TRACK_IDS).nullable(),
  kind: z.enum(ALERT_KINDS),
  health: z.enum(HEALTHS).nullable(),
  status: z.enum(ALERT_STATUSES),
  subject: z.looseObject({ kind: z.string() }),
});

/** An alert as it is stored. Its texts follow from `kind`, `health` and `values`. */
export type AlertRecord = Omit<AlertRow, keyof z.infer<typeof Stored>> & z.infer<typeof Stored>;

export const alertRecord = (row: AlertRow): AlertRecord => ({ ...row, ...Stored.parse(row) });

/** Of one row, in the statement that writes it, without an alias. */
export const ANNOUNCE_ALERT = `pg_notify('keyway_alert', json_build_object('partnerId', partner_id, 'organizationId', organization_id, 'alertId', id)::text)`;

/** The purge class first (AL-03), then the newest. */
export const sortKeyOf = (isPurgeClass: boolean, openedAt: Date): number =>
  (isPurgeClass ? 1e15 : 0) + openedAt.getTime();

const OPEN = {
  name: 'open_alert',
  text: `insert into alert (id, partner_id, organization_id, track, kind, name, is_purge_class, sort_key, health, opened_at, subject)
    values ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11) returning ${ANNOUNCE_ALERT}`,
};
const RESOLVE = {
  name: 'resolve_alerts',
  text: `update alert a set status = 'RESOLVED', resolved_at = $3
    where a.organization_id = $1 and ${ofPartner('a.partner_id', '$4')} and a.name = any ($2::text[]) and a.status <> 'RESOLVED' returning ${ALERT_COLUMNS}, ${ANNOUNCE_ALERT}`,
};

/** What history says of an alert. */
export const alertForHistory = ({
  track,
  kind,
  health,
  subject,
}: Pick<AlertRecord, 'track' | 'kind' | 'health'> & { subject: object }) => ({
  track,
  kind,
  health,
  subject,
});

/** Its name is open nowhere: `advanceWatch` knows which are. */
export function openAlert(
  transaction: Transaction,
  { organizationId, partnerId }: WatchOwner,
  alert: OwnAlert,
  history: WatchHistory,
): void {
  const id = randomUUID();
  const { track, kind, name, health, subject } = alert;
  const openedAt = history.write('alertOpened', { alertId: id, ...alertForHistory(alert) });
  const isPurgeClass = health === 'REVOKED';
  transaction.write(OPEN, [
    ...[id, partnerId, organizationId, track, kind, name, isPurgeClass],
    ...[sortKeyOf(isPurgeClass, openedAt), health, openedAt, JSON.stringify(subject)],
  ]);
}

export async function resolveAlerts(
  transaction: Transaction,
  { organizationId, partnerId }: WatchOwner,
  names: readonly string[],
  history: WatchHistory,
): Promise<void> {
  if (names.length === 0) return;
  const at = transaction.clock.now();
  const rows = await transaction.query<AlertRow>(RESOLVE, [
    ...[organizationId, names, at, partnerId],
  ]);
  for (const row of rows.map(alertRecord))
    history.write('alertResolved', { alertId: row.id, ...alertForHistory(row) });
}
