/** Entries of the history, grouped by day. */
import { style } from '@react-spectrum/s2/style' with { type: 'macro' };
import { useIntl } from 'react-intl';
import { ChangedRuns } from './ChangedRuns.tsx';
import { EntryPlace } from './EntryPlace.tsx';
import type { HistoryEntry } from './historyDocuments.ts';
import { HistoryEntryRow } from './HistoryEntryRow.tsx';
import { SteadyRows } from '../../ui/SteadyRows.tsx';

const list = style({ listStyleType: 'none', margin: 0, padding: 0 });
const day = style({ font: 'title-sm', color: 'neutral', marginTop: 16, marginBottom: 4 });

/** Groups of entries of the same local day. Keeps the order. */
export function groupByDay(
  entries: readonly HistoryEntry[],
): { day: string; entries: HistoryEntry[] }[] {
  const days: { day: string; entries: HistoryEntry[] }[] = [];
  for (const entry of entries) {
    const key = new Date(entry.at).toDateString();
    const last = days.at(-1);
    if (last?.day === key) last.entries.push(entry);
    else days.push({ day: key, entries: [entry] });
  }
  return days;
}

interface HistoryListProps {
  entries: readonly HistoryEntry[];
  /** Whether they are about one organization. */
  isOfOne: boolean;
}

/** Of one organization, the entry of its run says all. */
const showsRuns = ({ run, change }: HistoryEntry, isOfOne: boolean): boolean =>
  (change?.runCount ?? 0) > (run ? 1 : 0) && !(run && isOfOne);

export function HistoryList({ entries, isOfOne }: HistoryListProps) {
  const intl = useIntl();
  return (
    <SteadyRows>
      {groupByDay(entries).map((group) => (
        <section
          key={group.day}
          aria-label={intl.formatDate(group.entries[0]?.at, { dateStyle: 'full' })}
        >
          <h2 className={day}>{intl.formatDate(group.entries[0]?.at, { dateStyle: 'full' })}</h2>
          <ul className={list}>
            {group.entries.map((entry) => (
              <HistoryEntryRow key={entry.id} entry={entry} where={<EntryPlace entry={entry} />}>
                {entry.change && showsRuns(entry, isOfOne) ? (
                  <ChangedRuns entryId={entry.id} count={entry.change.runCount} />
                ) : null}
              </HistoryEntryRow>
            ))}
          </ul>
        </section>
      ))}
    </SteadyRows>
  );
}
