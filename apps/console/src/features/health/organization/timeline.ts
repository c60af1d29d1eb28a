/** The health of a track over time, as bars and marks of a picture, from the entries of history. */
import type { Health, TrackId } from '../../../generated/enums.ts';
import { HEALTHS } from '../../organization/organizationChoices.ts';

export interface HealthEntry {
  id: string;
  at: string;
  kind: string;
  data: unknown;
  summary: string;
}

/** A time with one health, in milliseconds since the epoch. */
export interface Span {
  health: Health;
  from: number;
  to: number;
}

export const MARK_KINDS = ['versionSeen', 'alertOpened', 'differenceAccepted'] as const;
export type MarkKind = (typeof MARK_KINDS)[number];

/** Entries of one kind that are too close to be apart in the picture. */
export interface Mark {
  kind: MarkKind;
  at: number;
  entries: readonly HealthEntry[];
}

/** What is shown: from `start` to `end`. */
export interface Extent {
  start: number;
  end: number;
}

const textOf = (data: unknown, name: string): string | undefined => {
  const value: unknown =
    typeof data === 'object' && data !== null ? Reflect.get(data, name) : undefined;
  return typeof value === 'string' ? value : undefined;
};
const healthIn = (data: unknown, name: string): Health | undefined =>
  HEALTHS.find((health) => health === textOf(data, name));
const isMark = (kind: string): kind is MarkKind => (MARK_KINDS as readonly string[]).includes(kind);

/** Oldest first; each once. */
export const inOrder = (entries: readonly HealthEntry[]): HealthEntry[] =>
  [...new Map(entries.map((entry) => [entry.id, entry])).values()].toSorted(
    (a, b) => Date.parse(a.at) - Date.parse(b.at),
  );

/**
 * Each time with one health, up to now. Before the first entry that is known nothing is said; a
 * newer run begins again with nothing known.
 * @param entries oldest first
 */
export function spansOf(
  entries: readonly HealthEntry[],
  track: TrackId,
  current: { health: Health; since: string },
  now: number,
): Span[] {
  const spans: Span[] = [];
  const begin = (health: Health, from: number) => {
    const last = spans.at(-1);
    if (last) last.to = from;
    spans.push({ health, from, to: from });
  };
  for (const { kind, at, data } of entries) {
    const instant = Date.parse(at);
    if (kind === 'watchStarted') begin('NOT_WATCHED', instant);
    if (kind !== 'healthChanged' || textOf(data, 'track') !== track) continue;
    const to = healthIn(data, 'to');
    if (!to) continue;
    const from = healthIn(data, 'from');
    const oldest = entries[0];
    if (spans.length === 0 && from && oldest) begin(from, Date.parse(oldest.at));
    begin(to, instant);
  }
  // What the server says now is newer than the entries that were read.
  if (spans.at(-1)?.health !== current.health)
    begin(current.health, Math.max(Date.parse(current.since), spans.at(-1)?.from ?? 0));
  const last = spans.at(-1);
  if (last) last.to = Math.max(now, last.from);
  return spans;
}

/** Those within the extent, cut at its ends; the worst last, so that nothing covers it. */
export const spansWithin = (spans: readonly Span[], { start, end }: Extent): Span[] =>
  spans
    .flatMap(({ health, from, to }) =>
      to <= start || from >= end
        ? []
        : [{ health, from: Math.max(from, start), to: Math.min(to, end) }],
    )
    .toSorted((a, b) => HEALTHS.indexOf(b.health) - HEALTHS.indexOf(a.health));

/** Share of the width below which marks of one kind are drawn as one. */
const CLOSE = 0.015;

/** @param entries oldest first */
export function marksOf(
  entries: readonly HealthEntry[],
  track: TrackId,
  { start, end }: Extent,
): Mark[] {
  const marks: Mark[] = [];
  for (const entry of entries) {
    const { kind } = entry;
    const [at, of] = [Date.parse(entry.at), textOf(entry.data, 'track')];
    if (!isMark(kind) || at < start || at > end || (of !== undefined && of !== track)) continue;
    const near = marks.findLast((mark) => mark.kind === kind);
    if (near && at - near.at < (end - start) * CLOSE)
      marks[marks.indexOf(near)] = { ...near, entries: [...near.entries, entry] };
    else marks.push({ kind, at, entries: [entry] });
  }
  return marks;
}

export const RANGES = ['24h', '7d', '30d', 'all'] as const;
export type Range = (typeof RANGES)[number];
const HOUR = 3_600_000;
const LENGTH: Readonly<Record<Exclude<Range, 'all'>, number>> = {
  '24h': 24 * HOUR,
  '7d': 7 * 24 * HOUR,
  '30d': 30 * 24 * HOUR,
};

/**
 * From the range's start to now; on to the next expiry where that is no farther away than the range
 * is long.
 */
export function extentOf(
  range: Range,
  { oldest, now, expiries }: { oldest: number; now: number; expiries: readonly number[] },
): Extent {
  const length = range === 'all' ? Math.max(now - oldest, HOUR) : LENGTH[range];
  const ahead = expiries.filter((at) => at > now && at - now <= length);
  const end = ahead.length > 0 ? Math.max(...ahead) : now;
  return { start: now - length, end: end + (end - now + length) * 0.02 };
}

/** From 0 to 100, for lengths in percent. */
export const toPercent = (at: number, { start, end }: Extent): number =>
  ((at - start) / (end - start)) * 100;

/** Instants at equal distances, for the labels of the axis. */
export const ticksOf = ({ start, end }: Extent, count: number): number[] =>
  Array.from({ length: count }, (_, at) => start + ((end - start) * (at + 0.5)) / count);
