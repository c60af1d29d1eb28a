/** Texts of the server have times in UTC: shown in the form and the time zone of the reader. */
import { useCallback } from 'react';
import { useIntl } from 'react-intl';
import type { IntlShape } from 'react-intl';

/** What somebody wrote is quoted, and stays as it is. */
const QUOTED = /(“[^”]*”|«[^»]*»)/;
/** `2026-11-24 00:10 UTC`, or a day alone; not a part of a name, as in `key-2026-11-24`. */
const TIME = /(?<![\w./-])(\d{4}-\d\d-\d\d)(?: (\d\d:\d\d) UTC)?(?![\w/-]|\.\w)/g;

export function formatServerText(text: string, intl: IntlShape): string {
  const shown = (found: string, day: string, time: string | undefined): string => {
    const at = new Date(`${day}T${time ?? '00:00'}Z`);
    // No day of a calendar.
    if (Number.isNaN(at.getTime()) || !at.toISOString().startsWith(day)) return found;
    return time === undefined
      ? intl.formatDate(at, { dateStyle: 'medium', timeZone: 'UTC' })
      : intl.formatDate(at, { dateStyle: 'medium', timeStyle: 'short' });
  };
  return text
    .split(QUOTED)
    .map((part, index) => (index % 2 === 1 ? part : part.replace(TIME, shown)))
    .join('');
}

export function useServerText(): (text: string) => string {
  const intl = useIntl();
  return useCallback((text) => formatServerText(text, intl), [intl]);
}
