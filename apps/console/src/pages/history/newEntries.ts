/** The entries that a change of a run brings, before those of the pages that were read. */
import { mergeEntries } from '../../features/history/mergeEntries.ts';
import type { HistoryFilter } from '../../generated/graphql.ts';
import type { HistoryEntry } from './historyDocuments.ts';

type Entries = readonly HistoryEntry[];

/** Whether the server would find the entry with this filter. */
export function matchesFilter(entry: HistoryEntry, filter: HistoryFilter): boolean {
  const at = Date.parse(entry.at);
  return (
    (!filter.organizationId || entry.organization?.id === filter.organizationId) &&
    (!filter.kind || filter.kind.includes(entry.kind)) &&
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
 * The pages with the pushed entries before them. Older ones are in pages that were not read, and
 * appear with them.
 */
export function addNewer(pages: Entries, pushed: Entries, filter: HistoryFilter): Entries {
  const newest = Date.parse(pages[0]?.at ?? '');
  const newer = pushed.filter(
    (entry) => matchesFilter(entry, filter) && !(Date.parse(entry.at) < newest),
  );
  return newer.length > 0 ? mergeEntries(newer, pages) : pages;
}
