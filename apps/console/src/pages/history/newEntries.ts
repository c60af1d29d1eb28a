/** The entries that a change of a run brings, before those of the pages that were read. */
import { mergeEntries } from '../../features/history/mergeEntries.ts';
import type { HistoryFilter } from '../../generated/graphql.ts';
import type { HistoryEntry, HistoryLine } from './historyDocuments.ts';

type Entries = readonly HistoryEntry[];

/** Whether the server would find the entry with this filter. */
export function matchesFilter(entry: HistoryLine, filter: HistoryFilter): boolean {
  const at = Date.parse(entry.at);
  return (
    (!filter.organizationId || entry.organization?.id === filter.organizationId) &&
    (!filter.kind || filter.kind.includes(entry.kind)) &&
    !filter.exceptKind?.includes(entry.kind) &&
    (!filter.actor || entry.actor.toLowerCase().startsWith(filter.actor.toLowerCase())) &&
    (!filter.since || at >= Date.parse(filter.since)) &&
    (!filter.until || at < Date.parse(filter.until))
  );
}

/** Adds the newest entries of changed runs to those that other changes brought. */
export function addPushed(pushed: Entries, changed: readonly Entries[]): Entries {
  return changed.reduce((all, entries) => mergeEntries(entries, all), pushed);
}

/**
 * The pages with the pushed entries in their places: one can be older than the newest that was
 * read. Those that are older than every entry are in pages that were not read, and appear with
 * them.
 */
export function addNewer(pages: Entries, pushed: Entries, filter: HistoryFilter): Entries {
  const oldest = Date.parse(pages.at(-1)?.at ?? '');
  const newer = pushed
    .map((entry) => listedFor(entry, filter))
    .filter((entry) => matchesFilter(entry, filter) && !(Date.parse(entry.at) < oldest));
  return newer.length > 0 ? oncePerChange(mergeEntries(newer, pages), pushed) : pages;
}

/** The entry that the server lists for this one: the first of its change. */
function listedFor(entry: HistoryEntry, filter: HistoryFilter): HistoryEntry {
  const { change } = entry;
  const isListed = change && change.first.id !== entry.id && matchesFilter(change.first, filter);
  return isListed ? { ...change.first, change } : entry;
}

/** Keeps the first entry of each change, with how many runs it has reached by now. */
function oncePerChange(entries: Entries, pushed: Entries): Entries {
  const runs = new Map<string, number>();
  for (const { change } of [...entries, ...pushed])
    if (change)
      runs.set(change.first.id, Math.max(change.runCount, runs.get(change.first.id) ?? 0));
  const seen = new Set<string>();
  return entries
    .toReversed()
    .filter((entry) => {
      const id = entry.change?.first.id ?? entry.id;
      return !seen.has(id) && seen.add(id);
    })
    .toReversed()
    .map((entry) => withRuns(entry, runs.get(entry.change?.first.id ?? '') ?? 0));
}

/** The very same object where nothing changed. */
const withRuns = (entry: HistoryEntry, runCount: number): HistoryEntry =>
  entry.change && entry.change.runCount < runCount
    ? { ...entry, change: { ...entry.change, runCount } }
    : entry;
