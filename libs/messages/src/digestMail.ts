/** The mail that says what came into an inbox, as plain text: nothing in it can be markup. */
import type { Instant, Locale } from '@keyway/core';
import { describeInboxItem, type DescribedInboxItem } from './describeInboxItem.ts';
import { displayInstant } from './displayInstant.ts';
import { format } from './format.ts';
import { messagesIn } from './messagesIn.ts';

/** What a digest says. */
export interface DigestMail {
  /** The newest first. */
  items: readonly (DescribedInboxItem & { at: Instant })[];
  /** With those that it doesn't name. */
  total: number;
  /** Where the console is. */
  publicUrl: string;
}

/** Of names, which people choose: one line, without what turns the direction of text. */
export const oneLine = (text: string): string =>
  text.replace(/[\s\p{Cc}\u2028-\u202e\u2066-\u2069]+/gu, ' ').trim();

/** Where the settings of digests are. */
const SETTINGS_PATH = '/settings/notifications';

/** Subject and text of the mail, and where its reader changes what they are sent. */
export function digestMail(
  { items, total, publicUrl }: DigestMail,
  locale: Locale,
): { subject: string; text: string; settingsUrl: string } {
  const texts = messagesIn(locale).digest;
  const lines = items.map((item) => {
    const title = oneLine(describeInboxItem(item, locale));
    return format(texts.item, { title, at: displayInstant(item.at) }, locale);
  });
  const more = total - items.length;
  if (more > 0) lines.push(format(texts.more, { count: more }, locale));
  const settingsUrl = `${publicUrl}${SETTINGS_PATH}`;
  return {
    subject: format(texts.subject, { count: total }, locale),
    text: [
      ...[...lines, ''],
      ...[texts.inbox, `${publicUrl}/inbox`, ''],
      ...[texts.settings, settingsUrl, ''],
    ].join('\n'),
    settingsUrl,
  };
}
