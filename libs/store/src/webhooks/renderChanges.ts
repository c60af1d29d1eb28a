/**
 * Makes messages of what triggers wrote down. A change is rendered once: the statement that writes
 * its messages deletes it, and where another worker was first, it writes nothing.
 */
import { randomUUID } from 'node:crypto';
import {
  NewerVersion,
  eventBody,
  globalId,
  runEvents,
  runStatus,
  wantsEvent,
  type EventSubject,
  type Run,
  type WebhookEvent,
} from '@keyway/core';
import { z } from 'zod';
import type { Database, Query } from '../database/database.ts';
import { ofPartner } from '../database/ofPartner.ts';
import { runOf } from '../runs/runRow.ts';
import type { Observations, StoredState } from '../runs/stateParts.ts';
import { uuidOf } from '../uuidOf.ts';

/** Rendered at a time. */
const BATCH = 100;

interface ChangeRow {
  position: string;
  partnerId: string;
  webhookIds: string[];
  organizationId: string | null;
  imsOrgId: string | null;
  name: string | null;
  runId: string | null;
  source: string;
  at: Date;
  data: unknown;
}

/** Those of an organization become visible in the order of their positions: its chain is locked. */
const NEXT: Query = {
  name: 'webhook_changes',
  text: `select position, partner_id as "partnerId", webhook_ids as "webhookIds", organization_id as "organizationId", ims_org_id as "imsOrgId", name, run_id as "runId", source, at, data
    from webhook_change where problem is null order by position limit ${BATCH}`,
};
const LISTENING: Query = {
  name: 'webhooks_listening',
  text: `select id, events from webhook where id = any ($1::uuid[]) and partner_id = any ($2::uuid[]) and deleted_at is null`,
};
/** $1 positions, $2 messages, $3 deliveries, $4 their partners. */
const WRITE: Query = {
  name: 'webhook_messages',
  text: `with rendered as (
      delete from webhook_change where position = any ($1::bigint[]) and partner_id = any ($4::uuid[]) returning position
    ), message as (
      insert into webhook_message (id, partner_id, organization_id, run_id, type, body, position, place, created_at)
      select m.id, m.partner_id, m.organization_id, m.run_id, m.type, m.body, m.position, m.place, clock_timestamp()
      from jsonb_to_recordset($2::jsonb) as m(id uuid, partner_id uuid, organization_id uuid, run_id uuid, type text, body text, position bigint, place int)
      join rendered using (position) returning id, created_at
    ), delivery as (
      insert into webhook_delivery (id, partner_id, webhook_id, message_id, line, position, place, due_at, created_at)
      select d.id, d.partner_id, d.webhook_id, d.message_id, d.line, d.position, d.place, m.created_at, m.created_at
      from jsonb_to_recordset($3::jsonb) as d(id uuid, partner_id uuid, webhook_id uuid, message_id uuid, line uuid, position bigint, place int)
      join message m on m.id = d.message_id returning webhook_id, line, partner_id, due_at
    ), line as (
      insert into webhook_line as l (webhook_id, line, partner_id, due_at)
      select webhook_id, line, (array_agg(partner_id))[1], min(due_at) from delivery group by webhook_id, line order by webhook_id, line
      on conflict (webhook_id, line) do update set due_at = least(l.due_at, excluded.due_at)
    )
    select (select count(*)::int from rendered) as rendered, (select count(*)::int from delivery) as deliveries,
      case when exists (select from delivery) then pg_notify('keyway_webhook', '') end`,
};
const REFUSE: Query = {
  name: 'webhook_change_problem',
  text: `update webhook_change set problem = $2 where position = $1 and ${ofPartner('partner_id', '$3')}`,
};

const runData = z.object({
  before: z.object({ state: z.unknown(), packedState: z.string().nullable() }).nullable(),
  after: z.object({
    state: z.unknown(),
    packedState: z.string().nullable(),
    observations: z.record(z.string(), z.unknown()).nullable(),
  }),
});
const alertData = z.object({
  id: z.string(),
  kind: z.string(),
  track: z.string().nullable(),
  health: z.string().nullable(),
  openedAt: z.string(),
  resolvedAt: z.string().nullable(),
});
const eventData = z.object({ type: z.string(), data: z.record(z.string(), z.unknown()) });

/** The events of a change, with the run that they are of. */
interface Rendered {
  run: EventSubject['run'];
  events: WebhookEvent[];
}

/** What a step's observation was before the change says nothing to receivers. */
const NOTHING_OBSERVED = { checks: [], facts: null };

