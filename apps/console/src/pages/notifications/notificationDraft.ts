/** The settings while somebody edits them. */
import { INBOX_KINDS } from '../../features/inbox/inboxKinds.ts';
import type { DigestFrequency, InboxKind } from '../../generated/enums.ts';
import type { SetNotificationSettingsInput } from '../../generated/graphql.ts';
import type { Locale } from '../../intl/locale.ts';
import type { NotificationSettings } from './notificationDocuments.ts';

/** What the form has. */
export interface Draft {
  digest: DigestFrequency;
  kinds: readonly InboxKind[];
  /** Undefined: the text names none. */
  timeZone: string | undefined;
  hasQuietHours: boolean;
  /** Kept while there are none, so that they can be turned on again. */
  quietHours: { from: string; until: string };
  language: string;
}

export const FREQUENCIES = ['OFF', 'HOURLY', 'DAILY'] as const satisfies readonly DigestFrequency[];

/** Quiet hours that are proposed. */
export const NIGHT = { from: '20:00', until: '07:00' };

type Saved = Pick<
  NotificationSettings,
  'digest' | 'kinds' | 'timeZone' | 'language' | 'dueAt' | 'sentAt'
> & { quietHours: { from: string; until: string } | null };

/**
 * What is saved. While nothing is sent, this browser's time zone and language are proposed for
 * what nobody has chosen yet.
 */
export function toDraft(
  { digest, kinds, timeZone, quietHours, language, dueAt, sentAt }: Saved,
  here: { timeZone: string; locale: Locale },
): Draft {
  const isNew = digest === 'OFF' && dueAt === null && sentAt === null;
  return {
    digest,
    kinds: INBOX_KINDS.filter((kind) => kinds.includes(kind)),
    timeZone: isNew && timeZone === 'UTC' ? here.timeZone : timeZone,
    hasQuietHours: quietHours !== null,
    quietHours: quietHours ? { from: quietHours.from, until: quietHours.until } : NIGHT,
    language: isNew && language === 'en' ? here.locale : language,
  };
}

/** All of it is replaced. */
export function toInput({
  digest,
  kinds,
  timeZone,
  hasQuietHours,
  quietHours,
  language,
}: Draft): Omit<SetNotificationSettingsInput, 'idempotencyKey'> {
  return {
    ...{ digest, kinds: [...kinds], language, timeZone: timeZone ?? '' },
    quietHours: hasQuietHours ? quietHours : null,
  };
}

/** Zones that the browser knows, and those given, which it may not know. */
export function timeZones(...others: readonly (string | undefined)[]): { id: string }[] {
  const names = new Set(['UTC', ...Intl.supportedValuesOf('timeZone')]);
  for (const name of others) if (name) names.add(name);
  return [...names].map((id) => ({ id }));
}

/** Where this browser is. */
export const browserTimeZone = (): string => Intl.DateTimeFormat().resolvedOptions().timeZone;
