/** What concerns a person, as it is stored (docs/decisions/0084-inbox.md). */
import { INBOX_KINDS, parseActor, STEP_IDS, TRACK_IDS, type Instant } from '@keyway/core';
import type { InboxKind, StepId, TrackId } from '@keyway/core';
import { z } from 'zod';
import { columns, type RowOf } from '../database/columns.ts';
import type { InboxItem } from '../generated/client.ts';

/** Items of a member; the oldest go first. */
export const MAX_ITEMS = 1000;
/** How far a count of what is unread goes. */
export const MAX_UNREAD = 100;
/** Of a comment. */
const EXCERPT = 280;

const FIELDS = [
  'id',
  'organizationId',
  'runId',
  'kind',
  'alertId',
  'track',
  'step',
  'actor',
  'at',
  'createdAt',
  'readAt',
] as const satisfies readonly (keyof InboxItem)[];

/** A row, with the beginning of the comment that it is about. */
export type InboxRow = RowOf<InboxItem, (typeof FIELDS)[number]> & { excerpt: string | null };

/** The comment is read where the viewer's policies show it. */
export const INBOX_COLUMNS = `${columns('i', FIELDS)},
  case when i.kind = 'MENTIONED' then (select left(h.data->>'text', ${EXCERPT + 1}) from history_entry h where h.id = i.entry_id and h.organization_id = i.organization_id and h.partner_id = i.partner_id) end as excerpt`;

/** Something that concerns a person. */
export interface InboxItemRecord {
  id: string;
  organizationId: string;
  /** Null: it is about no run. */
  runId: string | null;
  kind: InboxKind;
  alertId: string | null;
  track: TrackId | null;
  step: StepId | null;
  /** Who caused it, by the name they had then; null: Keyway. */
  actor: string | null;
  /** The beginning of a comment. */
  excerpt: string | null;
  /** When it happened. */
  at: Instant;
  /** When it came into the inbox. */
  createdAt: Instant;
  readAt: Instant | null;
}

const Kinds = z.enum(INBOX_KINDS);
const Tracks = z.enum(TRACK_IDS).nullable().catch(null);
const Steps = z.enum(STEP_IDS).nullable().catch(null);

/** Without what says how they were signed in; null: Keyway. */
function actorOf(text: string): string | null {
  const { name, origin } = parseActor(text, null);
  return origin === 'worker' || origin === 'system' ? null : name;
}

export const inboxItemRecord = ({ excerpt, ...row }: InboxRow): InboxItemRecord => ({
  ...row,
  kind: Kinds.parse(row.kind),
  track: Tracks.parse(row.track),
  step: Steps.parse(row.step),
  actor: row.actor === null ? null : actorOf(row.actor),
  excerpt: excerpt !== null && excerpt.length > EXCERPT ? `${excerpt.slice(0, EXCERPT)}…` : excerpt,
  at: row.at.toISOString(),
  createdAt: row.createdAt.toISOString(),
  readAt: row.readAt?.toISOString() ?? null,
});
