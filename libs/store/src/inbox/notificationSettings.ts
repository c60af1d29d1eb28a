/** What a person wants to be sent of their inbox, and how it went. */
import { randomUUID } from 'node:crypto';
import {
  DIGEST_FREQUENCIES,
  INBOX_KINDS,
  LOCALES,
  nextDigestAt,
  type DigestTimes,
  type InboxKind,
  type Instant,
  type Locale,
} from '@keyway/core';
import { z } from 'zod';
import { columns, type RowOf } from '../database/columns.ts';
import { insertRow } from '../database/insertRow.ts';
import { Parameters } from '../database/parameters.ts';
import type { Digest } from '../generated/client.ts';
import type { Unit, View } from '../tenancy/view.ts';

/** Why a digest was not sent, as the enum `DigestProblem` of the public contract. */
export const DIGEST_PROBLEMS = [
  'ADDRESS_MISSING',
  'ADDRESS_REFUSED',
  'SERVER_UNREACHABLE',
  'SERVER_REFUSED',
  'OUTCOME_UNKNOWN',
] as const;
/** One of them. */
export type DigestProblem = (typeof DIGEST_PROBLEMS)[number];

/** What a person chose. */
export interface NotificationSettings extends DigestTimes {
  kinds: readonly InboxKind[];
  locale: Locale;
}

/** With what became of it. */
export interface NotificationSettingsRecord extends NotificationSettings {
  /** Null: nothing will be sent. */
  dueAt: Instant | null;
  sentAt: Instant | null;
  problem: DigestProblem | null;
}

/** Columns of the settings. */
export const SETTINGS_FIELDS = [
  ...(['frequency', 'kinds', 'locale', 'timeZone', 'quietFrom', 'quietUntil'] as const),
  ...(['dueAt', 'sentAt', 'problem'] as const),
] as const satisfies readonly (keyof Digest)[];

type DigestRow = RowOf<Digest, (typeof SETTINGS_FIELDS)[number]>;
/** Of a row: what it chooses. */
export type ChosenRow = Omit<DigestRow, 'dueAt' | 'sentAt' | 'problem'>;

const Frequencies = z.enum(DIGEST_FREQUENCIES);
// A version to come may know further kinds and languages.
const Kinds = z.enum(INBOX_KINDS);
const Locales = z.enum(LOCALES).catch('en');
const Problems = z.enum(DIGEST_PROBLEMS).nullable().catch(null);

/** What a row chooses. */
export const chosenOf = ({ quietFrom, quietUntil, ...row }: ChosenRow): NotificationSettings => ({
  frequency: Frequencies.parse(row.frequency),
  kinds: row.kinds.flatMap((kind) => Kinds.safeParse(kind).data ?? []),
  locale: Locales.parse(row.locale),
  timeZone: row.timeZone,
  quietHours:
    quietFrom === null || quietUntil === null ? null : { from: quietFrom, until: quietUntil },
});

/** A row as it is used. */
export const settingsRecord = ({
  dueAt,
  sentAt,
  problem,
  ...row
}: DigestRow): NotificationSettingsRecord => ({
  ...chosenOf(row),
  dueAt: dueAt?.toISOString() ?? null,
  sentAt: sentAt?.toISOString() ?? null,
  problem: Problems.parse(problem),
});

/** Of the person who asks; null where they never chose anything. */
export async function findNotificationSettings({
  sql,
  visibility,
}: Pick<View, 'sql' | 'visibility'>): Promise<NotificationSettingsRecord | null> {
  const parameters = new Parameters();
  const own = visibility.personCondition(parameters, 'd');
  const [row] = await sql.query<DigestRow>(
    `select ${columns('d', SETTINGS_FIELDS)} from digest d where ${own}`,
    parameters.values,
  );
  return row ? settingsRecord(row) : null;
}

/**
 * Counts from now on. What came while nothing was sent is in no digest; a digest under way still
 * arrives, and is not sent again.
 */
const CHANGE = `on conflict (partner_id, member_id) do update set (frequency, kinds, locale, time_zone, quiet_from, quiet_until, changed_at, changed_by, due_at) =
    (excluded.frequency, excluded.kinds, excluded.locale, excluded.time_zone, excluded.quiet_from, excluded.quiet_until, excluded.changed_at, excluded.changed_by, excluded.due_at),
  sent_until = case when digest.frequency = 'OFF' then excluded.sent_until else digest.sent_until end,
  problem = null, attempts = 0
  returning ${columns('digest', SETTINGS_FIELDS)}`;

export async function setNotificationSettings(
  { sql, visibility }: Unit,
  { frequency, kinds, locale, timeZone, quietHours }: NotificationSettings,
  by: { memberId: string; name: string; at: Instant },
): Promise<NotificationSettingsRecord> {
  const due = nextDigestAt(by.at, { frequency, timeZone, quietHours });
  const { query, values } = insertRow<Digest>(
    'digest',
    {
      ...{ id: randomUUID(), partnerId: visibility.scope.partnerId, memberId: by.memberId },
      ...{ way: 'EMAIL', frequency, kinds: [...kinds], locale, timeZone },
      quietFrom: quietHours?.from ?? null,
      quietUntil: quietHours?.until ?? null,
      changedAt: new Date(by.at),
      changedBy: by.name,
      dueAt: due === null ? null : new Date(due),
      sentUntil: new Date(by.at),
    },
    CHANGE,
  );
  const [row] = await sql.query<DigestRow>(query, values);
  return settingsRecord(row!);
}
