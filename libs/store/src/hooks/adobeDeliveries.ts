/** Receives what Adobe sends about one organization. The caller has verified who sent it. */
import { ofPartner } from '../database/ofPartner.ts';
import { MAX_OPEN_NOTIFICATIONS, SYSTEM, type AdobeAlertKind, type AdobeEvent } from '@keyway/core';
import type { Database, Query, Transaction } from '../database/database.ts';
import { lockChain } from '../history/appendHistory.ts';
import { storable } from '../history/storableJson.ts';
import { isUuid } from '../tenancy/visibility.ts';
import { receiveEvents, type NewEvents } from '../watch/adobeAlertRows.ts';
import { WatchHistory, type WatchOwner } from '../watch/advanceStoredWatch.ts';
import { ASK_OBSERVATION } from '../watch/changeWatches.ts';

/** New events of one kind and organization in a day; further ones change nothing. */
const MAX_EVENTS_A_DAY = 1_000;

/** Far longer than any event of Adobe. */
const MAX_EVENT_LENGTH = 16_384;

/** Whose registration a delivery may belong to. */
export interface HookRecipient {
  organizationId: string;
  partnerId: string;
  isArchived: boolean;
  /** Of the organization's Adobe connection; null where there is none (AL-15). */
  adobeClientId: string | null;
}

/** What a delivery did. */
export interface Received {
  /** Alerts that were opened. */
  opened: number;
  /** Events that were counted on an alert that was open. */
  counted: number;
  /** Events that were received before (AL-16). */
  repeated: number;
  /** Events beyond what is kept of a day. */
  dropped: number;
}

const RECIPIENT: Query = {
  name: 'hook_recipient',
  text: `select o.id as "organizationId", o.partner_id as "partnerId", o.archived_at is not null as "isArchived", c.fields ->> 'clientId' as "adobeClientId"
    from organization o join chain_head h on h.chain_id = o.id and h.partner_id = o.partner_id
    left join connection c on c.organization_id = o.id and c.partner_id = o.partner_id and c.kind = 'adobe' where o.id = $1`,
};
const RUN: Query = {
  name: 'watched_run',
  text: `select run_id as "runId" from watch where organization_id = $1 and ${ofPartner('partner_id', '$2')}`,
};
const KNOWN: Query = {
  name: 'known_events',
  text: `select event_id as id from adobe_event where organization_id = $1 and ${ofPartner('partner_id', '$3')} and event_id = any ($2::text[])`,
};
const RECENT: Query = {
  name: 'recent_events',
  text: `select kind, count(*)::int as count from adobe_event
    where organization_id = $1 and ${ofPartner('partner_id', '$4')} and kind = any ($2::text[]) and received_at > $3::timestamptz - interval '1 day' group by kind`,
};
const WRITE: Query = {
  name: 'write_events',
  text: `insert into adobe_event (organization_id, partner_id, event_id, alert_id, kind, received_at, source)
    select $1, $2, id, $4, $5, $6, source::jsonb from unnest($3::text[], $7::text[]) event (id, source)`,
};

/** The organization with this UUID; null where there is none. */
export async function hookRecipient(
  database: Database,
  organizationId: string | null,
): Promise<HookRecipient | null> {
  if (organizationId === null || !isUuid(organizationId)) return null;
  const [row] = await database.read<HookRecipient>(RECIPIENT, [organizationId]);
  return row ?? null;
}

/** Events that are not known, once each. */
async function unknownEvents(
  transaction: Transaction,
  { organizationId, partnerId }: HookRecipient,
  events: readonly AdobeEvent[],
): Promise<AdobeEvent[]> {
  const byId = new Map<string, AdobeEvent>();
  for (const event of events) if (!byId.has(event.id)) byId.set(event.id, event);
  const known = await transaction.query<{ id: string }>(KNOWN, [
    ...[organizationId, [...byId.keys()], partnerId],
  ]);
  for (const { id } of known) byId.delete(id);
  return [...byId.values()];
}

/** Events by alert: each notification has one of its own until there are too many. */
function alertsOf(kind: AdobeAlertKind, events: readonly AdobeEvent[]): NewEvents['events'][] {
  const single = kind === 'ALERT_NOTIFICATION' ? MAX_OPEN_NOTIFICATIONS : 0;
  const [first, ...others] = events.slice(single);
  return [
    ...events.slice(0, single).map((event): NewEvents['events'] => [event]),
    ...(first ? [[first, ...others] satisfies NewEvents['events']] : []),
  ];
}

/** What is kept of an event that is counted; of a longer one its beginning. */
function kept(source: AdobeEvent['source']): string {
  const text = JSON.stringify(storable(source));
  return text.length <= MAX_EVENT_LENGTH
    ? text
    : JSON.stringify({ truncated: text.slice(0, MAX_EVENT_LENGTH).toWellFormed() });
}

async function receive(
  transaction: Transaction,
  recipient: HookRecipient,
  events: readonly AdobeEvent[],
): Promise<Received> {
  const { organizationId, partnerId } = recipient;
  const received: Received = { opened: 0, counted: 0, repeated: 0, dropped: 0 };
  // Deliveries of one organization come one after another from here on.
  const end = await lockChain(transaction, { partnerId, organizationId });
  if (!end) throw new Error(`There is no history of ${organizationId}.`);
  const fresh = await unknownEvents(transaction, recipient, events);
  received.repeated = events.length - fresh.length;
  if (fresh.length === 0) return received;
  const kinds = [...new Set(fresh.map(({ kind }) => kind))];
  const now = transaction.clock.now();
  const [recent, [watched]] = await Promise.all([
    transaction.query<{ kind: string; count: number }>(RECENT, [
      ...[organizationId, kinds, now, partnerId],
    ]),
    transaction.query<{ runId: string }>(RUN, [organizationId, partnerId]),
  ]);
  const owner: WatchOwner = { organizationId, partnerId, runId: watched?.runId ?? null };
  const history = new WatchHistory(
    transaction,
    owner,
    { at: now.toISOString(), actor: SYSTEM },
    end,
  );
  const left = (kind: AdobeAlertKind): number =>
    MAX_EVENTS_A_DAY - (recent.find((one) => one.kind === kind)?.count ?? 0);
  for (const kind of kinds) {
    const ofKind = fresh.filter((event) => event.kind === kind);
    const taken = ofKind.slice(0, Math.max(0, left(kind)));
    received.dropped += ofKind.length - taken.length;
    for (const events of alertsOf(kind, taken)) {
      const { alertId, isNew } = await receiveEvents(transaction, owner, { kind, events }, history);
      received.opened += isNew ? 1 : 0;
      received.counted += events.length - (isNew ? 1 : 0);
      const ids = events.map(({ id }) => id);
      // The alert has that of the event that opened it.
      const texts = events.map(({ source }, index) => (isNew && index === 0 ? null : kept(source)));
      transaction.write(WRITE, [organizationId, partnerId, ids, alertId, kind, now, texts]);
    }
  }
  // Also where an alert was open: what ends it has to be observed after its last event.
  if (received.opened + received.counted > 0)
    await transaction.query(ASK_OBSERVATION, [organizationId, partnerId]);
  return received;
}

/** Applies the events of one delivery to the organization, each once. */
export const receiveAdobeEvents = (
  database: Database,
  recipient: HookRecipient,
  events: readonly AdobeEvent[],
): Promise<Received> =>
  database.transaction('system', (transaction) => receive(transaction, recipient, events));
