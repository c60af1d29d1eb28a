/** The partner's chat, for viewers of every organization: its address is sealed and never shown. */
import { randomUUID } from 'node:crypto';
import {
  CHAT_KINDS,
  nextDigestAt,
  refuse,
  type ChatKind,
  type Instant,
  type Refusal,
} from '@keyway/core';
import { z } from 'zod';
import { columns, type RowOf } from '../database/columns.ts';
import { insertRow } from '../database/insertRow.ts';
import { Parameters } from '../database/parameters.ts';
import type { Digest } from '../generated/client.ts';
import { appendHistory } from '../history/appendHistory.ts';
import { sealForPartner } from '../sealing/partnerKey.ts';
import type { Occurrence } from '../tenancy/mutation.ts';
import type { Unit, View } from '../tenancy/view.ts';
import {
  DIGEST_PROBLEMS,
  settingsRecord,
  SETTINGS_FIELDS,
  type DigestProblem,
  type NotificationSettings,
  type NotificationSettingsRecord,
} from './notificationSettings.ts';

/** What the address is sealed with, so that it opens as nothing else. */
export const chatBinding = (partnerId: string): string => `chat:${partnerId}`;

/** What an owner sets. */
export interface NewChat extends NotificationSettings {
  kind: ChatKind;
  /** Null: it stays. */
  target: { url: string; host: string } | null;
}

/** A partner's chat, without its address. */
export interface ChatRecord extends NotificationSettingsRecord {
  kind: ChatKind;
  /** Host and port of its address. */
  host: string;
  changedAt: Instant;
  changedBy: string;
  /** A test message was asked for, and how it ended is not known yet. */
  testAskedAt: Instant | null;
  testedAt: Instant | null;
  testProblem: DigestProblem | null;
}

const FIELDS = [
  ...SETTINGS_FIELDS,
  ...(['way', 'host', 'changedAt', 'changedBy', 'testAskedAt', 'testTakenAt'] as const),
  ...(['testedAt', 'testProblem'] as const),
] as const satisfies readonly (keyof Digest)[];
type ChatRow = RowOf<Digest, (typeof FIELDS)[number]>;

/** Of a row's `way`. */
export const ChatKinds = z.enum(CHAT_KINDS);
const Problems = z.enum(DIGEST_PROBLEMS).nullable().catch(null);

function chatRecord({ way, host, changedAt, changedBy, ...row }: ChatRow): ChatRecord {
  const { testAskedAt, testTakenAt, testedAt, testProblem, ...settings } = row;
  return {
    ...settingsRecord(settings),
    ...{ kind: ChatKinds.parse(way), host: host ?? '', changedBy },
    changedAt: changedAt.toISOString(),
    testAskedAt: (testAskedAt ?? testTakenAt)?.toISOString() ?? null,
    testedAt: testedAt?.toISOString() ?? null,
    testProblem: Problems.parse(testProblem),
  };
}

/** Null: there is none, or the viewer does not see it. */
export async function findChat({
  sql,
  visibility,
}: Pick<View, 'sql' | 'visibility'>): Promise<ChatRecord | null> {
  const parameters = new Parameters();
  const [row] = await sql.query<ChatRow>(
    `select ${columns('d', FIELDS)} from digest d where d.member_id is null and ${visibility.accessCondition(parameters, 'd')}`,
    parameters.values,
  );
  return row ? chatRecord(row) : null;
}

type Changed = { chat: ChatRecord } | { refusal: Refusal };
const noChat = (): { refusal: Refusal } => ({ refusal: refuse('chatNotFound', null) });

const forHistory = ({ kind, host, frequency }: ChatRecord) => ({
  ...{ chat: kind, chatHost: host, digest: frequency },
});

