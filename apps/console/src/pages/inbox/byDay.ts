/** Items by the day on which they came, in the viewer's time zone; both in the order given. */
import type { IntlShape } from 'react-intl';

export interface Day<T> {
  /** Of the first item. */
  at: string;
  items: T[];
}

const dayOf = (at: string | number): string => new Date(at).toDateString();

export function byDay<T extends { createdAt: string }>(items: readonly T[]): Day<T>[] {
  const days: Day<T>[] = [];
  for (const item of items) {
    const last = days.at(-1);
    if (last && dayOf(last.at) === dayOf(item.createdAt)) last.items.push(item);
    else days.push({ at: item.createdAt, items: [item] });
  }
  return days;
}

const DAY_MILLISECONDS = 86_400_000;

/** "Today", "yesterday", or the date. */
export function dayTitle(at: string, intl: IntlShape, now = Date.now()): string {
  const ago = [0, 1].find((days) => dayOf(now - days * DAY_MILLISECONDS) === dayOf(at));
  const text =
    ago === undefined
      ? intl.formatDate(at, { weekday: 'long', day: 'numeric', month: 'long', year: 'numeric' })
      : intl.formatRelativeTime(-ago, 'day', { numeric: 'auto' });
  return text.charAt(0).toLocaleUpperCase(intl.locale) + text.slice(1);
}