/** Of the run before, only statuses are compared: its checks are as they became. */
function runBefore(stored: Omit<StoredState, 'observations'>, observations: Observations): Run {
  const known = new Proxy(observations, {
    get: (all, key) => Reflect.get(all, key) ?? NOTHING_OBSERVED,
  });
  return runOf({ ...stored, observations: known });
}

function renderRun(data: unknown): Rendered {
  const { before, after } = runData.parse(data);
  // Cast: as the trigger read them, in the form of `observationsOf`.
  const observations = after.observations as Observations | null;
  const run = runOf({ ...after, observations });
  const events = runEvents(before && runBefore(before, observations ?? {}), run);
  return { run: { id: run.id, status: runStatus(run), version: run.version }, events };
}

function renderAlert(data: unknown, timestamp: string): WebhookEvent {
  const { id, kind, track, health, openedAt, resolvedAt } = alertData.parse(data);
  const instant = (text: string): string => new Date(text).toISOString();
  const alert = {
    ...{ id: globalId('Alert', id), kind, track, health, openedAt: instant(openedAt) },
    closedAt: resolvedAt && instant(resolvedAt),
  };
  return { type: resolvedAt ? 'alert.closed' : 'alert.opened', timestamp, data: { alert } };
}

function render({ source, at, data }: ChangeRow): Rendered {
  const timestamp = at.toISOString();
  const one = (event: WebhookEvent): Rendered => ({ run: null, events: [event] });
  if (source === 'run') return renderRun(data);
  if (source === 'organization') return one({ type: 'organization.created', timestamp, data: {} });
  if (source === 'alert') return one(renderAlert(data, timestamp));
  if (source === 'health')
    return one({
      type: 'health.changed',
      timestamp,
      data: z.record(z.string(), z.unknown()).parse(data),
    });
  const { type, data: rest } = eventData.parse(data);
  // Cast: the trigger that put it named its type.
  return one({ type: type as WebhookEvent['type'], timestamp, data: rest });
}

interface Messages {
  messages: object[];
  deliveries: object[];
}

function messagesOf(
  change: ChangeRow,
  { run, events }: Rendered,
  listening: ReadonlyMap<string, readonly string[]>,
): Messages {
  const { position, partnerId, organizationId, imsOrgId, name, runId } = change;
  const organization =
    organizationId === null ? null : { id: organizationId, imsOrgId: imsOrgId!, name: name! };
  const made: Messages = { messages: [], deliveries: [] };
  for (const [place, event] of events.entries()) {
    const wanting = change.webhookIds.filter((id) =>
      wantsEvent(listening.get(id) ?? [], event.type),
    );
    if (wanting.length === 0) continue;
    const body = eventBody({ organization, run }, event);
    // In a restored database the same change becomes the same message, which its receiver may
    // have. What gets a position there that was another change's before is another message.
    const id = uuidOf(['webhook', partnerId, position, String(place), body]);
    const common = { partner_id: partnerId, position, place };
    made.messages.push({
      ...{ id, ...common, organization_id: organizationId, run_id: runId, type: event.type, body },
    });
    for (const webhook of wanting)
      made.deliveries.push({
        ...{ id: randomUUID(), ...common, webhook_id: webhook, message_id: id },
        line: organizationId ?? partnerId,
      });
  }
  return made;
}

/**
 * Makes messages of the changes that wait: one pass; answers how many it rendered. One that can't
 * be rendered is kept, and holds back no other.
 */
export async function renderChanges(
  database: Database,
  onWarning: (message: string) => void,
): Promise<number> {
  const changes = await database.read<ChangeRow>(NEXT);
  if (changes.length === 0) return 0;
  const ids = [...new Set(changes.flatMap(({ webhookIds }) => webhookIds))];
  const partners = [...new Set(changes.map(({ partnerId }) => partnerId))];
  const rows = await database.read<{ id: string; events: string[] }>(LISTENING, [ids, partners]);
  const listening = new Map(rows.map(({ id, events }) => [id, events]));
  const positions: string[] = [];
  const all: Messages = { messages: [], deliveries: [] };
  for (const change of changes) {
    try {
      const { messages, deliveries } = messagesOf(change, render(change), listening);
      all.messages.push(...messages);
      all.deliveries.push(...deliveries);
      positions.push(change.position);
    } catch (error) {
      // Left to the newer version that wrote it, whose processes are replacing this one.
      if (error instanceof NewerVersion) continue;
      onWarning(`The change ${change.position} can't be made a message: ${String(error)}`);
      await database.read(REFUSE, [
        ...[change.position, String(error).slice(0, 500), change.partnerId],
      ]);
    }
  }
  const [written] = await database.read<{ rendered: number }>(WRITE, [
    ...[positions, JSON.stringify(all.messages), JSON.stringify(all.deliveries), partners],
  ]);
  return written?.rendered ?? 0;
}