/** What came while nothing was sent is in no message, nor what a former address has. */
const CHANGE = `on conflict (partner_id, member_id) do update set (way, sealed, host, frequency, kinds, locale, time_zone, quiet_from, quiet_until, changed_at, changed_by, due_at) =
    (excluded.way, excluded.sealed, excluded.host, excluded.frequency, excluded.kinds, excluded.locale, excluded.time_zone, excluded.quiet_from, excluded.quiet_until, excluded.changed_at, excluded.changed_by, excluded.due_at),
  sent_until = case when digest.frequency = 'OFF' then excluded.sent_until else digest.sent_until end,
  problem = null, attempts = 0, test_asked_at = null, tested_at = null, test_problem = null, test_token = null, test_taken_at = null
  returning ${columns('digest', FIELDS)}`;

/** Where no address is given, the one before is kept; without one it is refused. */
export async function setChat(
  unit: Unit,
  { kind, target, frequency, kinds, locale, timeZone, quietHours }: NewChat,
  occurrence: Occurrence,
): Promise<Changed> {
  const { sql, sealing, visibility } = unit;
  if (visibility.scope.organizationIds) return noChat();
  const { partnerId } = visibility.scope;
  const at = new Date(occurrence.at);
  const kept = target ? null : await keptAddress(unit, kind);
  if (!target && !kept) return { refusal: refuse('chatUrlMissing', ['url']) };
  const sealed = target
    ? (
        await sealForPartner(
          sql,
          sealing,
          partnerId,
          [{ text: target.url, binding: chatBinding(partnerId) }],
          at,
        )
      )[0]!
    : kept!.sealed;
  const due = nextDigestAt(occurrence.at, { frequency, timeZone, quietHours });
  const { query, values } = insertRow<Digest>(
    'digest',
    {
      ...{ id: randomUUID(), partnerId, memberId: null, way: kind },
      ...{ frequency, kinds: [...kinds], locale, timeZone },
      ...{ sealed: new Uint8Array(sealed), host: target?.host ?? kept!.host },
      quietFrom: quietHours?.from ?? null,
      quietUntil: quietHours?.until ?? null,
      ...{ changedAt: at, changedBy: occurrence.actor.name },
      ...{ dueAt: due === null ? null : new Date(due), sentUntil: at },
    },
    CHANGE,
  );
  const [row] = await sql.query<ChatRow>(query, values);
  const chat = chatRecord(row!);
  const data = { ...forHistory(chat), addressReplaced: target !== null };
  await appendHistory(unit, null, 'chatSet', data, occurrence);
  return { chat };
}

/** Of a chat of the same kind: another kind's address takes other messages. */
async function keptAddress(
  { sql, visibility }: Unit,
  kind: ChatKind,
): Promise<{ sealed: Uint8Array; host: string } | null> {
  const parameters = new Parameters();
  const [row] = await sql.query<{ sealed: Uint8Array; host: string }>(
    `select d.sealed, d.host from digest d where d.member_id is null and d.way = ${parameters.add(kind)} and ${visibility.accessCondition(parameters, 'd')} for update`,
    parameters.values,
  );
  return row ?? null;
}

/** With its address. Nothing more is sent, but a message under way may still arrive. */
export async function removeChat(unit: Unit, occurrence: Occurrence): Promise<Changed> {
  const parameters = new Parameters();
  const [row] = await unit.sql.query<ChatRow>(
    `delete from digest d where d.member_id is null and ${unit.visibility.accessCondition(parameters, 'd')} returning ${columns('d', FIELDS)}`,
    parameters.values,
  );
  if (!row) return noChat();
  const chat = chatRecord(row);
  await appendHistory(unit, null, 'chatRemoved', forHistory(chat), occurrence);
  return { chat };
}

/** A worker sends it, and says how it ended. How one before ended is no longer said. */
export async function testChat(unit: Unit, occurrence: Occurrence): Promise<Changed> {
  const parameters = new Parameters();
  const at = parameters.add(occurrence.at);
  const [row] = await unit.sql.query<ChatRow>(
    `update digest d set test_asked_at = ${at}::timestamptz, tested_at = null, test_problem = null, test_token = null, test_taken_at = null
     where d.member_id is null and ${unit.visibility.accessCondition(parameters, 'd')} returning ${columns('d', FIELDS)}`,
    parameters.values,
  );
  return row ? { chat: chatRecord(row) } : noChat();
}
