/** Alerts that Adobe sent: opened once, counted while they are open, and ended. */
import { ofPartner } from '../database/ofPartner.ts';
import { randomUUID } from 'node:crypto';
import {
  adobeAlertEnds,
  ADOBE_ALERT_PREFIX,
  MAX_OPEN_NOTIFICATIONS,
  adobeAlertName,
  isPurgeClass,
  needsAttentionAgain,
  type AdobeAlertKind,
  type AdobeEvent,
  type Health,
} from '@keyway/core';
import type { Transaction } from '../database/database.ts';
import { storable } from '../history/storableJson.ts';
import type { WatchHistory, WatchOwner } from './advanceStoredWatch.ts';
import { alertForHistory, ANNOUNCE_ALERT, resolveAlerts, sortKeyOf } from './alertRows.ts';

const COUNT = {
  name: 'count_adobe_event',
  text: `update alert set event_count = event_count + $3, last_event_at = $4,
      status = case when $5 then 'OPEN' else status end,
      acknowledged_by = case when $5 then null else acknowledged_by end, acknowledged_at = case when $5 then null else acknowledged_at end
    from (select id as known, status as before, acknowledged_by as by from alert where organization_id = $1 and ${ofPartner('partner_id', '$6')} and name = $2 and status <> 'RESOLVED') open
    where id = known and ${ofPartner('partner_id', '$6')} returning id, before, by, subject, ${ANNOUNCE_ALERT}`,
};
/** The newest one that is open, where there are as many as there may be. */
const FULL = {
  name: 'open_notifications',
  text: `select name from (
      select name, opened_at, id, count(*) over () as total from alert
      where organization_id = $1 and ${ofPartner('partner_id', '$3')} and status <> 'RESOLVED' and name ^@ $2 order by opened_at desc, id desc limit 1
    ) newest where total >= ${MAX_OPEN_NOTIFICATIONS}`,
};
const OPEN = {
  name: 'open_adobe_alert',
  text: `insert into alert (id, partner_id, organization_id, kind, name, is_purge_class, sort_key, opened_at, subject, source, event_id, event_count, last_event_at)
    values ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12, $8) returning ${ANNOUNCE_ALERT}`,
};
const OF_ADOBE = {
  name: 'adobe_alerts_unresolved',
  text: `select name, status from alert where organization_id = $1 and ${ofPartner('partner_id', '$2')} and status <> 'RESOLVED' and name ^@ '${ADOBE_ALERT_PREFIX}'`,
};

/** Events of one alert, of which none was received before, in the order in which they came. */
export interface NewEvents {
  kind: AdobeAlertKind;
  events: readonly [AdobeEvent, ...AdobeEvent[]];
}

/** The name of the alert that the event opens or is counted on. */
async function nameFor(
  transaction: Transaction,
  { organizationId, partnerId }: WatchOwner,
  { kind, id }: AdobeEvent,
): Promise<string> {
  if (kind !== 'ALERT_NOTIFICATION') return adobeAlertName(kind, id);
  const [newest] = await transaction.query<{ name: string }>(FULL, [
    organizationId,
    adobeAlertName(kind, ''),
    partnerId,
  ]);
  return newest?.name ?? adobeAlertName(kind, id);
}

/** An alert on which events were counted; `before` and `by` as they were until then. */
interface Counted {
  id: string;
  before: string;
  by: string | null;
  subject: object;
}

/**
 * Opens an alert with the first event, or counts the events on the one that is open, which nobody
 * has acknowledged any more where they need people again. `isNew`: it was opened.
 */
export async function receiveEvents(
  transaction: Transaction,
  owner: WatchOwner,
  { kind, events }: NewEvents,
  history: WatchHistory,
): Promise<{ alertId: string; isNew: boolean }> {
  const { organizationId, partnerId } = owner;
  const name = await nameFor(transaction, owner, events[0]);
  const now = transaction.clock.now();
  const [open] = await transaction.query<Counted>(COUNT, [
    ...[organizationId, name, events.length, now, needsAttentionAgain(kind), partnerId],
  ]);
  if (open) {
    if (open.before === 'ACKNOWLEDGED' && needsAttentionAgain(kind))
      history.write('alertReopened', {
        ...{ alertId: open.id, track: null, kind, health: null, subject: open.subject },
        ...{ event: events[0].id, acknowledgedBy: open.by },
      });
    return { alertId: open.id, isNew: false };
  }
  const alertId = randomUUID();
  const [{ id: event, source }] = events;
  const subject = { kind: 'adobeEvent', event };
  const about = alertForHistory({ track: null, kind, health: null, subject });
  const openedAt = history.write('alertOpened', { alertId, ...about });
  const isPurge = isPurgeClass(kind);
  transaction.write(OPEN, [
    ...[alertId, partnerId, organizationId, kind, name, isPurge, sortKeyOf(isPurge, openedAt)],
    ...[openedAt, JSON.stringify(subject), JSON.stringify(storable(source)), event, events.length],
  ]);
  return { alertId, isNew: true };
}

/** @param health as `adobeAlertEnds` takes it */
export async function endAdobeAlerts(
  transaction: Transaction,
  owner: WatchOwner,
  health: Health | null,
  history: WatchHistory,
): Promise<void> {
  if (!adobeAlertEnds({ isAcknowledged: true, health })) return;
  const rows = await transaction.query<{ name: string; status: string }>(OF_ADOBE, [
    ...[owner.organizationId, owner.partnerId],
  ]);
  const ended = rows.filter(({ status }) =>
    adobeAlertEnds({ isAcknowledged: status === 'ACKNOWLEDGED', health }),
  );
  const names = ended.map(({ name }) => name);
  await resolveAlerts(transaction, owner, names, history);
}
