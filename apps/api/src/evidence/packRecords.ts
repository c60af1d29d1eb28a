/** Entries of history as `approvals.json` and `submissions/` have them. */
import { globalId } from '@keyway/core';
import { yieldIfSliceEnded, type ExportedEntry } from '@keyway/store';

type Data = Readonly<Record<string, unknown>>;

/** An entry with its data, and IDs as the API has them. */
export interface PackEntryRecord {
  entry: string;
  at: string;
  by: string;
  principal: string | null;
  kind: string;
  run: string | null;
  data: Data;
}

/** Entries, some at a time. */
export type EntryBatches = AsyncIterable<readonly ExportedEntry[]>;

const isData = (value: unknown): value is Data => typeof value === 'object' && value !== null;

const recordOf = (entry: ExportedEntry, data: Data): PackEntryRecord => ({
  entry: globalId('HistoryEntry', entry.id),
  ...{ at: entry.at, by: entry.actor, principal: entry.principal, kind: entry.kind },
  run: entry.runId && globalId('Run', entry.runId),
  data,
});

/** The records of entries, one at a time. */
export async function* packRecords(entries: EntryBatches): AsyncGenerator<PackEntryRecord> {
  for await (const batch of entries)
    for (const entry of batch) {
      const data: unknown = JSON.parse(entry.text);
      // What has to be rendered takes the thread that answers every request.
      await yieldIfSliceEnded();
      if (isData(data)) yield recordOf(entry, data);
    }
}
